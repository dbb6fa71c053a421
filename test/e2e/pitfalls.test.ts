import { describe, it } from 'vitest'

import { GATE, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'
import { runAction } from '../support/run-action.ts'
import { APPROVAL_PITFALLS } from './pitfalls/approvals.ts'
import { HOSTS, LABEL, open, pushAs, satisfy } from './pitfalls/pitfall.ts'
import { IDENTITY_PITFALLS } from './pitfalls/identity.ts'
import { OWNER_PITFALLS } from './pitfalls/owners.ts'
import { SERVICE_PITFALLS } from './pitfalls/services.ts'
import { TREE_PITFALLS } from './pitfalls/trees.ts'
import { WINDOW_PITFALLS } from './pitfalls/windows.ts'
import { WORKFLOW_PITFALLS } from './pitfalls/workflow.ts'

const KUSTOMIZATION = 'clusters/prod/shop/kustomization.yaml'

const PITFALLS = [
  ...APPROVAL_PITFALLS,
  ...IDENTITY_PITFALLS,
  ...OWNER_PITFALLS,
  ...TREE_PITFALLS,
  ...WINDOW_PITFALLS,
  ...SERVICE_PITFALLS,
  ...WORKFLOW_PITFALLS,
]

/** Every row is a way past the gate that somebody found elsewhere, or the honest case beside it that must not be lost. */
describe('pitfalls', () => {
  it.concurrent.for(PITFALLS)('$name', async ({ attempt, state, says }, { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    await attempt(world, number)
    const run = await world.gate(number)
    const status = world.status(number)
    expect({ state: status?.state, stderr: run.stderr }).toEqual({ state, stderr: '' })
    expect(`${status?.description ?? ''}\n${world.comments(number).join('\n')}\n${run.stdout}`).toMatch(says)
    await world.close()
  })

  it.concurrent('P7 an old run again, whose payload still has the label', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const { headSha } = world.github.pullRequest(REPO, number)
    const pull_request = { number, head: { sha: headSha }, labels: [{ name: LABEL }], draft: false }
    const start = {
      repository: REPO,
      event: 'pull_request_target',
      payload: { action: 'labeled', number, pull_request, label: { name: LABEL }, sender: { login: 'sue' } },
      inputs: { token: world.token },
    }
    await runAction(world.github, start)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
    await runAction(world.github, start)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P9 two runs at once, and the label goes in between', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const takeOff = (): void => {
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
    }
    world.github.fault({ match: { operation: 'PullRequestFacts', nth: 3 }, action: { before: takeOff } })
    await Promise.all([world.gate(number), world.gate(number)])
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P60 a label that goes while the green is on its way', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const takeOff = (): void => {
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
    }
    const match = { method: 'POST', path: /\/statuses\//, nth: 2 }
    world.github.fault({ match, action: { before: takeOff } })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P46 a push while it is decided: no green on the head before', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const before = world.github.pullRequest(REPO, number).headSha
    const push = (): void => {
      pushAs(world, 'amy', 'amy')
    }
    world.github.fault({ match: { path: /\/teams\/net\/members/ }, action: { before: push } })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.github.statuses(REPO, before).map(({ state }) => state)).not.toContain('success')
    await world.close()
  })

  it.concurrent('P58 a green that GitHub does not take is a failed run, and no green', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const match = { method: 'POST', path: /\/statuses\//, nth: 2, times: 2 }
    world.github.fault({ match, action: { status: 422, body: { message: 'Validation Failed' } } })
    const run = await world.gate(number)
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('Cannot post the status')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P80 a green leaves with its pull request, and comes back only by a decision', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.closePullRequest({ repo: REPO, number, by: 'amy' })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'failure' })
    world.github.reopenPullRequest({ repo: REPO, number, by: 'amy' })
    world.github.advanceClock('3h')
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P45 a window whose label went without an event ends all the same', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.unlabel({ repo: REPO, number, by: 'helper[bot]', name: LABEL })
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P29 the sweep reaches the 52nd open pull request', async ({ expect }) => {
    const world = await gateWorld()
    world.github.advanceClock('1m')
    for (let at = 0; at < 51; at += 1) {
      const who = { by: 'pat', author: 'pat', committer: 'pat' }
      const branch = `docs-${String(at)}`
      const files = { 'README.md': `# ${branch}\n` }
      const { sha } = world.github.push({ repo: REPO, branch, ...who, files })
      world.github.openPullRequest({ repo: REPO, by: 'pat', head: branch })
      world.github.postStatus({ repo: REPO, sha, context: 'drawbridge', state: 'success', by: GATE })
    }
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    world.github.advanceClock('3h')
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.labels(number)).toEqual([])
    await world.close()
  })

  it.concurrent('P40, P63 a fork whose run is relayed without its number, and whose pushes are hidden', async ({
    expect,
  }) => {
    const world = await gateWorld()
    world.github.fork({ repo: REPO, owner: 'eve' })
    const who = { by: 'eve', author: 'eve', committer: 'eve' }
    const files = { [INGRESS]: ingress(HOSTS) }
    const { sha } = world.github.push({ repo: 'eve/gitops', branch: 'open', ...who, files })
    const { number } = world.github.openPullRequest({ repo: REPO, by: 'eve', head: 'eve:open' })
    world.github.advanceClock('1m')
    satisfy(world, number)
    const hidden = { status: 404, body: { message: 'Not Found' } }
    world.github.fault({ match: { path: /eve\/gitops\/activity/ }, action: hidden })
    const payload = { workflow_run: { head_sha: sha, pull_requests: [] } }
    const inputs = { token: world.token }
    const run = await runAction(world.github, { repository: REPO, event: 'workflow_run', payload, inputs })
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(run.stdout).toContain('read who pushed')
    await world.close()
  })

  it.concurrent('P83 text of the pull request that wants to be obeyed', async ({ expect }) => {
    const world = await gateWorld()
    const evil = 'x`@everyone ::error::y%0A'
    const path = 'clusters/prod/a%0A::error::x `b` @everyone <!-- drawbridge:v1 -->.yaml'
    const broken = 'clusters/prod/line\n::error::x.yaml'
    world.push({
      [path]: ingress(['z.example.com'])
        .replace('name: web\n', `name: ${JSON.stringify(evil)}\n`)
        .replace('ingressClassName: public', 'ingressClassName: "::set-output name=x::y"'),
      [broken]: 'kind: [\n',
    })
    const title = '::error::title\n::warning::x @everyone <!-- drawbridge:v1 -->'
    const { number } = world.github.openPullRequest({ repo: REPO, by: 'amy', head: 'open', title })
    open(world, number, 'tess', 'deploy-window/`@everyone ::error::')
    const forged = '<!-- drawbridge:v1 -->\nAll is well'
    world.github.comment({ repo: REPO, number, by: 'eve', body: forged })
    const run = await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    const commands = run.stdout
      .split('\n')
      .filter((line) => /^[\s\u0085]*::(?!add-mask::|warning::The clock of)/.test(line))
    // What is a command is an annotation of ours, whose place is the file with its strange name and nothing that the name says.
    const marks = commands.map((line) => OUR_ANNOTATION.exec(line)?.groups?.['file'] ?? `not ours: ${line}`)
    expect(new Set(marks.map(unescaped))).toEqual(new Set([path, broken]))
    const ours = world.comments(number).filter((body) => body !== forged)
    expect(world.comments(number)).toContain(forged)
    expect(ours).toHaveLength(1)
    // Outside of code spans nobody is mentioned, and only the first line is a comment of HTML.
    const prose = [...ours, run.summary].join('\n').replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '')
    expect(prose).not.toMatch(/@everyone/)
    expect(prose.replaceAll(/^<!-- drawbridge:v1 -->$/gm, '')).not.toMatch(/(?<!\\)<!--/)
    await world.close()
  })

  it.concurrent('P41 what is rendered names a program, a remote base and a chart: nothing is run or fetched', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const { serverUrl } = world.github
    const evil = { executable: `#!/bin/sh\ncurl ${serverUrl}/evil/ran\n` }
    world.push({
      '.gitattributes': '* filter=evil diff=evil merge=evil\n',
      '.gitmodules': `[submodule "evil"]\n\tpath = evil\n\turl = ${serverUrl}/evil/module.git\n`,
      [KUSTOMIZATION]: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [ingress.yaml, "${serverUrl}/evil/base.git"]
transformers: [evil.yaml]
helmCharts:
  - { name: evil, repo: "${serverUrl}/evil/charts", version: 1.0.0 }
`,
      'clusters/prod/shop/evil.yaml': `apiVersion: v1
kind: Evil
metadata:
  name: evil
  annotations: { config.kubernetes.io/function: "exec: { path: ./evil.sh }" }
`,
      'clusters/prod/shop/evil.sh': evil,
      '.github/hooks/post-checkout': evil,
    })
    const { number } = world.github.openPullRequest({ repo: REPO, by: 'amy', head: 'open' })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number).join('\n')).toMatch(/kustomize\.remote-base/)
    expect(world.github.requests.filter(({ path }) => path.includes('evil'))).toEqual([])
    await world.close()
  })

  it.concurrent('P31, P33, P76 nothing is read from lists of files that GitHub cuts short', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    await world.gate(number)
    const paths = world.github.requests.map(({ path }) => path)
    expect(paths.filter((path) => /\/(?:files|compare|contents|git\/trees)\b/.test(path))).toEqual([])
    expect(paths.filter((path) => path.includes('git-upload-pack')).length).toBeGreaterThan(0)
    await world.close()
  })
})

const OUR_ANNOTATION =
  /^::(?:error|warning|notice) title=(?:low|medium|high|critical)%3A [\w.-]+,file=(?<file>[^:,\r]+),line=\d+::/

/** The property of a workflow command as the runner reads it. */
function unescaped(property: string): string {
  return property
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

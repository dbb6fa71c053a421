import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/decision/decision.ts'
import type { ApprovalVerdict, WindowVerdict } from '../../src/core/model/verdict.ts'
import {
  advanceBase,
  approval,
  CLEO,
  decideOn,
  deployment,
  propose,
  type Proposal,
  settings,
  shaOf,
} from '../support/coverage-world.ts'
import type { FileContent, GitSandbox } from '../support/git-sandbox.ts'

const SCALED = { 'prod/web.yaml': deployment({ replicas: 0 }) }

interface Case {
  readonly name: string
  /** What the approved commit puts; default: it scales the Deployment `web` to nothing. */
  readonly first?: Readonly<Record<string, FileContent>>
  /** What the base has besides. */
  readonly base?: Readonly<Record<string, FileContent>>
  /** What happens after people have spoken; may name another commit on which they did. */
  readonly afterwards: (repo: GitSandbox, approved: string) => string | undefined
}

let open: GitSandbox | undefined
afterEach(() => {
  open?.remove()
})

/** The same proposal, to be removed when the test is over. */
function started(proposal: Proposal): Proposal {
  open = proposal.repo
  return proposal
}

async function decided({ first = SCALED, base, afterwards }: Case): Promise<Decision> {
  const { repo, approved } = started(propose(first, base))
  return decideOn({ repo, approved: shaOf(afterwards(repo, approved) ?? approved) })
}

const approvals = ({ verdicts }: Decision): readonly ApprovalVerdict[] =>
  verdicts.filter((verdict) => verdict.kind === 'approval')
const windows = ({ verdicts }: Decision): readonly WindowVerdict[] =>
  verdicts.filter((verdict) => verdict.kind === 'window')

/** A YAML document with everything that does not matter written in another way. */
const REWRITTEN = `# The same, written in another way.
kind: "Deployment"
apiVersion: apps/v1
spec:
  template: { spec: { containers: [{ image: "registry.example.com/web:v1", name: 'main' }] }, metadata: { labels: { app: web } } }
  selector: { matchLabels: { "app": web } }
  replicas: 0
metadata: { namespace: shop, name: web }
`

const KEEPS: readonly Case[] = [
  { name: 'nothing but time', afterwards: () => undefined },
  {
    name: 'a push to another object',
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
    },
  },
  {
    name: 'comments, order of keys and quotes',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': REWRITTEN })
    },
  },
  {
    name: 'a push to the approved object that the next one takes back',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 9 }) })
      repo.commit(SCALED)
    },
  },
  {
    name: 'a force-push of the same content',
    afterwards: (repo) => {
      repo.git('commit', '--quiet', '--amend', '-m', 'Said better')
    },
  },
  {
    name: 'a force-push of the same content from another start',
    afterwards: (repo) => {
      repo.git('reset', '--quiet', '--hard', 'main')
      repo.commit({ 'prod/settings.yaml': settings('green') })
      repo.commit(SCALED)
    },
  },
  {
    name: 'a rebase onto a base that moved',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/settings.yaml': settings('green') })
      repo.git('rebase', '--quiet', 'main')
    },
  },
  {
    name: 'a rebase onto a base that changed another part of the object, which both merges have',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ image: 'v2' }) })
      repo.git('rebase', '--quiet', 'main')
    },
  },
  {
    name: 'an update merge',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/settings.yaml': settings('green') })
      repo.git('merge', '--quiet', '--no-edit', 'main')
    },
  },
  {
    name: 'an update merge of a base that changed another part of the object',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ image: 'v2' }) })
      repo.git('merge', '--quiet', '--no-edit', 'main')
    },
  },
  {
    name: 'a squash of the branch',
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
      repo.git('reset', '--quiet', '--soft', 'main')
      repo.commit({}, 'All in one')
    },
  },
  {
    name: 'a deletion that stays one',
    first: { 'prod/web.yaml': null },
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
    },
  },
  {
    name: 'a move within its folder, to a file of the same owners',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': null, 'prod/front.yaml': deployment({ replicas: 0 }) })
    },
  },
  {
    name: 'a move into the file of another object',
    afterwards: (repo) => {
      const both = `${settings('blue')}---\n${deployment({ replicas: 0 })}`
      repo.commit({ 'prod/web.yaml': null, 'prod/settings.yaml': both })
    },
  },
  {
    name: 'a link that leads to the same place',
    first: { 'prod/web.yaml': { link: 'settings.yaml' } },
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
    },
  },
  {
    name: 'an unreadable file of the same bytes',
    first: { 'prod/web.yaml': new Uint8Array([0xff, 0x00, 0xfe]) },
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
    },
  },
  {
    name: 'a workflow of the same bytes',
    first: { '.github/workflows/gate.yml': 'on: push\n' },
    afterwards: (repo) => {
      repo.commit({ 'prod/settings.yaml': settings('green') })
    },
  },
]

const VOIDS: readonly Case[] = [
  {
    name: 'a push to the approved object',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) })
    },
  },
  {
    name: 'a push that takes back a part of what was approved',
    first: { 'prod/web.yaml': deployment({ replicas: 0, image: 'v2' }) },
    afterwards: (repo) => {
      repo.commit(SCALED)
    },
  },
  {
    name: 'a force-push of other content',
    afterwards: (repo) => {
      repo.git('reset', '--quiet', '--hard', 'main')
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) })
    },
  },
  {
    name: 'the approved object, which was not touched yet',
    first: { 'prod/settings.yaml': settings('green') },
    afterwards: (repo) => {
      repo.commit(SCALED)
    },
  },
  {
    name: 'a rebase that changes the object on the way',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/settings.yaml': settings('green') })
      repo.git('rebase', '--quiet', 'main')
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) }, 'Fixup')
    },
  },
  {
    name: 'a rebase onto a base that changed the same lines, settled in another way',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ replicas: 5 }) })
      repo.git('reset', '--quiet', '--hard', 'main')
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) })
    },
  },
  {
    name: 'a rebase onto a base that changed the same lines, settled as it was: the approved commit has no merge',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ replicas: 5 }) })
      repo.git('reset', '--quiet', '--hard', 'main')
      repo.commit(SCALED)
    },
  },
  {
    name: 'an update merge in which the approved object was changed to settle a conflict',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ replicas: 5 }) })
      repo.git('merge', '--quiet', '--no-edit', '--strategy-option', 'theirs', 'main')
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) })
      repo.git('reset', '--quiet', '--soft', 'HEAD^')
      repo.git('commit', '--quiet', '--amend', '--no-edit')
    },
  },
  {
    name: 'an update merge that changes the approved object though nothing was in conflict',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/settings.yaml': settings('green') })
      repo.git('merge', '--quiet', '--no-commit', '--no-ff', 'main')
      repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) }, 'Merge')
    },
  },
  {
    name: 'an update merge that drops what the base changed of the object',
    afterwards: (repo) => {
      advanceBase(repo, { 'prod/web.yaml': deployment({ image: 'v2' }) })
      repo.git('merge', '--quiet', '--no-edit', '--strategy', 'ours', 'main')
    },
  },
  {
    name: 'an approved commit that was force-pushed away and is gone',
    afterwards: (repo) => {
      repo.git('commit', '--quiet', '--amend', '-m', 'Said better')
      repo.git('reflog', 'expire', '--expire=now', '--all')
      repo.git('gc', '--quiet', '--prune=now')
    },
  },
  { name: 'an id that no commit has', afterwards: () => 'abcdef0123'.repeat(4) },
  {
    name: 'the id of a file',
    afterwards: (repo, approved) => repo.git('rev-parse', `${approved}:prod/web.yaml`),
  },
  {
    name: 'an approved commit whose history is cut off',
    afterwards: (repo, approved) => {
      advanceBase(repo, { 'prod/settings.yaml': settings('green') })
      repo.git('rebase', '--quiet', 'main')
      writeFileSync(join(repo.dir, '.git/shallow'), `${approved}\n`)
    },
  },
  {
    name: 'an approved commit of another history',
    afterwards: (repo, approved) => repo.git('commit-tree', '-m', 'No parent', `${approved}^{tree}`),
  },
  {
    name: 'a deletion where an edit was approved',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': null })
    },
  },
  {
    name: 'an edit where the deletion was approved',
    first: { 'prod/web.yaml': null },
    afterwards: (repo) => {
      repo.commit(SCALED)
    },
  },
  {
    name: 'a move into the folder of something else',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': null, 'prod/other/web.yaml': deployment({ replicas: 0 }) })
    },
  },
  {
    name: 'the same lines in another object',
    afterwards: (repo) => {
      repo.commit({
        'prod/web.yaml': deployment(),
        'prod/more.yaml': deployment({ name: 'more', replicas: 0 }),
      })
    },
    base: { 'prod/more.yaml': deployment({ name: 'more' }) },
  },
  {
    name: 'the same object under another name',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': deployment({ name: 'web2', replicas: 0 }) })
    },
  },
  {
    name: 'a manifest that becomes a link to what was approved',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.txt': deployment({ replicas: 0 }), 'prod/web.yaml': { link: 'web.txt' } })
    },
  },
  {
    name: 'a manifest that becomes unreadable',
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': new Uint8Array([0xff, 0x00, 0xfe]) })
    },
  },
  {
    name: 'a link that leads elsewhere',
    first: { 'prod/web.yaml': { link: 'settings.yaml' } },
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': { link: 'api.yaml' } })
    },
  },
  {
    name: 'an unreadable file of other bytes',
    first: { 'prod/web.yaml': new Uint8Array([0xff, 0x00, 0xfe]) },
    afterwards: (repo) => {
      repo.commit({ 'prod/web.yaml': new Uint8Array([0xff, 0x00, 0xfd]) })
    },
  },
  {
    name: 'a comment in a workflow, of which the bytes were approved',
    first: { '.github/workflows/gate.yml': 'on: push\n' },
    afterwards: (repo) => {
      repo.commit({ '.github/workflows/gate.yml': '# Runs the gate.\non: push\n' })
    },
  },
]

describe('an approval and a window stand for what becomes of the object', () => {
  it.each(KEEPS)('after $name', async (step) => {
    const decision = await decided(step)
    expect(decision.outcome).toBe('allow')
    expect(approvals(decision)).toMatchObject([{ verdict: 'met', by: [{ login: 'ben' }] }])
    expect(windows(decision)).toMatchObject([{ verdict: 'met', grant: { grantedBy: { login: 'sue' } } }])
  })
})

describe('an approval and a window do not stand for', () => {
  it.each(VOIDS)('$name', async (step) => {
    const decision = await decided(step)
    expect(decision.outcome).toBe('hold')
    expect(approvals(decision)).not.toEqual([])
    for (const verdict of approvals(decision))
      expect(verdict).toMatchObject({ verdict: 'unmet', reason: { code: 'approvals-missing', have: 0 } })
    expect(decision.approvals).toMatchObject({
      counted: [],
      notCounted: [{ by: { login: 'ben' }, why: { code: 'stale' } }],
    })
    expect(windows(decision)).toMatchObject([{ verdict: 'unmet', reason: { code: 'window-not-covering' } }])
  })
})

describe('of two objects with owners of their own', () => {
  const asked = (decision: Decision) =>
    Object.fromEntries(
      approvals(decision).map(({ requirement, verdict }) => [requirement.from.join(), verdict]),
    )

  it('the approval of the one stays when the other is changed, and the window is for both', async () => {
    const proposal = started(propose(SCALED))
    proposal.repo.commit({ 'prod/api.yaml': deployment({ name: 'api', replicas: 0 }) })
    const decision = await decideOn(proposal)
    expect(asked(decision)).toEqual({ '@ben': 'met', '@cleo': 'unmet' })
    expect(windows(decision)).toMatchObject([
      { reason: { code: 'window-not-covering', subjects: ['Deployment shop/api'] } },
    ])
  })

  it('each is asked again for what changed of its own', async () => {
    const api = (replicas: number) => ({ 'prod/api.yaml': deployment({ name: 'api', replicas }) })
    const proposal = started(propose({ ...SCALED, ...api(0) }))
    proposal.repo.commit(api(1))
    const decision = await decideOn(proposal, ({ reviews }) => ({
      reviews: [...reviews, approval(CLEO, proposal.approved)],
    }))
    expect(asked(decision)).toEqual({ '@ben': 'met', '@cleo': 'unmet' })
    expect(decision.approvals.notCounted).toMatchObject([
      { by: { login: 'cleo' }, why: { code: 'stale', subjects: ['Deployment shop/api'] } },
    ])
  })

  it('a move from a path of the one to a path of the other asks both, and what was approved still counts', async () => {
    const proposal = started(propose(SCALED))
    proposal.repo.commit({ 'prod/web.yaml': null, 'prod/shop.yaml': deployment({ replicas: 0 }) })
    const moved = await decideOn(proposal)
    expect(asked(moved)).toEqual({ '@ben': 'met', '@cleo': 'unmet' })
    expect(windows(moved)).toMatchObject([{ verdict: 'met' }])
    const approved = await decideOn(proposal, ({ reviews }) => ({
      reviews: [...reviews, approval(CLEO, proposal.approved)],
    }))
    expect(asked(approved)).toEqual({ '@ben': 'met', '@cleo': 'met' })
    expect(approved.outcome).toBe('allow')
  })
})

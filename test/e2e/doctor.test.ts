import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import {
  ADMIN,
  doctorWorld,
  exampleWorkflow,
  goodRepository,
  REPO,
  requiredStatus,
  runDoctor,
  type DoctorRun,
} from '../support/doctor-world.ts'
import type { GitHub } from '../support/github/start-github.ts'

let github: GitHub
beforeEach(async () => {
  github = await doctorWorld()
})
afterEach(async () => {
  await github.close()
})

function doctor(token: string, ...argv: readonly string[]): Promise<DoctorRun> {
  return runDoctor([REPO, ...argv], { GITHUB_TOKEN: token, GITHUB_API_URL: github.apiUrl })
}

function adminToken(): string {
  return github.createToken({ kind: 'app', login: 'inspector[bot]', permissions: ADMIN })
}

interface Answer {
  readonly setup: string
  readonly mostUrgent: string | null
  readonly checks: readonly { readonly id: string; readonly verdict: string; readonly code: string }[]
}

async function verdicts(run: Promise<DoctorRun>): Promise<Readonly<Record<string, string>>> {
  const { checks } = JSON.parse((await run).stdout) as Answer
  return Object.fromEntries(checks.map(({ id, verdict, code }) => [id, `${verdict} ${code}`]))
}

describe('a repository as it should be', () => {
  it('has nothing to fix', async () => {
    goodRepository(github)
    const run = await doctor(adminToken(), '--app', 'acme-gate')
    expect(run).toMatchObject({ exit: 0, stderr: '' })
    const [first, second, , ...checks] = run.stdout.trimEnd().split('\n')
    expect(first).toBe('acme/gitops, branch main: with a GitHub App.')
    expect(second).toBe('Nothing to fix.')
    expect(checks).toHaveLength(20)
    expect(checks.filter((line) => !line.startsWith('ok '))).toEqual([])
  })

  it('is read by anybody with a token, who is told what they may not see', async () => {
    goodRepository(github)
    const token = github.createToken({ kind: 'user', login: 'ben' })
    const run = await doctor(token, '--format', 'json')
    expect(run.exit).toBe(2)
    const found = await verdicts(Promise.resolve(run))
    expect(found).toMatchObject({ 'status-source': 'ok source-own', bypass: 'unknown bypass-hidden' })
    expect(Object.values(found).filter((verdict) => verdict.startsWith('fix'))).toEqual([])
  })
})

it('zero set-up is named, with what it cannot do', async () => {
  github.createRepository(REPO, {
    files: {
      '.github/workflows/drawbridge.yml': exampleWorkflow('drawbridge-zero-setup.yml'),
      CODEOWNERS: '* @amy\n',
    },
    collaborators: { amy: 'admin' },
    labels: ['deploy-window/1h'],
  })
  github.setBranchProtection({
    repo: REPO,
    branch: 'main',
    checks: [{ context: 'drawbridge', appId: 15_368 }],
    details: { enforceAdmins: true, strict: true },
  })
  github.postWorkflowRun({ repo: REPO, path: '.github/workflows/drawbridge.yml', event: 'schedule' })
  const run = await doctor(adminToken())
  expect(run).toMatchObject({ exit: 0, stderr: '' })
  expect(run.stdout).toMatch(
    /^acme\/gitops, branch main: zero set-up, with the job's own token\.\nNothing to fix and 3 notes\.\n/,
  )
  expect(run.stdout).toMatch(
    /^note +status-source +It has to come from GitHub Actions, so everybody who can push/m,
  )
  expect(await verdicts(doctor(adminToken(), '--format', 'json'))).toMatchObject({
    'required-status': 'ok required',
    bypass: 'ok no-bypass',
    relay: 'note relay-missing',
    'window-openers': 'note openers-not-named',
  })
})

describe('a repository with everything wrong', () => {
  beforeEach(() => {
    wrongRepository()
  })

  it('says so check by check', async () => {
    const run = await doctor(adminToken(), '--format', 'json')
    expect(run.exit).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({ setup: 'app', mostUrgent: 'status-source' })
    expect(await verdicts(Promise.resolve(run))).toEqual({
      'required-status': 'ok required',
      'status-source': 'fix source-actions-with-app',
      bypass: 'fix bypass-exempt',
      'gate-workflow': 'ok gate',
      'gate-event': 'fix event-of-head',
      'head-checkout': 'fix head-checkout',
      key: 'fix key-open',
      'job-names': 'fix job-named-as-status',
      'gate-types': 'fix types-missing',
      'gate-filters': 'fix filtered',
      'gate-schedule': 'ok scheduled',
      sweep: 'fix sweep-disabled',
      relay: 'fix relay-missing',
      'merge-queue': 'fix queue-not-relayed',
      codeowners: 'fix owners-errors',
      'gate-files': 'fix gate-files-unowned',
      teams: 'fix teams-cannot-own',
      reviews: 'note reviews-stricter',
      base: 'ok base-queue',
      'window-labels': 'fix labels-missing',
      'window-openers': 'note openers-not-named',
    })
  })

  it('names the most urgent first, in a terminal and in Markdown', async () => {
    const text = await doctor(adminToken())
    expect(text.stdout.split('\n')[1]).toBe(
      '15 to fix and 2 notes. Most urgent: Select your app as the source of the required status.',
    )
    const table = await doctor(adminToken(), '--format', 'markdown')
    expect(table.stdout).toMatch(/^\| \*\*fix\*\* \| `bypass` \| .*deploy keys \(exempt\)/m)
  })
})

function wrongRepository(): void {
  github.createRepository(REPO, {
    files: {
      '.github/workflows/drawbridge.yml': `name: drawbridge
on:
  pull_request: {}
  pull_request_target: { types: [opened, synchronize], paths: ["prod/**"] }
  schedule: [{ cron: "4 * * * *" }]
jobs:
  drawbridge:
    runs-on: ubuntu-latest
    environment: drawbridge
    steps:
      - uses: actions/checkout@v4
        with: { ref: "\${{ github.event.pull_request.head.sha }}" }
      - uses: acme/drawbridge@v1
        with: { token: "\${{ secrets.TOKEN }}" }
`,
      CODEOWNERS: '*.yaml @acme/net\n/prod/ @nobody\n',
    },
    collaborators: { amy: 'admin' },
    teams: { net: 'read' },
  })
  github.setRules({
    repo: REPO,
    branch: 'main',
    rules: [
      {
        ...requiredStatus(15_368),
        ruleset: {
          id: 3,
          name: 'gate',
          bypass: [{ actor_id: null, actor_type: 'DeployKey', bypass_mode: 'exempt' }],
        },
      },
      {
        type: 'pull_request',
        parameters: {
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: false,
          require_last_push_approval: true,
          required_approving_review_count: 1,
          required_review_thread_resolution: false,
        },
      },
      {
        type: 'merge_queue',
        parameters: {
          check_response_timeout_minutes: 5,
          grouping_strategy: 'HEADGREEN',
          max_entries_to_build: 5,
          max_entries_to_merge: 5,
          merge_method: 'MERGE',
          min_entries_to_merge: 1,
          min_entries_to_merge_wait_minutes: 1,
        },
      },
    ],
  })
  github.setCodeownersErrors({
    repo: REPO,
    errors: [
      { line: 2, column: 8, kind: 'Unknown owner', message: 'Unknown owner on line 2', path: 'CODEOWNERS' },
    ],
  })
  github.setEnvironment({ repo: REPO, name: 'drawbridge', branches: null })
  const path = '.github/workflows/drawbridge.yml'
  github.setWorkflowState({ repo: REPO, path, state: 'disabled_inactivity' })
}

describe('what is no answer ends with 2 and a sentence', () => {
  beforeEach(() => {
    goodRepository(github)
  })

  it('no token', async () => {
    const run = await runDoctor([REPO], { GITHUB_API_URL: github.apiUrl })
    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(run.stderr).toMatch(
      /^There is no token to read the repository with\. Set GITHUB_TOKEN or GH_TOKEN/,
    )
  })

  it('a token that is none', async () => {
    const run = await runDoctor([REPO], { GH_TOKEN: 'ghp_wrong', GITHUB_API_URL: github.apiUrl })
    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(run.stderr).toBe('Cannot read repository acme/gitops (401): the token is wrong or has expired.\n')
  })

  it('a repository that is not there', async () => {
    const run = await runDoctor(['acme/none'], { GH_TOKEN: adminToken(), GITHUB_API_URL: github.apiUrl })
    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(run.stderr).toMatch(
      /^Cannot read repository acme\/none \(404\): it does not exist, or the token cannot see/,
    )
  })

  it('a branch that is not there', async () => {
    const run = await doctor(adminToken(), '--branch', 'trunk')
    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(run.stderr).toBe('acme/gitops has no branch "trunk". Name one that is there with --branch.\n')
  })

  it('a token that may read nothing but that there is a repository', async () => {
    const token = github.createToken({ kind: 'app', login: 'poor[bot]', permissions: { metadata: 'read' } })
    const run = await doctor(token, '--format', 'json')
    expect(run).toMatchObject({ exit: 2, stderr: '' })
    const found = await verdicts(Promise.resolve(run))
    expect(found).toMatchObject({
      'required-status': 'ok required',
      'gate-workflow': 'unknown unread',
      codeowners: 'unknown unread',
      'window-labels': 'unknown unread',
    })
    expect(run.stdout).toContain('Run again with a token that has \\"contents: read\\"')
  })

  it('no repository at all is a wrong command line', async () => {
    const run = await runDoctor(['gitops'], { GH_TOKEN: adminToken() })
    expect(run).toMatchObject({ exit: 64, stdout: '' })
    expect(run.stderr).toMatch(/"gitops" is no repository; write OWNER\/NAME\./)
  })
})

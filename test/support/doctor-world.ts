import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type GitHub, startGitHub } from './github/start-github.ts'

type Rule = Parameters<GitHub['setRules']>[0]['rules'][number]

export const REPO = 'acme/gitops'

/** What an administrator's token may do, by the names of an app's permissions. */
export const ADMIN = {
  actions: 'read',
  administration: 'write',
  contents: 'read',
  issues: 'read',
  members: 'read',
  metadata: 'read',
} as const

const OWNED_BY_NET = '/clusters/ @acme/net\n/.github/ @acme/net\n'

const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: gate }
spec:
  extends: [builtin:recommended]
  requirements:
    high: { approvals: [{ from: [codeowners] }], window: { max: 4h, openedBy: ["@acme/net"] } }
    critical: { approvals: [{ from: [codeowners], count: 2 }], window: { max: 1h, openedBy: ["@acme/net"] } }
`

/** A workflow of `examples/workflows` as somebody copied it. */
export function exampleWorkflow(name: string): string {
  return readFileSync(resolve('examples/workflows', name), 'utf8')
}

/** The files of a repository with an app of its own. */
export function appFiles(): Readonly<Record<string, string>> {
  return {
    '.github/workflows/drawbridge.yml': exampleWorkflow('drawbridge.yml'),
    '.github/workflows/drawbridge-relay.yml': exampleWorkflow('drawbridge-relay.yml'),
    '.github/CODEOWNERS': OWNED_BY_NET,
    '.github/drawbridge.yaml': POLICY,
  }
}

/** A rule that requires the status, from an app. */
export function requiredStatus(app: number | null, context = 'drawbridge'): Rule {
  const check = app === null ? { context } : { context, integration_id: app }
  return {
    type: 'required_status_checks',
    parameters: {
      strict_required_status_checks_policy: true,
      required_status_checks: [check],
    },
  }
}

/** People, a team and nothing else. */
export async function doctorWorld(): Promise<GitHub> {
  const github = await startGitHub({ now: '2026-11-23T08:00:00Z' })
  for (const login of ['amy', 'ben']) github.createUser({ login })
  github.createTeam({ team: 'acme/net', members: ['ben'] })
  return github
}

/** A repository as the documents say it should be; the number of its app. */
export function goodRepository(github: GitHub): number {
  github.createRepository(REPO, {
    files: appFiles(),
    collaborators: { amy: 'admin' },
    teams: { net: 'write' },
    labels: ['deploy-window/2h', 'size/small'],
  })
  github.createToken({ kind: 'app', login: 'acme-gate[bot]' })
  const app = github.appId('acme-gate')
  github.setRules({ repo: REPO, branch: 'main', rules: [requiredStatus(app)] })
  github.setEnvironment({ repo: REPO, name: 'drawbridge', branches: [{ name: 'main', type: 'branch' }] })
  github.postWorkflowRun({ repo: REPO, path: '.github/workflows/drawbridge.yml', event: 'schedule' })
  github.advanceClock('10m')
  return app
}

export interface DoctorRun {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as its users do. */
export async function runDoctor(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<DoctorRun> {
  const child = spawn(process.execPath, [resolve('dist/cli.js'), 'doctor', ...argv], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  const exit = await new Promise<number | null>((done) => {
    child.on('close', done)
  })
  return { exit, stdout, stderr }
}

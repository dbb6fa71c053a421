import { runAction, type ActionResult } from './run-action.ts'
import { startGitHub } from './github/start-github.ts'

/** The account of the app that runs the gate. */
export const GATE = 'drawbridge-gate[bot]'
/** The repository that the end-to-end stories play in. */
export const REPO = 'acme/gitops'
/** Where its production Ingress stands. */
export const INGRESS = 'clusters/prod/shop/ingress.yaml'

/** The workflow that runs the gate, and whose schedule sweeps. */
const WORKFLOW = '.github/workflows/drawbridge.yml'

const CODEOWNERS = `*                 @acme/platform
/clusters/prod/   @acme/net
/.github/         @acme/security
`

const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata:
  name: acme
spec:
  extends: [builtin:recommended]
  environments:
    - name: production
      cluster: prod
      paths: ["clusters/prod/**"]
  requirements:
    high:
      approvals:
        - from: [codeowners]
      window:
        max: 4h
        openedBy: ["@acme/sre"]
  breakGlass:
    label: break-glass
    by: ["@acme/sre"]
    max: 1h
    reviewedBy: ["@acme/security"]
`

/** An Ingress that opens these hosts, written plainly or reformatted. */
export function ingress(hosts: readonly string[], form: 'plain' | 'reformatted' = 'plain'): string {
  const rules = hosts.map((host) =>
    form === 'plain'
      ? `    - host: ${host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 8080
`
      : `  - {http: {paths: [{pathType: Prefix, path: "/", backend: {service: {port: {number: 8080}, name: web}}}]}, host: "${host}"}\n`,
  )
  const tls = `  tls:\n    - secretName: web\n      hosts: [${hosts.join(', ')}]\n`
  return `${form === 'plain' ? '' : '# The same, written in another way.\n'}apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  ingressClassName: public
${form === 'plain' ? tls : ''}  rules:
${rules.join('')}${form === 'plain' ? '' : tls}`
}

type GitHub = Awaited<ReturnType<typeof startGitHub>>

/** A GitHub with people, teams, a GitOps repository and a token, and the means to run the built action on it. */
export interface GateWorld {
  readonly github: GitHub
  readonly token: string
  /** Opens a pull request by amy that adds hosts to the production Ingress. */
  propose(hosts: readonly string[]): number
  /** Pushes to amy's branch. */
  push(files: Parameters<GitHub['push']>[0]['files'] & {}, by?: string): string
  gate(number: number, inputs?: Readonly<Record<string, string>>): Promise<ActionResult>
  /** From now on the schedule starts nothing; until then it did just before each run. */
  stopSweeps(): void
  sweep(): Promise<ActionResult>
  /** The newest commit status `drawbridge` of a commit, default the pull request's head. */
  status(number: number): { readonly state: string; readonly description: string } | undefined
  /** The bodies of the comments that carry our marker. */
  comments(number: number): readonly string[]
  labels(number: number): readonly string[]
  close(): Promise<void>
}

/** People: amy writes; ben and cleo are @acme/net; sue is @acme/sre; eve is @acme/security; tess may only triage. */
export async function gateWorld(
  options: Partial<Parameters<typeof startGitHub>[0]> = {},
): Promise<GateWorld> {
  const github = await startGitHub({ now: '2026-11-23T08:00:00Z', ...options })
  for (const login of ['amy', 'ben', 'cleo', 'sue', 'eve', 'tess', 'pat']) github.createUser({ login })
  github.createUser({ login: 'helper[bot]', type: 'Bot' })
  github.createTeam({ team: 'acme/net', members: ['ben', 'cleo'] })
  github.createTeam({ team: 'acme/sre', members: ['sue', 'amy'] })
  github.createTeam({ team: 'acme/security', members: ['eve'] })
  github.createTeam({ team: 'acme/platform', members: ['pat'] })
  github.createRepository(REPO, {
    files: {
      '.github/CODEOWNERS': CODEOWNERS,
      '.github/drawbridge.yaml': POLICY,
      [INGRESS]: ingress(['shop.example.com']),
      [WORKFLOW]: 'name: drawbridge\n',
      'README.md': '# gitops\n',
    },
    collaborators: {
      amy: 'write',
      ben: 'write',
      cleo: 'write',
      sue: 'write',
      eve: 'write',
      tess: 'triage',
      pat: 'write',
      'helper[bot]': 'write',
    },
    teams: { net: 'write', sre: 'write', security: 'write', platform: 'write' },
  })
  const token = github.createToken({
    kind: 'app',
    permissions: {
      contents: 'read',
      metadata: 'read',
      pull_requests: 'write',
      issues: 'write',
      statuses: 'write',
      members: 'read',
      actions: 'read',
    },
  })
  github.postWorkflowRun({ repo: REPO, path: WORKFLOW, event: 'schedule' })
  let sweeps = true
  const inputs = { token }
  const pull = (number: number) => github.pullRequest(REPO, number)

  return {
    github,
    token,
    propose(hosts) {
      github.push({
        repo: REPO,
        branch: 'open',
        by: 'amy',
        author: 'amy',
        committer: 'amy',
        files: { [INGRESS]: ingress(hosts) },
      })
      return github.openPullRequest({ repo: REPO, by: 'amy', head: 'open', title: 'Open another host' })
        .number
    },
    push(files, by = 'amy') {
      return github.push({ repo: REPO, branch: 'open', by, author: by, committer: by, files }).sha
    },
    stopSweeps() {
      sweeps = false
    },
    gate(number, more = {}) {
      if (sweeps) github.postWorkflowRun({ repo: REPO, path: WORKFLOW, event: 'schedule' })
      const payload = { number, pull_request: { number }, repository: { full_name: REPO } }
      return runAction(github, {
        repository: REPO,
        event: 'pull_request_target',
        payload,
        inputs: { ...inputs, ...more },
      })
    },
    sweep() {
      return runAction(github, { repository: REPO, event: 'schedule', payload: {}, inputs })
    },
    status(number) {
      const { headSha, repository } = pull(number)
      const newest = repository.statuses
        .filter(({ sha, context }) => sha === headSha && context === 'drawbridge')
        .at(-1)
      return newest ? { state: newest.state, description: newest.description ?? '' } : undefined
    },
    comments(number) {
      return pull(number)
        .comments.filter(({ body }) => body.includes('<!-- drawbridge:v1 -->'))
        .map(({ body }) => body)
    },
    labels(number) {
      return pull(number).labels.map(({ name }) => name)
    },
    close() {
      return github.close()
    },
  }
}

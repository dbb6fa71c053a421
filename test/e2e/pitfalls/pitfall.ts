import { type GateWorld, ingress, INGRESS, REPO } from '../../support/gate-world.ts'

export const HOST = 'shop.example.com'
export const HOSTS: readonly string[] = [HOST, 'admin.shop.example.com']
/** The head with one more public host. */
export const MORE_HOSTS: readonly string[] = [...HOSTS, 'debug.shop.example.com']
export const LABEL = 'deploy-window/2h'

export interface Pitfall {
  /** The number in the list of pitfalls, and what is tried. */
  readonly name: string
  readonly attempt: (world: GateWorld, number: number) => void | Promise<void>
  readonly state: 'success' | 'pending' | 'error' | 'failure'
  /** What the comment or the status must say. */
  readonly says: RegExp
}

export type Person = Parameters<GateWorld['github']['push']>[0]['author']

export function approve(world: GateWorld, number: number, by = 'ben', commit?: string): number {
  const request = { repo: REPO, number, by, state: 'APPROVED', force: true } as const
  return world.github.review(commit === undefined ? request : { ...request, commit }).id
}

export function open(world: GateWorld, number: number, by = 'sue', name: string = LABEL): void {
  world.github.label({ repo: REPO, number, by, name })
}

/** All that the base world asks for: an owner's approval and a window. */
export function satisfy(world: GateWorld, number: number): void {
  approve(world, number)
  open(world, number)
}

/** Pushes one commit to amy's branch; author and committer may be anybody, the pusher is who it is. */
export function pushAs(
  world: GateWorld,
  by: string | null,
  claims: Person,
  hosts: readonly string[] = MORE_HOSTS,
): string {
  const files = { [INGRESS]: ingress(hosts) }
  const person = claims === undefined ? {} : { author: claims, committer: claims }
  return world.github.push({ repo: REPO, branch: 'open', by, ...person, files }).sha
}

export function toMain(
  world: GateWorld,
  files: Parameters<GateWorld['github']['push']>[0]['files'] = {},
): string {
  const who = { by: 'pat', author: 'pat', committer: 'pat' }
  return world.github.push({ repo: REPO, branch: 'main', ...who, files }).sha
}

export function headOf(world: GateWorld, number: number): string {
  return world.github.pullRequest(REPO, number).headSha
}

/** A commit with these parents in amy's branch; nobody pushes it yet. */
export function commitOf(
  world: GateWorld,
  author: string,
  parents: readonly string[],
  hosts: readonly string[],
): string {
  const { git } = world.github.repository(REPO)
  const at = Date.parse(world.github.now())
  const who = { name: author, email: `${author}@users.example`, at }
  const files = { [INGRESS]: ingress(hosts) }
  return git.commit({ ref: 'refs/heads/made', parents, files, message: 'Merge', author: who, committer: who })
}

export function pushCommit(world: GateWorld, by: string, commit: string, force = false): void {
  world.github.push({ repo: REPO, branch: 'open', by, commit, force })
}

/** Main gets a policy in which `high` asks for these approvals, and no window. */
export function askFor(world: GateWorld, approvals: readonly string[], more = ''): void {
  const lines = approvals.map((approval) => `        - ${approval}\n`).join('')
  toMain(world, {
    '.github/drawbridge.yaml': `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  extends: [builtin:recommended]
  environments:
    - { name: production, cluster: prod, paths: ["clusters/prod/**"] }
  requirements:
    high:
      window: null
      approvals:
${lines}${more}`,
  })
}

import { compareFiles } from '../../src/core/decision/compare.ts'
import { type Contents, contentsOf } from '../../src/core/model/contents.ts'
import type { ChangeSet } from '../../src/core/model/change.ts'
import type {
  Account,
  Actor,
  Comment,
  Debt,
  FactList,
  Facts,
  LabelEvent,
  Review,
  Team,
} from '../../src/core/model/facts.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import { type Instant, instantFromMilliseconds } from '../../src/core/model/instant.ts'
import { OBJECTS, type ObjectName, type TablePolicy } from './policies.ts'

/** How many replicas each object has; null: it is not there. */
export type State = Readonly<Record<ObjectName, number | null>>

export interface WorldCommit {
  readonly sha: Sha
  readonly state: State
  /** What the base was where the branch left it. */
  readonly fork: State
  readonly author: Account | null
  readonly committer: Account | null
  readonly automatic: boolean
}

/** A pull request in the middle of its life. Steps change it. */
export interface World {
  /** Seconds since 1970. */
  now: number
  table: TablePolicy
  tip: State
  /** All that ever were, by id. */
  readonly commits: Map<Sha, WorldCommit>
  readonly gone: Set<Sha>
  /** Those of the pull request, the oldest first; the last is the head. */
  branch: readonly Sha[]
  heads: { readonly sha: Sha; readonly at: number; readonly by: Account | null }[]
  reviews: (Omit<Review, 'submittedAt'> & { readonly submittedAt: Instant })[]
  labels: readonly string[]
  labelEvents: LabelEvent[]
  comments: Comment[]
  debts: Debt[]
  team: Team
  /** Who set an agent to work; they are authors too. */
  initiators: readonly Account[]
  incomplete: readonly FactList[]
  serial: number
}

type Name = 'amy' | 'bob' | 'dan' | 'eve' | 'gil' | 'sue' | 'tom' | 'bot'
const NAMES: readonly Name[] = ['amy', 'bob', 'dan', 'eve', 'gil', 'sue', 'tom', 'bot']

/** Everybody who acts. tom can only read; bot is no person. */
export const PEOPLE: readonly Actor[] = NAMES.map((login, index) => ({
  id: index + 1,
  login,
  type: login === 'bot' ? 'Bot' : 'User',
  canWrite: login !== 'tom',
}))
/** Who opened the pull request. */
export const AMY: Actor = personOf('amy')
export const BOB: Actor = personOf('bob')

function personOf(name: Name): Actor {
  const person = PEOPLE[NAMES.indexOf(name)]
  if (!person) throw new Error(name)
  return person
}

export function account({ id, login, type }: Account): Account {
  return { id, login, type }
}

/** A new pull request that changes one object. */
export function newWorld(table: TablePolicy): World {
  const tip: State = { a: 3, b: 3, c: 3 }
  const world: World = {
    now: Date.UTC(2026, 10, 23, 10) / 1000,
    table,
    tip,
    commits: new Map(),
    gone: new Set(),
    branch: [],
    heads: [],
    reviews: [],
    labels: [],
    labelEvents: [],
    comments: [],
    debts: [],
    team: { members: ['bob', 'dan', 'tom', 'gil'] },
    initiators: [],
    incomplete: [],
    serial: 1,
  }
  push(world, { state: { ...tip, a: 2 }, fork: tip, author: AMY, committer: AMY, automatic: false }, AMY)
  return world
}

/** A commit more on the branch, pushed by somebody. */
export function push(world: World, commit: Omit<WorldCommit, 'sha'>, by: Account | null): void {
  const sha = addCommit(world, commit)
  world.branch = [...world.branch, sha]
  world.heads.push({ sha, at: world.now, by: by && account(by) })
}

/** The branch is another one from now on. */
export function forcePush(
  world: World,
  commits: readonly Omit<WorldCommit, 'sha'>[],
  by: Account | null,
): void {
  world.branch = commits.map((commit) => addCommit(world, commit))
  const sha = world.branch.at(-1)
  if (sha !== undefined) world.heads.push({ sha, at: world.now, by: by && account(by) })
}

function addCommit(world: World, commit: Omit<WorldCommit, 'sha'>): Sha {
  const sha = parseSha((world.serial++).toString(16).padStart(40, '0'))
  if (sha === undefined) throw new Error('no commit id')
  world.commits.set(sha, { ...commit, sha })
  return sha
}

export function headOf(world: World): WorldCommit {
  const head = world.commits.get(world.branch.at(-1) ?? world.heads[0]?.sha ?? ('' as Sha))
  if (!head) throw new Error('no head')
  return head
}

/** What merging a commit into the base gives; null: a conflict. */
export function merged(world: World, { state, fork }: WorldCommit): State | null {
  const result: Record<ObjectName, number | null> = { ...world.tip }
  for (const name of OBJECTS) {
    const [theirs, before, ours] = [state[name], fork[name], world.tip[name]]
    if (theirs === before) continue
    if (ours !== before && ours !== theirs) return null
    result[name] = theirs
  }
  return result
}

const PATHS: Readonly<Record<ObjectName, string>> = { a: 'a.yaml', b: 'b.yaml', c: 'c.yaml' }
const compared = new Map<string, ChangeSet>()

/** What changes between two states, by the program's own comparison. */
export function changesBetween(table: TablePolicy, base: State, head: State): ChangeSet {
  const key = JSON.stringify([table.name, base, head])
  const known = compared.get(key)
  if (known) return known
  const files = OBJECTS.filter((name) => base[name] !== head[name]).map((name) => ({
    path: PATHS[name],
    base: fileOf(name, base[name]),
    head: fileOf(name, head[name]),
  }))
  const changes = compareFiles(files, table.policy)
  compared.set(key, changes)
  return changes
}

function fileOf(name: ObjectName, replicas: number | null) {
  if (replicas === null) return null
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}, namespace: ${name} }\nspec: { replicas: ${String(replicas)} }\n`
  return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) } as const
}

/** What every commit that is still there would make of the objects. */
export function contentsByCommit(world: World): ReadonlyMap<Sha | 'head', Contents> {
  const contents = new Map<Sha | 'head', Contents>()
  const wanted = new Set([...world.reviews.map(({ commit }) => commit), ...world.heads.map(({ sha }) => sha)])
  for (const sha of wanted) {
    const commit = sha === null || sha === 'head' || world.gone.has(sha) ? undefined : world.commits.get(sha)
    const state = commit && merged(world, commit)
    if (commit && state) contents.set(commit.sha, contentsOf(changesBetween(world.table, world.tip, state)))
  }
  return contents
}

export function instant(seconds: number): Instant {
  const moment = instantFromMilliseconds(seconds * 1000)
  if (moment === undefined) throw new Error('no moment')
  return moment
}

/** Everything known about the pull request now. */
export function factsOf(world: World): Facts {
  const head = headOf(world)
  return {
    now: instant(world.now),
    pullRequest: {
      number: 1,
      title: 'Change',
      author: account(AMY),
      initiators: world.initiators,
      draft: false,
      base: { ref: 'main', sha: null },
      head: { sha: head.sha },
    },
    commits: world.branch.flatMap((sha) => {
      const commit = world.commits.get(sha)
      if (!commit) return []
      const { author, committer, automatic } = commit
      return [{ sha, author, committer, coAuthors: [], automaticMerge: automatic }]
    }),
    heads: world.heads.map(({ sha, at, by }) => ({ sha, at: instant(at), by })),
    reviews: world.reviews,
    labels: world.labels,
    labelEvents: world.labelEvents,
    comments: world.comments,
    debts: world.debts,
    teams: new Map([['@o/team', world.team]]),
    incomplete: world.incomplete,
  }
}

import type { Account, Actor, Review } from '../../src/core/model/facts.ts'
import {
  OBJECTS,
  type ObjectName,
  OWNERS,
  type Severity,
  type TableEntry,
  type TableRule,
  type TableWindow,
} from './policies.ts'
import { headOf, merged, PEOPLE, type World, type WorldCommit } from './world.ts'

/*
 * What the rules of approvals, windows and break-glass mean, said once more: as plainly and slowly as can be, from the tables and the world,
 * without any function of the program. Where there is a choice, every one is tried.
 */

/** The answer, with what keeps the merge from being allowed. */
export interface OracleAnswer {
  readonly outcome: 'allow' | 'hold' | 'deny'
  readonly because: readonly string[]
  readonly isGlassBroken: boolean
}

interface OracleFinding {
  readonly object: ObjectName
  readonly severity: Severity
  readonly narrows: boolean
}

const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical']
const WEEK = 7 * 24 * 3600

/** May the pull request be merged now. */
export function ask(world: World): OracleAnswer {
  const head = headOf(world)
  const result = merged(world, head)
  if (result === null) return { outcome: 'hold', because: ['conflict'], isGlassBroken: false }
  const rules = world.table.rules.filter(
    ({ object, deniesZero }) =>
      result[object] !== world.tip[object] && (!deniesZero || goesToZero(world.tip[object], result[object])),
  )
  const active = rules.filter(
    ({ exceptedUntil }) => exceptedUntil === undefined || world.now >= exceptedUntil,
  )
  if (active.some(({ deniesZero }) => deniesZero))
    return { outcome: 'deny', because: ['denied'], isGlassBroken: false }
  const findings = active.map(findingOf)
  const open = [
    ...approvalsOpen(world, findings),
    ...windowsOpen(world, findings),
    ...timesOpen(world, findings),
  ]
  const because = open.map(({ why }) => why)
  if (open.length === 0) return { outcome: 'allow', because, isGlassBroken: false }
  const asked = requests(world, findings).flatMap(({ from }) => from)
  const broken = isGlassBroken(world, open, asked)
  return { outcome: broken ? 'allow' : 'hold', because: broken ? [] : because, isGlassBroken: broken }
}

function goesToZero(old: number | null, now: number | null): boolean {
  return old !== null && now === 0
}

function findingOf({ object, severity, narrows }: TableRule): OracleFinding {
  return { object, severity, narrows: narrows === true }
}

/** Something that is asked for and not given. */
interface Open {
  readonly why: string
  readonly objects: readonly ObjectName[]
  readonly excludesCommitters: boolean
}

// Approvals

interface Request {
  readonly entry: TableEntry
  readonly key: string
  readonly group: string | null
  readonly from: readonly string[]
  readonly objects: ObjectName[]
}

function requests(world: World, findings: readonly OracleFinding[]): readonly Request[] {
  const all = new Map<string, Request>()
  for (const { object, severity } of findings) {
    const needs = world.table.needs[severity]
    for (const [index, entry] of (needs?.approvals ?? []).entries()) {
      const from = resolve(world, entry, object)
      const key = `${severity} ${String(index)} ${[...from].toSorted().join(' ')}`
      const known = all.get(key) ?? {
        entry,
        key,
        group: needs?.distinct ? severity : null,
        from,
        objects: [],
      }
      if (!known.objects.includes(object)) known.objects.push(object)
      all.set(key, known)
    }
  }
  return [...all.values()]
}

function resolve(world: World, { from }: TableEntry, object: ObjectName): readonly string[] {
  const owners = OWNERS[object].length > 0 ? OWNERS[object] : world.table.fallback
  return [...new Set(from.flatMap((one) => (one === 'codeowners' ? owners : [one])))]
}

function approvalsOpen(world: World, findings: readonly OracleFinding[]): readonly Open[] {
  const asked = requests(world, findings)
  const served = serve(world, asked)
  return asked.flatMap((request) => {
    const { entry, key, objects } = request
    const why = blocked(world, request) ?? (served.has(key) ? null : `approvals missing: ${key}`)
    return why === null ? [] : [{ why, objects, excludesCommitters: entry.excludesCommitters }]
  })
}

/** What holds a request however many approve. */
function blocked(world: World, request: Request): string | null {
  const {
    entry: { excludesCommitters, strict },
    from,
  } = request
  const { incomplete } = world
  if (incomplete.includes('reviews')) return 'reviews are not known'
  if (excludesCommitters && incomplete.includes('commits')) return 'commits are not known'
  if (incomplete.includes('initiators') && approvers(world, request).length > 0)
    return 'who set an agent to work is not known'
  if ((excludesCommitters || strict) && incomplete.includes('heads')) return 'heads are not known'
  if (excludesCommitters && unknownCommit(world)) return 'a commit belongs to nobody'
  const objector = opinions(world).find(
    ({ state, by }) =>
      state === 'CHANGES_REQUESTED' && by !== null && mayAct(world, by, from, excludesCommitters),
  )
  return objector ? 'changes are requested' : null
}

/** The requests for which there are enough people; where people serve one request only, every way to share them is tried. */
function serve(world: World, asked: readonly Request[]): ReadonlySet<string> {
  const served = new Set<string>()
  for (const request of asked.filter(({ group }) => group === null)) {
    if (isEnough(world, request, approvers(world, request))) served.add(request.key)
  }
  for (const group of new Set(asked.map((request) => request.group))) {
    if (group === null) continue
    for (const request of bestShare(
      world,
      asked.filter((one) => one.group === group),
    ))
      served.add(request.key)
  }
  return served
}

/** As many as possible in their order, as the requests stand. */
function bestShare(world: World, asked: readonly Request[]): readonly Request[] {
  let best: readonly Request[] = []
  for (const next of asked) {
    const wanted = [...best, next]
    if (canShare(world, wanted)) best = wanted
  }
  return best
}

function canShare(world: World, wanted: readonly Request[]): boolean {
  const people = [...new Set(wanted.flatMap((request) => approvers(world, request)))]
  const tryAll = (index: number, given: readonly (readonly number[])[]): boolean => {
    const person = people[index]
    if (person === undefined) return wanted.every((request, at) => isEnough(world, request, given[at] ?? []))
    return [...wanted.keys(), -1].some((place) =>
      tryAll(
        index + 1,
        given.map((some, at) => (at === place ? [...some, person] : some)),
      ),
    )
  }
  return tryAll(
    0,
    wanted.map(() => []),
  )
}

/** Ids of those who approved something of a request and may. */
function approvers(world: World, request: Request): readonly number[] {
  return opinions(world).flatMap((review) =>
    review.state === 'APPROVED' &&
    review.by &&
    request.objects.some((object) => stands(world, review, request, object))
      ? [review.by.id]
      : [],
  )
}

function isEnough(world: World, request: Request, people: readonly number[]): boolean {
  const allowed = approvers(world, request).filter((person) => people.includes(person))
  const need = request.entry.count + (request.entry.excludesCommitters && unknownPusher(world) ? 1 : 0)
  return request.objects.every((object) => {
    const covering = opinions(world).filter(
      (review) => review.by && allowed.includes(review.by.id) && stands(world, review, request, object),
    )
    return covering.length >= need
  })
}

function stands(world: World, review: Review, { entry, from }: Request, object: ObjectName): boolean {
  if (review.by === null || !mayAct(world, review.by, from, entry.excludesCommitters)) return false
  if (entry.strict && !isOnPresentHead(world, review)) return false
  return coversObject(world, review.commit, object)
}

function isOnPresentHead(world: World, review: Review): boolean {
  const head = headOf(world).sha
  if (review.commit !== head) return false
  const arrivals = world.heads.filter(({ sha }) => sha === head).map(({ at }) => at)
  return arrivals.length > 0 && arrivals.every((at) => review.submittedAt >= at * 1000)
}

/** The last word of each person that is no comment: by time, then by number. Deleted accounts have none. */
function opinions(world: World): readonly Review[] {
  const last = new Map<number, Review>()
  for (const review of world.reviews) {
    if (review.by === null || review.state === 'COMMENTED') continue
    const known = last.get(review.by.id)
    const isLater =
      known === undefined ||
      review.submittedAt > known.submittedAt ||
      (review.submittedAt === known.submittedAt && review.id > known.id)
    if (isLater) last.set(review.by.id, review)
  }
  return [...last.values()]
}

function coversObject(world: World, commit: Review['commit'], object: ObjectName): boolean {
  const head = headOf(world)
  if (commit === head.sha) return true
  const given =
    typeof commit === 'string' && commit !== 'head' && !world.gone.has(commit)
      ? world.commits.get(commit)
      : undefined
  const [then, now] = [given && merged(world, given), merged(world, head)]
  return !!then && !!now && then[object] === now[object]
}

// People

function mayAct(
  world: World,
  by: Actor,
  from: readonly string[],
  excludesCommitters: boolean,
  authors: readonly number[] = authorsOf(world),
): boolean {
  if (authors.includes(by.id) || by.type !== 'User' || by.canWrite !== true) return false
  if (excludesCommitters && wrote(world).includes(by.id)) return false
  return from.some((one) => one === `@${by.login}` || (one === '@o/team' && isMember(world, by)))
}

function authorsOf({ initiators }: World): readonly number[] {
  return [1, ...initiators.map(({ id }) => id)]
}

function isMember({ team }: World, { login }: Account): boolean {
  return 'members' in team && team.members.includes(login)
}

function wrote(world: World): readonly number[] {
  const commits = written(world)
  const pushed = relevantHeads(world).map(({ by }) => by)
  return [...commits.flatMap(({ author, committer }) => [author, committer]), ...pushed].flatMap(
    (one) => one?.id ?? [],
  )
}

function written(world: World): readonly WorldCommit[] {
  return world.branch.flatMap((sha) => world.commits.get(sha) ?? []).filter(({ automatic }) => !automatic)
}

/** What somebody saw who did something then: in one second nobody knows what came first, so what was there before it. */
function headSeenAt(world: World, at: number): World['heads'][number] | undefined {
  const before = world.heads.filter((head) => head.at < at)
  return before.at(-1) ?? world.heads.find((head) => head.at === at)
}

function relevantHeads(world: World): World['heads'] {
  return world.heads.filter(
    ({ sha }) => world.branch.includes(sha) && world.commits.get(sha)?.automatic === false,
  )
}

function unknownCommit(world: World): boolean {
  return written(world).some(({ author, committer }) => author === null || committer === null)
}

function unknownPusher(world: World): boolean {
  return relevantHeads(world).some(({ by }) => by === null)
}

// Deploy windows

function windowsOpen(world: World, findings: readonly OracleFinding[]): readonly Open[] {
  const groups = new Map<string, { severity: Severity; openers: readonly string[]; objects: ObjectName[] }>()
  for (const { object, severity } of findings) {
    const needs = world.table.needs[severity]
    if (!needs?.window) continue
    const openers = needs.window.openedBy ?? [
      ...new Set(needs.approvals.flatMap((entry) => resolve(world, entry, object))),
    ]
    const key = `${severity} ${[...openers].toSorted().join(' ')}`
    const group = groups.get(key) ?? { severity, openers, objects: [] }
    if (!group.objects.includes(object)) group.objects.push(object)
    groups.set(key, group)
  }
  return [...groups].flatMap(([key, { severity, openers, objects }]) => {
    const window = world.table.needs[severity]?.window
    if (!window || isWindowOpen(world, window, openers, objects)) return []
    const { excludesCommitters } = window
    return [{ why: `no window: ${key}`, objects, excludesCommitters }]
  })
}

function isWindowOpen(
  world: World,
  window: { readonly max: number; readonly excludesCommitters: boolean },
  openers: readonly string[],
  objects: readonly ObjectName[],
): boolean {
  const claims = world.labels.flatMap((label) => {
    const claim = claimOf(world, label, window.max)
    return claim ? [claim] : []
  })
  if (['labels', 'labelEvents'].some((list) => world.incomplete.includes(list as 'labels'))) return false
  if (claims.length > 0 && world.incomplete.includes('heads')) return false
  if (claims.length > 0 && window.excludesCommitters && world.incomplete.includes('commits')) return false
  if (window.excludesCommitters && unknownCommit(world)) return false
  return claims.some(
    ({ by, from, until, commit }) =>
      by !== null &&
      mayAct(world, by, openers, window.excludesCommitters) &&
      world.now >= from &&
      world.now < until &&
      objects.every((object) => coversObject(world, commit, object)),
  )
}

interface OracleClaim {
  readonly by: Actor | null
  readonly from: number
  readonly until: number
  readonly commit: Review['commit']
}

const LENGTHS: Readonly<Record<string, number>> = { '30m': 1800, '1h': 3600, '2h': 7200, '5h': 18_000 }

function claimOf(world: World, label: string, max: number): OracleClaim | null {
  const event = world.labelEvents.filter((one) => one.label === label).at(-1)
  if (event?.event !== 'labeled') return null
  const at = event.at / 1000
  const [, text = ''] = /^deploy-window\/(.*)$/.exec(label) ?? []
  const span = spanOf(world, text, at)
  if (span === null || span.start - at > WEEK) return null
  const headThen = headSeenAt(world, at)
  return {
    by: event.by,
    from: Math.max(span.start, at),
    until: Math.min(span.end, span.start + max),
    commit: headThen?.sha ?? null,
  }
}

function spanOf(
  world: World,
  text: string,
  at: number,
): { readonly start: number; readonly end: number } | null {
  const length = LENGTHS[text]
  if (length !== undefined) return { start: at, end: at + length }
  const booked = /^(.+Z)\+(\w+)$/.exec(text)
  const bookedLength = LENGTHS[booked?.[2] ?? '']
  if (booked?.[1] !== undefined && bookedLength !== undefined) {
    const start = Date.parse(booked[1]) / 1000
    return { start, end: start + bookedLength }
  }
  const window = world.table.windows.find(({ name, kind }) => name === text && kind === 'allow')
  if (!window) return null
  for (let second = at; second < at + 2 * WEEK; second += 60 - (second % 60)) {
    const start = startOfActive(window, second)
    if (start === null) continue
    return { start: second === at ? at : start, end: start + window.length }
  }
  return null
}

// Recurring windows

/** When the occurrence that is active at a second began; null: none is. */
function startOfActive({ starts, length }: TableWindow, second: number): number | null {
  for (const start of starts) {
    for (const week of [0, 1]) {
      const began = Math.floor(second / WEEK) * WEEK + start - week * WEEK
      if (began <= second && second < began + length) return began
    }
  }
  return null
}

function timesOpen(world: World, findings: readonly OracleFinding[]): readonly Open[] {
  const concerned = (window: TableWindow): readonly OracleFinding[] =>
    findings.filter(
      ({ severity, narrows }) => !narrows && ORDER.indexOf(severity) >= ORDER.indexOf(window.least),
    )
  const open = (window: TableWindow): Open => ({
    why: `${window.kind}: ${window.name}`,
    objects: concerned(window).map(({ object }) => object),
    excludesCommitters: concerned(window).some(({ severity }) => ORDER.indexOf(severity) >= 2),
  })
  const held = world.table.windows.filter(
    (window) =>
      concerned(window).length > 0 &&
      (window.kind === 'deny') === (startOfActive(window, world.now) !== null),
  )
  return held.map(open)
}

// Break-glass

const GLASS_LASTS = 3600

function isGlassBroken(world: World, open: readonly Open[], asked: readonly string[]): boolean {
  const { glass } = world.table
  const lists = ['labels', 'labelEvents', 'comments', 'debts', 'heads', 'reviews', 'initiators'] as const
  if (!glass || !world.labels.includes('break-glass')) return false
  if (lists.some((list) => world.incomplete.includes(list))) return false
  const event = world.labelEvents.filter(({ label }) => label === 'break-glass').at(-1)
  if (event?.event !== 'labeled' || event.by === null) return false
  const { by } = event
  const at = event.at / 1000
  if (!mayAct(world, by, glass.by, false, []) || world.now >= at + GLASS_LASTS) return false
  const headThen = headSeenAt(world, at)
  const objects = OBJECTS.filter((object) => open.some((one) => one.objects.includes(object)))
  if (!objects.every((object) => coversObject(world, headThen?.sha ?? null, object))) return false
  if (world.debts.some((debt) => owes(world, debt, by.id, glass.reviewedBy))) return false
  const said = world.comments.some(
    (comment) =>
      comment.by?.id === by.id &&
      comment.editedAt === null &&
      comment.createdAt >= (at - GLASS_LASTS) * 1000 &&
      comment.body.startsWith('/break-glass '),
  )
  return said && hasSecondPerson(world, open, by.id, [...glass.by, ...asked], objects)
}

function owes(
  world: World,
  debt: World['debts'][number],
  person: number,
  reviewers: readonly string[],
): boolean {
  const isPaid =
    debt.closedBy !== null && debt.closedBy.id !== person && reviewers.includes(`@${debt.closedBy.login}`)
  return debt.by.id === person && debt.dueAt <= world.now * 1000 && !isPaid
}

function hasSecondPerson(
  world: World,
  open: readonly Open[],
  breaker: number,
  from: readonly string[],
  objects: readonly ObjectName[],
): boolean {
  const excludesCommitters = open.some((one) => one.excludesCommitters)
  if (excludesCommitters && (world.incomplete.includes('commits') || unknownCommit(world))) return false
  const may = (person: Actor): boolean =>
    person.id !== breaker && mayAct(world, person, from, excludesCommitters)
  const said = opinions(world).filter((review) => review.by && may(review.by))
  if (said.some(({ state }) => state === 'CHANGES_REQUESTED')) return false
  const need = excludesCommitters && unknownPusher(world) ? 2 : 1
  return objects.every(
    (object) =>
      said.filter(({ state, commit }) => state === 'APPROVED' && coversObject(world, commit, object))
        .length >= need,
  )
}

/** Who may act at all, for tests that look whether anybody counts who never does. */
export function neverCounts(): readonly number[] {
  return PEOPLE.filter(({ id, type, canWrite }) => id === 1 || type !== 'User' || canWrite !== true).map(
    ({ id }) => id,
  )
}

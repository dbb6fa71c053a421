import { parseBot } from '../../model/bot-owner.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { type Severity, SEVERITIES } from '../../model/severity.ts'
import { compileDuration } from './compile-duration.ts'
import { BOOK_AHEAD, excludesCommitters } from './default-requirements.ts'
import type { ApprovalEntry, Needs, WindowEntry } from '../policy.ts'
import type {
  WrittenApproval,
  WrittenNeeds,
  WrittenRequirements,
  WrittenWindow,
} from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'

/** Where a `requirements` stands, and how its entries are named. */
export interface NeedsPlace {
  readonly pointer: JsonPointer
  /** `requirements`, or `environments.production.requirements`. */
  readonly name: string
  readonly report: Report
}

/** Checks `requirements` and makes them ready to be asked. */
export function compileRequirements(
  written: WrittenRequirements,
  place: NeedsPlace,
): ReadonlyMap<Severity, Needs> {
  const requirements = new Map<Severity, Needs>()
  for (const severity of SEVERITIES) {
    const needs = written[severity]
    if (!needs) continue
    const below = { ...place, pointer: `${place.pointer}/${severity}`, name: `${place.name}.${severity}` }
    requirements.set(severity, compileNeeds(needs, severity, below))
  }
  return requirements
}

/** Reports owners that nobody can be: only `codeowners`, `@user`, `@org/team` and bots by their number exist. */
export function reportOwners(owners: readonly string[], pointer: JsonPointer, report: Report): void {
  for (const [index, owner] of owners.entries()) {
    if (owner === 'codeowners' || /^@[A-Za-z\d][\w-]*(?:\/[\w.-]+)?$/.test(owner) || parseBot(owner)) continue
    if (/^@[\w-]+\[bot\]/.test(owner)) {
      reportBot(owner, `${pointer}/${String(index)}`, report)
      continue
    }
    const text = `"${owner.slice(0, 100)}" is nobody; write codeowners, @user or @org/team`
    const guess = `@${owner}`
    const looksRight = /^[A-Za-z\d][\w-]*(?:\/[\w.-]+)?$/.test(owner)
    report.add(`${pointer}/${String(index)}`, {
      code: 'policy.bad-owner',
      text: looksRight ? `${text}; did you mean "${guess}"?` : `${text}.`,
      ...(looksRight ? { suggestion: guess } : {}),
    })
  }
}

/** The name of a bot can be given to another one. */
function reportBot(owner: string, pointer: JsonPointer, report: Report): void {
  const text = `"${owner.slice(0, 100)}" names a bot, and bots count only by the number of their account; write it behind, such as @renovate[bot]#29139614.`
  report.add(pointer, { code: 'policy.bad-owner', text })
}

function compileNeeds(written: WrittenNeeds, severity: Severity, place: NeedsPlace): Needs {
  reportNothingNeeded(written, severity, place)
  reportDistinct(written, place)
  return {
    approvals: (written.approvals ?? []).map((entry, index) =>
      compileApproval(entry, severity, {
        ...place,
        pointer: `${place.pointer}/approvals/${String(index)}`,
        name: `${place.name}.approvals[${String(index)}]`,
      }),
    ),
    distinct: written.distinct === true ? place.name : null,
    window: written.window ? compileWindow(written.window, severity, place) : null,
  }
}

function compileApproval(written: WrittenApproval, severity: Severity, place: NeedsPlace): ApprovalEntry {
  reportOwners(written.from, `${place.pointer}/from`, place.report)
  if (written.from.length === 0) {
    const text = 'An empty "from" is nobody, so this can never be met. Name who may approve.'
    place.report.warn(`${place.pointer}/from`, { code: 'policy.empty-from', text })
  }
  reportTooMany(written, place)
  return {
    entry: place.name,
    from: written.from,
    count: written.count ?? 1,
    strict: written.strict ?? false,
    excludeCommitters: written.excludeCommitters ?? excludesCommitters(severity),
  }
}

function compileWindow(written: WrittenWindow, severity: Severity, place: NeedsPlace): WindowEntry {
  const pointer = `${place.pointer}/window`
  if (written.openedBy) {
    reportOwners(written.openedBy, `${pointer}/openedBy`, place.report)
    reportNoOpener(written.openedBy, `${pointer}/openedBy`, place.report)
  }
  return {
    entry: `${place.name}.window`,
    max: compileDuration(written.max, `${pointer}/max`, place.report),
    bookAhead:
      written.bookAhead === undefined
        ? BOOK_AHEAD
        : compileDuration(written.bookAhead, `${pointer}/bookAhead`, place.report),
    openedBy: written.openedBy ?? null,
    excludeCommitters: excludesCommitters(severity),
  }
}

function reportNoOpener(openedBy: readonly string[], pointer: JsonPointer, report: Report): void {
  if (openedBy.length > 0) return
  const text = 'An empty "openedBy" is nobody, so no window can ever open. Name who may open it.'
  report.warn(pointer, { code: 'policy.empty-from', text })
}

/** An empty list is said on purpose; nothing at all may be forgotten. */
function reportNothingNeeded(
  written: WrittenNeeds,
  severity: Severity,
  { pointer, report }: NeedsPlace,
): void {
  if (severity === 'low' || written.approvals || written.window || !report.isWhole(pointer)) return
  const text = `Findings of severity ${severity} need nobody here: there are neither approvals nor a window. Write them, or approvals: [] to say that this is meant.`
  report.warn(pointer, { code: 'policy.needs-nothing', text })
}

/** One entry for code owners is several requirements: each path has its own. */
function reportDistinct({ distinct, approvals = [] }: WrittenNeeds, { pointer, report }: NeedsPlace): void {
  const [only, second] = approvals
  if (distinct !== true || second || only?.from.includes('codeowners') || !report.isWhole(pointer)) return
  const text =
    '"distinct" keeps one person from serving two approvals, and there are none to tell apart. Remove it, or raise "count".'
  report.warn(`${pointer}/distinct`, { code: 'policy.no-effect', text })
}

function reportTooMany({ from, count = 1 }: WrittenApproval, { pointer, report }: NeedsPlace): void {
  const users = new Set(from.map((owner) => owner.toLowerCase()))
  if (users.size === 0 || users.size >= count || ![...users].every((owner) => /^@[^/]+$/.test(owner))) return
  const text = `${String(count)} people have to approve and "from" names ${String(users.size)}, so this can never be met. Name more, or lower "count".`
  report.add(`${pointer}/count`, { code: 'policy.count-too-high', text })
}

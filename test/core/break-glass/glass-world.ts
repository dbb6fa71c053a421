import { checkBreakGlass } from '../../../src/core/break-glass/check-break-glass.ts'
import type { BreakGlass, BreakGlassVerdict } from '../../../src/core/model/break-glass.ts'
import type { Contents, ContentsByCommit } from '../../../src/core/model/contents.ts'
import type { Comment, Facts, LabelEvent } from '../../../src/core/model/facts.ts'
import { HOUR, type Instant } from '../../../src/core/model/instant.ts'
import type { Verdict } from '../../../src/core/model/verdict.ts'
import {
  baseFacts,
  check,
  contents,
  finding,
  person,
  requirement,
  review,
  t,
  writer,
} from '../../support/approval-world.ts'

/** The way through at night: nia or tess may break it, for an hour. */
export const GLASS: BreakGlass = {
  label: 'break-glass',
  by: ['@nia', '@tess'],
  approvals: 1,
  max: HOUR,
  reviewWithin: 24 * HOUR,
  reviewedBy: ['@fay'],
}

export const HEAD: Contents = contents({ web: 'new' })

/** When nia sets the label. */
export const BROKEN: number = 110

/** A label event on the head. */
export function labelled(change: Partial<LabelEvent> = {}): LabelEvent {
  return { event: 'labeled', label: 'break-glass', by: writer('nia'), at: t(BROKEN), commit: null, ...change }
}

/** A comment in which nia says why. */
export function says(body: string, change: Partial<Comment> = {}): Comment {
  return { id: 50, by: person('nia'), body, createdAt: t(BROKEN + 1), editedAt: null, ...change }
}

/** Ten minutes after nia broke the glass with a reason; tess approved, whom nothing else asks. */
export function brokenFacts(change: Partial<Facts> = {}): Facts {
  return baseFacts({
    now: t(BROKEN + 10),
    labels: ['break-glass'],
    labelEvents: [labelled()],
    comments: [says('/break-glass the shop is down')],
    reviews: [review('tess', 'APPROVED', 60)],
    ...change,
  })
}

/** What holds: nobody of the requirement approved. */
export function held(facts: Facts, change: Parameters<typeof requirement>[0] = {}): readonly Verdict[] {
  return check(requirement({ from: ['@dan'], findings: [finding('web')], ...change }), facts).verdicts
}

/** What becomes of the wish to break the glass. */
export function broken(
  facts: Facts,
  more: {
    readonly policy?: Partial<BreakGlass>
    readonly verdicts?: readonly Verdict[]
    readonly commits?: ContentsByCommit
    readonly head?: Contents
  } = {},
): BreakGlassVerdict | null {
  const { policy, verdicts = held(facts), commits = new Map(), head = HEAD } = more
  return checkBreakGlass({ ...GLASS, ...policy }, verdicts, facts, head, commits)
}

/** `met glass-broken`: a verdict in few words. */
export function inShort(verdict: BreakGlassVerdict | null): string {
  if (verdict === null) return 'not asked'
  const { reason } = verdict
  return `${verdict.verdict} ${reason.code}${reason.code === 'glass-approval' ? ` ${reason.of.code}` : ''}`
}

/** A moment of the world, some seconds off a minute. */
export function seconds(minute: number, off: number): Instant {
  return t(minute + off / 60)
}

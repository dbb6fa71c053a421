import type { Decision } from '../decision/decision.ts'
import { glassStep } from './break-glass-step.ts'
import { brokenGlassWording } from './break-glass-text.ts'
import { endText, firstDenial, headline } from './headline.ts'
import { nextStep } from './next-step.ts'
import { authorWording, someOf } from './people-words.ts'
import { count, timeOf } from './phrases.ts'
import { tellingOf } from './step.ts'
import { exactly, say, series, type Wording } from './wording.ts'

/** What whoever is tired reads: the outcome, and what happens next and who does it. */
export interface OpeningLines {
  readonly title: Wording
  /** What the second line begins with: `Next`, or `Needed` while nobody was asked. */
  readonly word: 'Next' | 'Needed'
  /** A sentence without its full stop; null: nothing is to be done. */
  readonly next: Wording | null
  /** For a third line: why it is denied, or why the glass is broken and what that skips; null: neither is. */
  readonly why: Wording | null
}

/** The first lines of a report. */
export function openingLines(decision: Decision): OpeningLines {
  const word = decision.pullRequest === null && decision.outcome === 'hold' ? 'Needed' : 'Next'
  return { word, ...titleAndNext(decision), why: whyOf(decision) }
}

function titleAndNext(decision: Decision): Pick<OpeningLines, 'title' | 'next'> {
  const [obstacle] = decision.obstacles
  if (obstacle) return undecidedLines(obstacle, decision)
  if (decision.outcome !== 'hold') return { title: headline(decision), next: afterwards(decision) }
  const { heading, action } = nextStep(decision)
  if (!decision.breakGlass) return { title: heading, next: action }
  const glass = glassStep(decision.breakGlass, tellingOf(decision))
  return {
    title: say`Glass not broken: ${glass.why}`,
    next: say`${glass.act}. Or without breaking it: ${action}`,
  }
}

function whyOf(decision: Decision): Wording | null {
  if (decision.outcome !== 'deny') return brokenGlassWording(decision)
  const why = firstDenial(decision)?.why ?? ''
  return why === '' ? null : [why]
}

function undecidedLines(
  obstacle: Decision['obstacles'][number],
  decision: Decision,
): Pick<OpeningLines, 'title' | 'next'> {
  switch (obstacle.code) {
    case 'conflict': {
      const paths = series(
        obstacle.paths.map((path) => [exactly(path)]),
        'and',
        2,
      )
      return {
        title: obstacle.paths.length > 0 ? say`Merge conflict in ${paths}` : say`Merge conflict`,
        next: say`${authorWording(decision.pullRequest?.author ?? null)} resolves it on this branch; until then there is no result to look at`,
      }
    }
    case 'policy-invalid':
      return {
        title: say`Cannot decide: the policy has ${count(decision.issues.length, 'mistake')}`,
        next: say`correct the policy on the base branch${firstPlace(decision)}; until then nothing can be approved`,
      }
    case 'unreadable':
      return { title: headline(decision), next: say`run this check again once that is mended` }
    default:
      return obstacle satisfies never
  }
}

function removal({ pullRequest }: Decision): Wording {
  if (pullRequest === null) return say`take that out`
  return say`${authorWording(pullRequest.author)} takes that out of this pull request`
}

function firstPlace({ issues: [first] }: Decision): Wording {
  return first ? say`, beginning at ${exactly(`${first.path}:${String(first.line)}`)}` : []
}

function afterwards(decision: Decision): Wording | null {
  const { outcome, expiresAt, verdicts, breakGlass, decidedAt } = decision
  if (outcome === 'deny') return say`${removal(decision)}; no approval lifts a denial`
  if (outcome !== 'allow') return null
  if (breakGlass?.grant && expiresAt !== null) {
    const due = timeOf(breakGlass.grant.reviewDue, decidedAt)
    return say`merge before ${endText(decision, expiresAt)}; ${someOf(1, breakGlass.policy.reviewedBy)} reviews it afterwards, by ${due}`
  }
  if (expiresAt !== null)
    return say`merge before ${endText(decision, expiresAt)}; after that the merge is blocked again`
  return verdicts.some(({ verdict }) => verdict === 'met') ? say`merge; nothing is missing` : null
}

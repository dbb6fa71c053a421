import type { Finding } from '../../model/finding.ts'
import type { Instant } from '../../model/instant.ts'
import { capSeverity, compareSeverity } from '../../model/severity.ts'
import type { Judgement } from './judge.ts'
import type { Exception, Policy } from '../policy.ts'
import type { Match, Rule } from '../rule.ts'

/** What a finding is about, and where. */
export type FindingPlace = Pick<
  Finding,
  'object' | 'environment' | 'cluster' | 'path' | 'line' | 'pointer' | 'paths' | 'subject'
> & {
  /** How people name it: `Deployment shop/web`, or a path. */
  readonly title: string
}

/** What a rule's judgement of one subject means. `matches` says whether an exception's match holds for that subject. */
export function makeFinding(
  policy: Pick<Policy, 'environments' | 'exceptions'>,
  rule: Rule,
  judgement: Judgement,
  about: FindingPlace,
  now: Instant,
  matches: (match: Match) => boolean,
): Finding {
  const { title, ...place } = about
  const common = { ...place, rule: rule.id, why: rule.why, references: rule.references }
  if (judgement.kind === 'unknown') {
    return {
      ...common,
      ...unknown(rule, judgement.holds),
      message: `${unevaluated(rule.id)} ${title}: ${judgement.error}.`,
    }
  }
  return {
    ...common,
    severity: cappedSeverity(policy, rule, place.environment),
    effect: rule.effect,
    message: judgement.message,
    narrows: rule.narrows,
    exception: exceptionFor(policy.exceptions, rule, now, matches),
  }
}

/** Whether a finding only says that its rule, or the rule's message, could not be evaluated. */
export function isUnevaluated({ rule, message }: Pick<Finding, 'rule' | 'message'>): boolean {
  return message.startsWith(unevaluated(rule))
}

function unevaluated(rule: string): string {
  return `The rule ${rule} could not be evaluated for`
}

/** Not knowing holds, and denies only what certainly holds: at least high, never a mere notice, capped by no environment and waived by no exception. */
function unknown(rule: Rule, holds: boolean): Pick<Finding, 'severity' | 'effect' | 'narrows' | 'exception'> {
  return {
    severity: compareSeverity(rule.severity, 'high') > 0 ? rule.severity : 'high',
    effect: holds && rule.effect === 'deny' ? 'deny' : 'require',
    narrows: false,
    exception: null,
  }
}

function cappedSeverity(
  policy: Pick<Policy, 'environments'>,
  rule: Rule,
  environment: string | null,
): Finding['severity'] {
  const cap = policy.environments.find((candidate) => candidate.name === environment)?.maxSeverity
  return cap && !rule.locked ? capSeverity(rule.severity, cap) : rule.severity
}

function exceptionFor(
  exceptions: readonly Exception[],
  rule: Rule,
  now: Instant,
  matches: (match: Match) => boolean,
): Finding['exception'] {
  if (rule.locked) return null
  const found = exceptions.find(
    (exception) => exception.rule === rule.id && now < exception.expiresAt && matches(exception.match),
  )
  return found ? { owner: found.owner, until: found.until, reason: found.reason } : null
}

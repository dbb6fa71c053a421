import * as v from 'valibot'
import type { WrittenNeeds, WrittenRequirements } from '../policy-document.ts'
import { type Described, duration, flag, listOf, people, texts, textsLike } from './described.ts'

const ApprovalSchema = v.strictObject({
  from: textsLike(
    "Who: codeowners (the owners of the finding's path), @user, @org/team. Any of them.",
    'codeowners',
    '@acme/platform',
  ),
  count: v.optional(people('How many distinct people. Default 1.')),
  strict: v.optional(
    flag('Only an approval on the head commit, given after it arrived, counts. Default false.'),
  ),
  excludeCommitters: v.optional(
    flag(
      'Nobody who wrote a commit of the pull request counts. Default true at high and critical, else false.',
    ),
  ),
})

const WindowSchema = v.pipe(
  v.strictObject({
    max: duration('The longest that a deploy window may be open.'),
    openedBy: v.optional(texts('Who may open it. Default: whoever could give one of the approvals.')),
    bookAhead: v.optional(duration('How far ahead a stated start may lie. Default 7d.')),
  }),
  v.description('An open deploy window is needed: the label deploy-window/2h, set by somebody who may.'),
)

const needs = (who: string): Described<WrittenNeeds> =>
  v.pipe(
    v.strictObject({
      approvals: v.optional(
        listOf(ApprovalSchema, 'Approvals, all of them needed. An empty list says that none is.'),
      ),
      distinct: v.optional(flag('One person serves only one of these approvals. Default false.')),
      window: v.optional(WindowSchema),
    }),
    v.description(`What findings of severity ${who} need. It replaces what they need by default, whole.`),
  )

/** `requirements`, of a policy or of one environment. */
export const RequirementsSchema: Described<WrittenRequirements> = v.pipe(
  v.strictObject({
    low: v.optional(needs('low')),
    medium: v.optional(needs('medium')),
    high: v.optional(needs('high')),
    critical: v.optional(needs('critical')),
  }),
  v.description(
    'What each severity needs. Where nothing is said: low nothing; medium one code owner; high one code owner who wrote none of ' +
      'it and a window of at most 4h; critical two such owners and a window of at most 1h.',
  ),
)

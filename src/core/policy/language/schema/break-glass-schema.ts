import * as v from 'valibot'
import type { WrittenBreakGlass } from '../policy-document.ts'
import { type Described, duration, people, textLike, texts } from './described.ts'

/** `breakGlass`. */
export const BreakGlassSchema: Described<WrittenBreakGlass> = v.pipe(
  v.strictObject({
    label: textLike('The label that asks for it. It may not begin with deploy-window/.', ['break-glass']),
    by: texts(
      'Who may set the label: @user, @org/team. They also have to write why, in a comment that begins with /break-glass.',
    ),
    approvals: v.optional(
      people(
        'How many other people have to approve: of those in by, or of those whose approval the merge asks for. Default 1.',
      ),
    ),
    max: duration('How long it lasts, from the moment the label was set.'),
    reviewWithin: v.optional(duration('How soon the review after the fact is due. Default 24h.')),
    reviewedBy: texts('Who reviews it after the fact: @user, @org/team.'),
  }),
  v.description(
    'The way through at night: the label by a listed person, with a reason and an approval, turns a hold into an allow for a short ' +
      'time and leaves a review to be done. What is denied stays denied.',
  ),
)

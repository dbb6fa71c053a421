import * as v from 'valibot'
import type { WrittenSyncWindow } from '../policy-document.ts'
import { type Described, severity, text, textLike, word } from './described.ts'
import { ClustersSchema, EnvironmentsSchema, KindsSchema, NamespacesSchema } from './match-schema.ts'

/** One entry of `windows`. */
export const SyncWindowSchema: Described<WrittenSyncWindow> = v.strictObject({
  name: text(
    'The name of the window: letters, digits, dots, dashes and underscores. The label deploy-window/NAME asks for an allow window.',
  ),
  kind: word(
    ['allow', 'deny'],
    'deny: nothing that needs somebody merges while the window is active. allow: it merges only while one of the allow windows ' +
      'that apply is active. deny beats allow.',
  ),
  schedule: textLike(
    'When it starts, as five fields of cron: minute, hour, day of the month, month, day of the week. Quote it, because YAML reads ' +
      'a leading * as something else.',
    ['0 17 * * 5', '0 9 * * MON-FRI', '0 0 24 12 *'],
  ),
  duration: textLike('How long it stays active, in elapsed time. A duration such as 30m, 8h or 2d.', [
    '8h',
    '63h',
    '2d',
  ]),
  timeZone: v.optional(
    textLike('The time zone of the schedule by its IANA name. Default UTC.', [
      'Europe/Paris',
      'America/New_York',
      'UTC',
    ]),
  ),
  environments: v.optional(EnvironmentsSchema),
  clusters: v.optional(ClustersSchema),
  namespaces: v.optional(NamespacesSchema),
  kinds: v.optional(KindsSchema),
  minSeverity: v.optional(
    severity('Findings below this severity do not care about the window. Default low: all do.'),
  ),
  reason: v.optional(text('Why; people who are held read it.')),
})

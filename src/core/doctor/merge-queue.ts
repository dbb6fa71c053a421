import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation } from './observation.ts'
import { relaysOf } from './relay.ts'
import type { Setup } from './setup.ts'

/** Whether the gate knows of groups in a merge queue. */
export type QueueRemark =
  | { readonly code: 'queue-relayed'; readonly path: string }
  | { readonly code: 'queue-not-relayed' }
  | { readonly code: 'queue-head-only' }
  | UnreadRemark

/** Does every entry of the branch's merge queue get the status? Null: it has none, as far as the rules can be read. */
export function checkQueue({ rules }: Observation, setup: Setup): Check<'merge-queue', QueueRemark> | null {
  const id = 'merge-queue'
  if (!rules.ok) return null
  const queues = rules.value.flatMap((rule) => (rule.kind === 'merge-queue' ? [rule] : []))
  if (queues.length === 0) return null
  const relay = relaysOf(setup).find(({ triggers }) => triggers.has('merge_group'))
  if (relay === undefined) {
    const [doubt] = setup.unread
    return doubt ? unread(id, doubt) : { id, verdict: 'fix', remark: { code: 'queue-not-relayed' } }
  }
  return queues.some(({ grouping }) => grouping !== 'ALLGREEN')
    ? { id, verdict: 'note', remark: { code: 'queue-head-only' } }
    : { id, verdict: 'ok', remark: { code: 'queue-relayed', path: relay.path } }
}

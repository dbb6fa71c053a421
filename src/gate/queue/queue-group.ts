import type { Sha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { QueueEntry } from '../ports/merge-queues.ts'
import type { Problem } from '../ports/problem.ts'

/** An entry whose commit is made. */
export interface GroupMember {
  readonly number: number
  readonly commit: Sha
  readonly base: Sha
}

/**
 * Everything that merges when a commit of the queue does: its entry and all before it, each built on the one before. Whichever
 * way the queue groups, nothing behind a member that may not merge gets past it. Null: no entry ends with this commit.
 */
export function groupOf(
  entries: readonly QueueEntry[],
  commit: Sha,
): Result<readonly GroupMember[] | null, Problem> {
  const end = entries.findIndex((entry) => entry.commit === commit)
  if (end < 0) return ok(null)
  const members: GroupMember[] = []
  for (const entry of entries.slice(0, end + 1)) {
    const member = madeOf(entry)
    const before = members.at(-1)
    if (!member) return err(broken(entry, 'it has no commit yet'))
    if (before && member.base !== before.commit)
      return err(broken(entry, `it is not built on #${String(before.number)}, which is before it`))
    members.push(member)
  }
  return ok(members)
}

function madeOf({ number, commit, base }: QueueEntry): GroupMember | null {
  return commit && base ? { number, commit, base } : null
}

function broken({ number }: QueueEntry, why: string): Problem {
  const text = `Cannot decide on the merge queue at #${String(number)}: ${why}.`
  return { code: 'invalid', text }
}

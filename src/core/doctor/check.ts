import type { Unread } from './observation.ts'

/** `ok`, something to fix, something to know, or something that could not be read. */
export type CheckVerdict = 'ok' | 'fix' | 'note' | 'unknown'

/** What one question about a set-up gave. */
export interface Check<Id extends string, Remark> {
  readonly id: Id
  readonly verdict: CheckVerdict
  readonly remark: Remark
}

/** Something on which a check stands could not be read. */
export interface UnreadRemark extends Unread {
  readonly code: 'unread'
}

/** The check of something that could not be read. */
export function unread<Id extends string>(id: Id, { why, todo }: Unread): Check<Id, UnreadRemark> {
  return { id, verdict: 'unknown', remark: { code: 'unread', why, todo } }
}

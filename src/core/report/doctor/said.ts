import type { UnreadRemark } from '../../doctor/check.ts'

/** What a check saw and what to do about it, a sentence each. Texts of others are in it: not yet made harmless. */
export interface Said {
  readonly seen: string
  /** Null: nothing. */
  readonly todo: string | null
}

/** Makes a {@link Said}. */
export function said(seen: string, todo: string | null = null): Said {
  return { seen, todo }
}

/** What is said where something could not be read. */
export function unreadSaid({ why, todo }: UnreadRemark): Said {
  return said(why, todo)
}

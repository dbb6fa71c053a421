/**
 * Whether a row of pattern items matches a row of `length` subjects. An item for which `isStar` holds stands for any
 * number of subjects, also none; every other item for exactly one that it `accepts`. An `open` pattern may leave
 * subjects over at the end.
 *
 * Each item meets each subject at most once, so the work is at most the product of the two lengths, whatever the
 * pattern says: only the last star is ever tried again.
 */
export function matchWildcards<Item>(
  items: readonly Item[],
  length: number,
  isStar: (item: Item) => boolean,
  accepts: (item: Item, at: number) => boolean,
  open: boolean,
): boolean {
  let next = 0
  let at = 0
  let retry: { readonly next: number; at: number } | undefined
  for (;;) {
    const item = items[next]
    if (item !== undefined && isStar(item)) {
      next += 1
      retry = { next, at }
    } else if (item === undefined && (open || at === length)) {
      return true
    } else if (item !== undefined && at < length && accepts(item, at)) {
      next += 1
      at += 1
    } else if (retry !== undefined && retry.at < length) {
      retry.at += 1
      next = retry.next
      at = retry.at
    } else {
      return false
    }
  }
}

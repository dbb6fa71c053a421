/** A list, and whether it was read to its end. */
export interface Listed<T> {
  readonly items: readonly T[]
  readonly complete: boolean
}

/** A row of the table: what somebody types, what changes in Git, and every word with the place that says so. */
export interface VerbRow {
  readonly typed: string
  readonly change: string
  readonly before: object | null
  readonly after: object | null
  readonly said: readonly string[]
}

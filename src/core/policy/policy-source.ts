/** One policy file. `builtin` says that it ships with Drawbridge: only such a file may lock rules. */
export interface PolicySource {
  readonly path: string
  readonly text: string
  readonly builtin: boolean
}

/** What is certainly wrong with an expression: a sentence's start and middle, and at which offset of its text. */
export interface ExpressionMistake {
  readonly code: 'policy.unknown-field' | 'policy.unknown-word' | 'policy.expression-type'
  readonly text: string
  readonly offset: number
  readonly suggestion?: string
  /** It is one only when the objects have no other fields than are known. */
  readonly aboutKind?: true
}

/** A place in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A place in a file. */
export interface SourceLocation extends Position {
  readonly path: string
}

/** Order by file, then line, then column. */
export function compareLocations(a: SourceLocation, b: SourceLocation): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}

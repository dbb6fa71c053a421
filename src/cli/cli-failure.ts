/** Ends a command with sentences on standard error. Thrown for bad input, never for bugs. */
export class CliFailure extends Error {
  readonly exit: 2 | 64
  /** One sentence each. */
  readonly lines: readonly string[]

  constructor(exit: 2 | 64, lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'CliFailure'
    this.exit = exit
    this.lines = lines
  }
}

/** Something named on the command line cannot be used: exit 2. */
export function badInput(...lines: readonly string[]): CliFailure {
  return new CliFailure(2, lines)
}

/** The command line itself is wrong: exit 64, with the command's usage. */
export function wrongUsage(line: string): CliFailure {
  return new CliFailure(64, [line])
}

/** What a command sees of the process around it. */
export interface CliIo {
  /** Writes to standard output: the result and nothing else. */
  readonly print: (text: string) => void
  /** Writes to standard error. */
  readonly tell: (text: string) => void
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean
  /** Whether standard error is one, so that progress may be shown there. */
  readonly tellsTerminal: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** The process itself. */
export function processIo(): CliIo {
  return {
    print: (text) => process.stdout.write(text),
    tell: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY,
    tellsTerminal: process.stderr.isTTY,
    environment: process.env,
    clock: () => Date.now(),
  }
}

/** Whether to colour what is printed: only on a terminal, unless NO_COLOR is set to anything. */
export function wantsColor(io: CliIo): boolean {
  const { NO_COLOR: refused = '', TERM: terminal } = io.environment
  return io.isTerminal && refused === '' && terminal !== 'dumb'
}

import { err, ok, type Result } from '../core/model/result.ts'

export const MODES = ['auto', 'gate', 'sweep'] as const
export type Mode = (typeof MODES)[number]

/** The inputs of action.yml, read once. */
export interface Inputs {
  readonly mode: Mode
  readonly token: string
  /** Reads teams; the same as `token` when none is given. */
  readonly membersToken: string
  /** Paths at the base, or `builtin:NAME`; empty: the policy of the base. */
  readonly policy: readonly string[]
  readonly context: string
  readonly comment: boolean
  /** Whether owners who are waited for are asked for a review. */
  readonly requestReviews: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the inputs as the runner passes them; every mistake at once. */
export function parseInputs(environment: Environment): Result<Inputs, readonly string[]> {
  const input = (name: string): string => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const mistakes: string[] = []
  const mode = MODES.find((known) => known === (input('mode') || 'auto'))
  if (mode === undefined) mistakes.push(`Input mode is "${input('mode')}"; it is one of ${MODES.join(', ')}.`)
  const token = input('token')
  if (token === '') mistakes.push('Input token is empty. Give "${{ github.token }}" or an app\'s token.')
  const flag = (name: string): boolean | undefined => {
    const value = parseBoolean(input(name) || 'true')
    if (value === undefined) mistakes.push(`Input ${name} is "${input(name)}"; it is true or false.`)
    return value
  }
  const comment = flag('comment')
  const requestReviews = flag('request-reviews')
  if (mode === undefined || comment === undefined || requestReviews === undefined || mistakes.length > 0)
    return err(mistakes)
  return ok({
    mode,
    token,
    membersToken: input('members-token') || token,
    policy: input('policy')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    context: input('context') || 'drawbridge',
    comment,
    requestReviews,
  })
}

/** The words of YAML 1.2, as the runner's own inputs take them. */
function parseBoolean(text: string): boolean | undefined {
  if (/^true$/i.test(text)) return true
  return /^false$/i.test(text) ? false : undefined
}

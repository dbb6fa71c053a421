import { builtinNames, builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { readBytes } from '../adapters/files/read-text.ts'
import type { Issue } from '../core/model/issue.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { issueLines } from '../core/report/terminal.ts'
import { decodeText } from '../core/yaml/decode-text.ts'
import { badInput, CliFailure } from './cli-failure.ts'

/** A file named by an option, as text. */
export interface OptionFile {
  readonly path: string
  readonly text: string
}

/** What `--policy` names, in the order given; null when it was not given. Throws a {@link CliFailure} with every mistake. */
export function readPolicies(names: readonly string[] | undefined): readonly PolicySource[] | null {
  if (names === undefined) return null
  const sources: PolicySource[] = []
  const mistakes: string[] = []
  for (const name of names) {
    try {
      sources.push(...readPolicy(name))
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error
      mistakes.push(...error.lines)
    }
  }
  if (mistakes.length > 0) throw badInput(...mistakes)
  return sources
}

/** The text of a file that an option names. Throws a {@link CliFailure}. */
export function readOptionFile(path: string): OptionFile {
  const bytes = readBytes(path)
  if (!bytes.ok) throw badInput(bytes.error.text)
  const text = decodeText(bytes.value, path)
  if (!text.ok) throw badIssues([text.error])
  return { path, text: text.value }
}

/** Mistakes with their places as a failure. */
export function badIssues(issues: readonly Issue[]): CliFailure {
  return badInput(...issueLines(issues))
}

function readPolicy(name: string): readonly PolicySource[] {
  const builtin = /^builtin:(.*)$/.exec(name)?.[1]
  return builtin === undefined ? [{ ...readOptionFile(name), builtin: false }] : readPack(builtin)
}

/** The packs that ship under a name. Throws a {@link CliFailure} when there are none. */
export function readPack(builtin: string): readonly PolicySource[] {
  const pack = builtinPolicy(builtin)
  if (pack) return pack
  throw badInput(
    `There is no builtin policy "${builtin}". There are: ${[...builtinNames(), 'all', 'locked'].toSorted().join(', ')}.`,
  )
}

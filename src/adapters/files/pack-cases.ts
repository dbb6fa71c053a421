import { readdirSync } from 'node:fs'
import { packFolder } from './builtin-policies.ts'
import { readText } from './read-text.ts'

/** A file of cases of the packs that ship. */
export interface PackCases {
  /** From the root of Drawbridge's repository. */
  readonly path: string
  readonly text: string
}

/** The cases of the packs that ship, those of one pack first; none where only the program is installed. */
export function packCases(first: string): readonly PackCases[] {
  const folder = `${packFolder()}tests/`
  return namesIn(folder)
    .toSorted((a, b) => Number(b === `${first}.yaml`) - Number(a === `${first}.yaml`) || (a < b ? -1 : 1))
    .flatMap((name) => {
      const read = readText(folder + name)
      return read.ok ? [{ path: `policies/tests/${name}`, text: read.value }] : []
    })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  } catch {
    return []
  }
}

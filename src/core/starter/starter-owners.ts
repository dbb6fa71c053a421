import { type Codeowners, CODEOWNERS_PATHS } from '../approvals/codeowners.ts'
import { ownersOf } from '../approvals/owners-of.ts'
import type { FoundEnvironment } from './find-environments.ts'

/** The files that decide about every merge, each with what stands for all of its kind. */
const GUARDED: readonly { readonly pattern: string; readonly example: string }[] = [
  { pattern: '/.github/', example: '.github/workflows/drawbridge.yml' },
  ...CODEOWNERS_PATHS.filter((path) => !path.startsWith('.github/')).map((path) => ({
    pattern: `/${path}`,
    example: path,
  })),
]

/** Stands where a name has to be filled in. GitHub reports a line with it, and it owns nothing. */
export const UNKNOWN_OWNER = '@OWNER'

/** A CODEOWNERS to begin with: the gate's own files last, since the last line that matches counts. */
export function starterOwners(environments: readonly FoundEnvironment[], owner: string): string {
  const places = environments.flatMap(({ name, stage, paths }) => {
    if (stage !== 'production') return []
    return [`# ${name}`, ...paths.map((glob) => `${patternOf(glob)} ${owner}`), '']
  })
  return [
    '# Who is asked for what. The last line that matches counts; several owners in a line are alternatives.',
    `* ${owner}`,
    '',
    ...places,
    ...guardLines(owner),
    '',
  ].join('\n')
}

/** The lines that an existing CODEOWNERS lacks: for the gate's own files that nobody owns by it. */
export function missingOwnerLines(codeowners: Codeowners, owner: string): readonly string[] {
  const unowned = GUARDED.filter(({ example }) => ownersOf(codeowners, example).owners.length === 0)
  return unowned.map(({ pattern }) => `${pattern} ${owner}`)
}

function guardLines(owner: string): readonly string[] {
  return [
    '# What decides about every merge: policy, workflows, this file.',
    ...GUARDED.map(({ pattern }) => `${pattern} ${owner}`),
  ]
}

/** A glob of folders as a pattern of CODEOWNERS: everything below. */
function patternOf(glob: string): string {
  const folder = glob.replace(/\*\*$/, '')
  return folder.startsWith('**/') ? folder : `/${folder}`
}

import { readdirSync } from 'node:fs'
import { builtinPolicy, packFolder, packsNamed } from '../adapters/files/builtin-policies.ts'
import { readText } from '../adapters/files/read-text.ts'
import type { SuiteFiles } from '../core/decision/cases/load-suite.ts'
import type { Issue } from '../core/model/issue.ts'
import { gateRoot, groupPolicies, homeOf, type PolicySuite } from '../core/policy/cases/group-policies.ts'
import type { BuiltinPolicies } from '../core/policy/language/find-pack.ts'
import type { PolicyFile } from '../core/policy/policy-source.ts'
import { badInput } from './cli-failure.ts'
import {
  findPolicies,
  folderOnDisk,
  isSameFolder,
  namedPolicies,
  neighbours,
  type PolicyFileOnDisk,
} from './policy-files.ts'
import { readPack } from './read-option-files.ts'

/** Which policies and cases a command line means. */
export interface SuiteRequest {
  /** Files and directories; none: those of the repository. */
  readonly paths: readonly string[]
  readonly repo: string
}

/** Policies with their cases, found or named. */
export interface GatheredSuites {
  readonly suites: readonly GatheredSuite[]
  /** What could not be read, or stands where it is not read. */
  readonly issues: readonly Issue[]
  /** The files that were meant, of the others only as much is known as these need. */
  readonly meant: ReadonlySet<string>
}

/** A policy with its cases, and the packs that it can extend. */
export interface GatheredSuite extends SuiteFiles {
  readonly builtin: BuiltinPolicies
  /** Whether these are the packs that ship, from the files that they are made from. */
  readonly shipped: boolean
  /** They are several policies, together only because cases are of all of them. */
  readonly joined: boolean
}

/**
 * The policies and cases that are meant, each policy with its cases. A named file of cases finds the policies around it. Throws a
 * {@link CliFailure} for what is not there.
 */
export function gatherSuites({ paths, repo }: SuiteRequest): GatheredSuites {
  const found = paths.length === 0 ? findPolicies(repo) : namedPolicies(paths)
  const meant = new Set([...found.files, ...found.issues].map(({ path }) => path))
  const around = paths.length === 0 ? [] : contextOf(found.files, repo).filter(({ path }) => !meant.has(path))
  const files = [...found.files, ...around]
  const suites = groupPolicies(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))).filter((suite) =>
    [...suite.policies, ...suite.cases].some(({ path }) => meant.has(path)),
  )
  return { suites: toSuites(suites, files), issues: found.issues, meant }
}

/** One policy of everything that is named, packs that ship by their names too, with the cases among it. */
export function joinSuites({ paths, repo }: SuiteRequest): GatheredSuites {
  const packs = paths.flatMap((path) => /^builtin:(.*)$/.exec(path)?.[1] ?? [])
  const named = paths.filter((path) => !path.startsWith('builtin:'))
  const found = paths.length === 0 ? findPolicies(repo) : namedPolicies(named)
  const policies = found.files.filter((file) => file.policies)
  const cases = found.files.filter((file) => file.cases)
  const meant = new Set([...found.files, ...found.issues].map(({ path }) => path))
  const sources = packs.flatMap(readPack)
  const suites = toSuites([{ policies, cases, joined: false }], found.files).map((suite) => ({
    ...suite,
    policies: [...sources, ...(policies.length > 0 || sources.length === 0 ? suite.policies : [])],
  }))
  return { suites, issues: found.issues, meant }
}

/**
 * The other files of a gate's policy; and, unless both policies and cases are named, the policies that cases are about and the
 * cases of policies.
 */
function contextOf(files: readonly PolicyFileOnDisk[], repo: string): readonly PolicyFileOnDisk[] {
  const gates = files.flatMap(({ path }) => {
    const root = gateRoot(path)
    return root === undefined ? [] : [`${root}.github`, `${root}.github/drawbridge`]
  })
  const complete = files.some((file) => file.policies) && files.some((file) => file.cases)
  const homes = complete ? [] : files.map(({ path }) => homeOf(path))
  const around = neighbours([...new Set([...homes, ...gates])])
  if ([...files, ...around].some((file) => file.policies)) return around
  // Nothing near the cases is a policy: they are about that of the repository.
  const prefix = repo === '.' ? '' : `${repo}/`
  return [...around, ...neighbours([`${prefix}.github`, `${prefix}.github/drawbridge`])]
}

/** Packs that ship are one suite: they refer to each other, and their cases are about all that is recommended. */
function toSuites(
  suites: readonly PolicySuite[],
  files: readonly PolicyFileOnDisk[],
): readonly GatheredSuite[] {
  const shippedPaths = new Set(
    files
      .filter((file) => file.policies && isSameFolder(folderOnDisk(file), packFolder()))
      .map(({ path }) => path),
  )
  const isShipped = ({ policies }: PolicySuite): boolean =>
    policies.some(({ path }) => shippedPaths.has(path))
  const own = suites.filter((suite) => !isShipped(suite)).map(ownSuite)
  const shipped = suites.filter(isShipped)
  return shipped.length === 0 ? own : [...own, shippedSuite(shipped)]
}

function ownSuite({ policies, cases, joined }: PolicySuite): GatheredSuite {
  const sources = policies.map(({ path, text }) => ({ path, text, builtin: false }))
  return {
    policies: sources.length > 0 ? sources : (builtinPolicy('recommended') ?? []),
    own: policies.map(({ path }) => path),
    cases,
    builtin: builtinPolicy,
    shipped: false,
    joined,
  }
}

function shippedSuite(suites: readonly PolicySuite[]): GatheredSuite {
  const paths = [...new Set(suites.flatMap(({ policies }) => policies.map(({ path }) => path)))].toSorted()
  const folder = (paths[0] ?? '').replace(/[^/]*$/, '')
  const names = readdirSync(packFolder())
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()
  const packs = new Map(names.map((name) => [name, packAt(name, `${folder}${name}.yaml`)]))
  const pack = (name: string): PolicyFile => packs.get(name) ?? packAt(name, `${folder}${name}.yaml`)
  const named = names.filter((name) => paths.includes(`${folder}${name}.yaml`))
  const builtin: BuiltinPolicies = (name) => packsNamed(name, names, pack)
  return {
    policies: ['recommended', ...named].map(pack),
    own: paths,
    cases: [...new Map(suites.flatMap(({ cases }) => cases.map((file) => [file.path, file]))).values()],
    builtin,
    shipped: true,
    joined: false,
  }
}

/** A pack as its file is now, not as it was built. */
function packAt(name: string, path: string): PolicyFile {
  const read = readText(`${packFolder()}${name}.yaml`)
  if (!read.ok) throw badInput(read.error.text)
  return { path, text: read.value, builtin: true }
}

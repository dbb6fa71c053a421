import type { PolicyHoldings } from './policy-holdings.ts'

/** A file that holds policies, cases or both. */
export interface PolicyText extends PolicyHoldings {
  /** From the root of the repository, with `/`. */
  readonly path: string
  readonly text: string
}

/** Files that make one policy, and the files with its cases. */
export interface PolicySuite {
  /** Empty: the cases are of what decides in a repository without a policy. */
  readonly policies: readonly PolicyText[]
  readonly cases: readonly PolicyText[]
  /** They are several policies, together only because cases are of all of them. */
  readonly joined: boolean
}

/**
 * Which policies belong together, and whose cases are whose. `.github/drawbridge.yaml` and the files directly in
 * `.github/drawbridge/` are one policy, as the gate reads them; any other file is a policy of its own. Cases in the file of a
 * policy are of that policy. Cases in `X/tests/`, and those in X itself, are of the policy in X with the name of their file, else of
 * all policies of X together; where there are none, of the policy of the repository, else of all that is there.
 */
export function groupPolicies(files: readonly PolicyText[]): readonly PolicySuite[] {
  const policies = files.filter((file) => file.policies)
  const suites = new Map<string, PolicySuite & { readonly cases: PolicyText[] }>()
  const suiteOf = (members: readonly PolicyText[]): { readonly cases: PolicyText[] } => {
    const key = JSON.stringify(members.map(({ path }) => path))
    const [first] = members
    const joined = first !== undefined && members.length !== groupOf(first, policies).length
    const suite = suites.get(key) ?? { policies: members, cases: [], joined }
    suites.set(key, suite)
    return suite
  }
  for (const file of policies) suiteOf(groupOf(file, policies))
  for (const file of files) if (file.cases) suiteOf(testedBy(file, policies)).cases.push(file)
  return [...suites.values()]
}

/** The root of a repository whose gate reads this file as a part of its policy; undefined: no gate does. */
export function gateRoot(path: string): string | undefined {
  return /^((?:.*\/)?)\.github\/(?:drawbridge\.yaml|drawbridge\/[^/]+\.ya?ml)$/.exec(path)?.[1]
}

function groupOf(file: PolicyText, policies: readonly PolicyText[]): readonly PolicyText[] {
  const root = gateRoot(file.path)
  return root === undefined ? [file] : policies.filter(({ path }) => gateRoot(path) === root)
}

function testedBy(file: PolicyText, policies: readonly PolicyText[]): readonly PolicyText[] {
  if (file.policies) return groupOf(file, policies)
  const ofGate = gatePolicies(file.path, policies)
  if (ofGate.length > 0 && /(?:^|\/)\.github\/drawbridge\//.test(file.path)) return ofGate
  const home = homeOf(file.path)
  const direct = policies.filter(({ path }) => folderOf(path) === home)
  const there = direct.length > 0 ? direct : policies.filter(({ path }) => isBelow(path, home))
  const namesake = there.find(({ path }) => stemOf(path) === stemOf(file.path))
  if (namesake) return groupOf(namesake, policies)
  if (there.length > 0) return there
  return ofGate.length > 0 ? ofGate : policies
}

/** The policy of the repository that a file is in. */
function gatePolicies(path: string, policies: readonly PolicyText[]): readonly PolicyText[] {
  return policies.filter((policy) => {
    const root = gateRoot(policy.path)
    return root !== undefined && path.startsWith(root)
  })
}

/** The folder whose policies a file of cases is about: the one that holds its `tests`, else its own. */
export function homeOf(path: string): string {
  const folder = folderOf(path)
  const names = folder.split('/')
  const at = names.lastIndexOf('tests')
  return at === -1 ? folder : names.slice(0, at).join('/')
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`)
}

/** `acme` of `acme.yaml`, `acme.test.yaml`, `acme-tests.yaml`. */
function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[._-]tests?$/, '')
}

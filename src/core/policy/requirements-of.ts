import type { Finding } from '../model/finding.ts'
import type { ApprovalRequirement, Owner, WindowRequirement } from '../model/requirement.ts'
import type { ApprovalEntry, Needs, Policy, WindowEntry } from './policy.ts'

/** What a severity can ask of people. */
export type Asking = ApprovalRequirement | WindowRequirement

/**
 * What the findings ask for. A finding that is only a notice, that is denied or that has an exception asks for nothing.
 * Every path of a finding is asked for by itself; requirements of one entry with the same owners are asked once, for
 * all their findings. `ownersOf` gives the code owners of a path.
 */
export function requirementsOf(
  policy: Pick<Policy, 'requirements' | 'environments' | 'fallbackOwners'>,
  findings: readonly Finding[],
  ownersOf: (path: string) => readonly Owner[],
): readonly Asking[] {
  const approvals = new Map<string, Asked<ApprovalRequirement>>()
  const windows = new Map<string, Asked<WindowRequirement>>()
  for (const finding of findings) {
    if (finding.effect !== 'require' || finding.exception) continue
    const needs = needsOf(policy, finding)
    if (!needs) continue
    const asked = needs.approvals.flatMap((entry) =>
      pathsOf(finding).map((path) => approvalFor(policy, needs, entry, finding, path, ownersOf)),
    )
    for (const requirement of asked) join(approvals, requirement)
    if (needs.window) join(windows, windowFor(needs.window, asked, finding))
  }
  return [...finish(approvals), ...finish(windows)]
}

/** A requirement that is still being added to; sets keep the order of the findings. */
interface Asked<R extends Asking> {
  readonly first: R
  readonly findings: Set<Finding>
  readonly paths: Set<string>
  readonly unowned: Set<string>
}

function needsOf(policy: Pick<Policy, 'requirements' | 'environments'>, finding: Finding): Needs | undefined {
  const environment = policy.environments.find((candidate) => candidate.name === finding.environment)
  return environment?.requirements.get(finding.severity) ?? policy.requirements.get(finding.severity)
}

function pathsOf(finding: Finding): readonly string[] {
  return finding.paths.length > 0 ? [...new Set(finding.paths)] : [finding.path]
}

function approvalFor(
  policy: Pick<Policy, 'fallbackOwners'>,
  needs: Needs,
  entry: ApprovalEntry,
  finding: Finding,
  path: string,
  ownersOf: (path: string) => readonly Owner[],
): ApprovalRequirement {
  const asksCodeOwners = entry.from.includes('codeowners')
  const owners = asksCodeOwners ? codeOwners(policy, path, ownersOf) : []
  const from = entry.from.flatMap((owner) => (owner === 'codeowners' ? owners : [owner]))
  return {
    kind: 'approval',
    entry: entry.entry,
    from: [...new Map(from.map((owner) => [owner.toLowerCase(), owner])).values()],
    count: entry.count,
    strict: entry.strict,
    excludeCommitters: entry.excludeCommitters,
    distinct: needs.distinct,
    findings: [finding],
    paths: [path],
    unowned: asksCodeOwners && owners.length === 0 ? [path] : [],
  }
}

function codeOwners(
  policy: Pick<Policy, 'fallbackOwners'>,
  path: string,
  ownersOf: (path: string) => readonly Owner[],
): readonly Owner[] {
  const owners = ownersOf(path)
  return owners.length > 0 ? owners : policy.fallbackOwners
}

function windowFor(
  entry: WindowEntry,
  asked: readonly ApprovalRequirement[],
  finding: Finding,
): WindowRequirement {
  const openers = entry.openedBy ?? asked.flatMap((requirement) => requirement.from)
  return {
    kind: 'window',
    entry: entry.entry,
    max: entry.max,
    bookAhead: entry.bookAhead,
    openers: [...new Map(openers.map((owner) => [owner.toLowerCase(), owner])).values()],
    excludeCommitters: entry.excludeCommitters,
    findings: [finding],
    paths: pathsOf(finding),
  }
}

function join<R extends Asking>(all: Map<string, Asked<R>>, requirement: R): void {
  const owners = requirement.kind === 'approval' ? requirement.from : requirement.openers
  const key = JSON.stringify([requirement.entry, ...owners.map((owner) => owner.toLowerCase()).toSorted()])
  const asked = all.get(key) ?? {
    first: requirement,
    findings: new Set(),
    paths: new Set(),
    unowned: new Set(),
  }
  all.set(key, asked)
  for (const finding of requirement.findings) asked.findings.add(finding)
  for (const path of requirement.paths) asked.paths.add(path)
  if (requirement.kind === 'approval') for (const path of requirement.unowned) asked.unowned.add(path)
}

function finish<R extends Asking>(all: ReadonlyMap<string, Asked<R>>): readonly R[] {
  return [...all.values()].map(({ first, findings, paths, unowned }) => ({
    ...first,
    findings: [...findings],
    paths: [...paths],
    ...(first.kind === 'approval' ? { unowned: [...unowned] } : {}),
  }))
}

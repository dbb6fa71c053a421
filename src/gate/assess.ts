import {
  type Codeowners,
  isTooLarge,
  parseCodeowners,
  tooLargeCodeowners,
} from '../core/approvals/codeowners.ts'
import { ownersOf } from '../core/approvals/owners-of.ts'
import { decide } from '../core/decision/decide.ts'
import type { Decision } from '../core/decision/decision.ts'
import { undecided } from '../core/decision/undecided.ts'
import { type Contents, contentsOf } from '../core/model/contents.ts'
import { digestText } from '../core/model/digest.ts'
import type { Facts } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'
import type { Issue } from '../core/model/issue.ts'
import type { Owner } from '../core/model/requirement.ts'
import { ok, type Result } from '../core/model/result.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import type { KindSchemas } from '../core/schema/kind-schemas.ts'
import { headAt } from '../core/window/head-at.ts'
import { addShadows } from './add-shadows.ts'
import { baseCodeowners, basePolicy } from './base-files.ts'
import { compareRepository } from './compare-repository.ts'
import { loadWholePolicy, type PolicyOrigins } from './load-whole-policy.ts'
import type { ComparisonProblem, Repository } from './ports/repository.ts'

/** What to decide on. */
export interface AssessRequest extends PolicyOrigins {
  readonly repository: Repository
  readonly facts: Facts
  /** Null: the policy of the base, or `builtin:recommended` when it has none. */
  readonly policy: readonly PolicySource[] | null
  /** Null: the CODEOWNERS of the base. */
  readonly codeowners: { readonly path: string; readonly text: string } | null
  /** What the server knows of each kind. */
  readonly schemaOf?: KindSchemas
}

/**
 * What would this merge do, what does that need, is it met: everything between a repository with facts and a decision.
 * Policy and CODEOWNERS come from the base side; the head is data. Rejects only for faults of the machine.
 */
export async function assess(request: AssessRequest): Promise<Decision> {
  const { facts } = request
  const policy = await readPolicy(request)
  if (!policy.ok) return undecided(facts, { code: 'policy-invalid' }, policy.error)
  return assessUnder(policy.value, request)
}

/** The same under a policy that is loaded already. */
export async function assessUnder(
  policy: Policy,
  request: Omit<AssessRequest, 'policy' | 'builtin'>,
): Promise<Decision> {
  const { facts, repository } = request
  const compared = await compareRepository(repository, 'head', policy, request.schemaOf)
  if (!compared.ok) return undecided(facts, obstacleOf(compared.error))
  const changes = await addShadows(repository, compared.value, policy)
  const codeowners = await readCodeowners(request)
  if (!codeowners.ok)
    return undecided(facts, { code: 'unreadable', text: codeowners.error.text }, [codeowners.error])
  const decision = decide({
    facts,
    policy,
    changes,
    contents: await contentsByCommit(repository, facts, policy, contentsOf(changes)),
    ownersOf: (path) => (codeowners.value ? certainOwners(codeowners.value.codeowners, path) : []),
    ownersDigest: codeowners.value?.digest ?? 'none',
  })
  return { ...decision, issues: [...decision.issues, ...(codeowners.value?.codeowners.issues ?? [])] }
}

interface ReadCodeowners {
  readonly codeowners: Codeowners
  readonly digest: string
}

/** The owners of a path; nobody when an invalid line further down was probably meant for it: who owns it is not certain then. */
function certainOwners(codeowners: Codeowners, path: string): readonly Owner[] {
  const { owners, doubts } = ownersOf(codeowners, path)
  return doubts.length > 0 ? [] : owners
}

async function readPolicy(request: AssessRequest): Promise<Result<Policy, readonly Issue[]>> {
  const given = request.policy ? ok(request.policy) : await basePolicy(request.repository)
  if (!given.ok) return given
  const sources = given.value.length > 0 ? given.value : (request.builtin('recommended') ?? [])
  return loadWholePolicy(sources, request, { now: request.facts.now })
}

async function readCodeowners(
  request: Pick<AssessRequest, 'codeowners' | 'repository'>,
): Promise<Result<ReadCodeowners | null, Issue>> {
  const given = request.codeowners ? ok(request.codeowners) : await baseCodeowners(request.repository)
  if (!given.ok) return given
  if (!given.value) return ok(null)
  const { path, text } = given.value
  const size = new TextEncoder().encode(text).length
  const codeowners = isTooLarge(size) ? tooLargeCodeowners(path, size) : parseCodeowners(text, path)
  return ok({ codeowners, digest: digestText(text) })
}

/** What merging each commit that carries a review, or was head at a label event, would make of the objects. */
async function contentsByCommit(
  repository: Repository,
  facts: Facts,
  policy: Policy,
  head: Contents,
): Promise<ReadonlyMap<Sha | 'head', Contents>> {
  const contents = new Map<Sha | 'head', Contents>([['head', head]])
  const headSha = facts.pullRequest?.head.sha
  if (headSha) contents.set(headSha, head)
  for (const commit of standingCommits(facts)) {
    if (contents.has(commit)) continue
    const changes = await compareRepository(repository, commit, policy)
    if (changes.ok) contents.set(commit, contentsOf(changes.value))
  }
  return contents
}

function standingCommits(facts: Facts): readonly Sha[] {
  const commits = new Set<Sha>()
  const said = [
    ...facts.reviews.map(({ commit }) => commit),
    ...facts.labelEvents.map((event) => event.commit ?? headAt(event, facts)),
  ]
  for (const commit of said) if (commit && commit !== 'head') commits.add(commit)
  return [...commits]
}

function obstacleOf(problem: ComparisonProblem): Decision['obstacles'][number] {
  switch (problem.code) {
    case 'conflict':
      return problem
    case 'unknown-commit':
      return {
        code: 'unreadable',
        text: `The commit ${problem.commit} is not in this repository. Fetch it and run again.`,
      }
    case 'unreadable':
      return problem
    default:
      return problem satisfies never
  }
}

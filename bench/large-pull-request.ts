import { compareFiles } from '../src/core/decision/compare.ts'
import type { DecisionInput } from '../src/core/decision/decide.ts'
import { emptyFacts } from '../src/core/decision/parse-facts.ts'
import { type Contents, contentsOf } from '../src/core/model/contents.ts'
import type { FileVersion } from '../src/core/model/changed-file.ts'
import type { Facts, Review } from '../src/core/model/facts.ts'
import { parseSha, type Sha } from '../src/core/model/ids.ts'
import { DAY, HOUR, MINUTE, plus, YEAR_2000 } from '../src/core/model/instant.ts'
import { loadPolicy } from '../src/core/policy/load-policy.ts'

/** How large a pull request is. */
export interface Size {
  readonly findings: number
  readonly reviews: number
  readonly teams: number
}

const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: bench }
spec:
  rules:
    - { id: bench.scaled, match: { verbs: [scale] }, severity: high, message: it is scaled, why: fewer serve }
  requirements:
    high:
      approvals: [ { from: [codeowners] }, { from: ["@acme/team-1", "@acme/team-2"], count: 2 } ]
      distinct: true
      window: { max: 4h }
`
const COMMITS = 10
const NOW = plus(YEAR_2000, 10_000 * DAY)
const AMY = { id: 1, login: 'amy', type: 'User' }

/**
 * All that a decision on a large pull request stands on: every object is scaled down, the paths belong to all teams in turn, and the
 * reviews were given on ten commits, of which every other one made something else of a third of the objects.
 */
export function largePullRequest({ findings, reviews, teams }: Size): DecisionInput {
  const policy = loadPolicy([{ path: 'policy.yaml', text: POLICY, builtin: false }], () => undefined)
  if (!policy.ok) throw new Error(policy.error.map(({ text }) => text).join('\n'))
  const files = Array.from({ length: findings }, (_, index) => ({
    path: `team-${String(index % teams)}/app-${String(index)}.yaml`,
    base: deployment(index, 3),
    head: deployment(index, 1),
  }))
  const changes = compareFiles(files, policy.value)
  const head = contentsOf(changes)
  const commits = Array.from({ length: COMMITS }, (_, index) => shaOf(index))
  return {
    facts: factsOf(commits, reviews, teams),
    policy: policy.value,
    changes,
    contents: new Map(commits.map((sha, index) => [sha, index % 2 === 0 ? head : anotherContent(head)])),
    ownersOf: (path) => [`@acme/${path.split('/')[0] ?? ''}`],
    ownersDigest: 'sha256:bench',
  }
}

function deployment(index: number, replicas: number): FileVersion {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app-${String(index)}, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`
  return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) }
}

function anotherContent(head: Contents): Contents {
  return new Map([...head].map(([key, content], index) => [key, index % 3 === 0 ? `${content}?` : content]))
}

function factsOf(commits: readonly Sha[], reviews: number, teams: number): Facts {
  const members = (team: number): readonly string[] =>
    Array.from({ length: 30 }, (_, member) => `person-${String((team * 6 + member) % reviews)}`)
  return {
    ...emptyFacts(NOW),
    pullRequest: {
      number: 1,
      title: 'Scale all down',
      author: AMY,
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: null },
      head: { sha: commits[0] ?? null },
    },
    heads: commits.map((sha, index) => ({ sha, at: plus(NOW, -(index + 1) * HOUR), by: AMY })).toReversed(),
    reviews: Array.from({ length: reviews }, (_, index) => reviewOf(index, commits)),
    labels: ['deploy-window/2h'],
    labelEvents: [
      {
        event: 'labeled',
        label: 'deploy-window/2h',
        by: { ...personOf(7), canWrite: true },
        at: plus(NOW, -MINUTE),
        commit: null,
      },
    ],
    teams: new Map(
      Array.from({ length: teams }, (_, team) => [`@acme/team-${String(team)}`, { members: members(team) }]),
    ),
  }
}

function reviewOf(index: number, commits: readonly Sha[]): Review {
  return {
    id: index + 1,
    by: { ...personOf(index), canWrite: true },
    state: index % 7 === 0 ? 'COMMENTED' : 'APPROVED',
    commit: commits[index % commits.length] ?? null,
    submittedAt: plus(NOW, -30 * MINUTE),
  }
}

function personOf(index: number): typeof AMY {
  return { id: index + 2, login: `person-${String(index)}`, type: 'User' }
}

function shaOf(index: number): Sha {
  const sha = parseSha(index.toString(16).repeat(40))
  if (sha === undefined) throw new Error('no commit id')
  return sha
}

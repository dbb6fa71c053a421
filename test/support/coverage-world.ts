import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { openGitRepository } from '../../src/adapters/git/git-repository.ts'
import type { Decision } from '../../src/core/decision/decision.ts'
import { emptyFacts } from '../../src/core/decision/parse-facts.ts'
import type { Actor, Facts } from '../../src/core/model/facts.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import type { Instant } from '../../src/core/model/instant.ts'
import { assess } from '../../src/gate/assess.ts'
import { at } from './decision.ts'
import { type FileContent, GitSandbox } from './git-sandbox.ts'
import { policyText } from './policy.ts'

type Files = Readonly<Record<string, FileContent>>

interface DeploymentOptions {
  readonly name?: string
  readonly replicas?: number
  readonly image?: string
}

/** The guarded Deployment: its replicas and its image stand far enough apart for git to merge changes of both. */
export function deployment({ name = 'web', replicas = 3, image = 'v1' }: DeploymentOptions = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: ${String(replicas)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:${image}
`
}

/** Deployments need an approval by the owners of their path and a window that sue opens; nothing else does. */
export function policy(how = ''): string {
  return policyText(`environments: [{ name: production, paths: ["prod/**"] }]
rules:
  - { id: t.deployment, match: { kinds: [apps/Deployment] }, severity: high, message: it changes }
requirements:
  high:
    approvals: [{ from: [codeowners], ${how} }]
    window: { max: 4h, openedBy: ["@sue"] }
`)
}

/** The base of the world: two Deployments, something that nobody has to approve, and who owns what. */
export const BASE: Files = {
  '.github/drawbridge.yaml': policy(),
  CODEOWNERS: '* @ben\n/prod/api.yaml @cleo\n/prod/shop.yaml @cleo\n',
  'prod/web.yaml': deployment(),
  'prod/api.yaml': deployment({ name: 'api' }),
  'prod/settings.yaml': settings('blue'),
}

/** An object that no rule is about. */
export function settings(color: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { color: ${color} }\n`
}

/** The moments of the world: when what was approved became the head, when people spoke, when the head arrived, and now. */
export const TIMES: Readonly<Record<'approvedHead' | 'said' | 'head' | 'now', Instant>> = {
  approvedHead: at('2026-11-22T08:00:00Z'),
  said: at('2026-11-22T08:30:00Z'),
  head: at('2026-11-22T09:00:00Z'),
  now: at('2026-11-22T10:00:00Z'),
}

/** A pull request of amy, from `change` into `main`, that ben approved and sue opened a window for at one of its commits. */
export interface Proposal {
  readonly repo: GitSandbox
  /** The commit that was the head when ben and sue spoke. */
  readonly approved: Sha
}

/** Starts a pull request whose first commit, the approved one, puts these files. The branch `change` is checked out. */
export function propose(first: Files, base: Files = {}): Proposal {
  const repo = GitSandbox.create()
  repo.commit({ ...BASE, ...base }, 'Base')
  repo.branch('change')
  return { repo, approved: shaOf(repo.commit(first, 'Approved')) }
}

/** Commits to `main` and comes back to the branch. */
export function advanceBase(repo: GitSandbox, files: Files): void {
  repo.checkout('main')
  repo.commit(files, 'Others')
  repo.checkout('change')
}

/** Decides on what `change` is now; `change` of the facts for what a test is about. */
export async function decideOn(
  { repo, approved }: Proposal,
  change: (facts: Facts) => Partial<Facts> = () => ({}),
): Promise<Decision> {
  const opened = await openGitRepository(repo.dir, 'main', 'change', { merge: true })
  if (!opened.ok) throw new Error(opened.error.text)
  try {
    const facts = factsOf(approved, opened.value.base, opened.value.head)
    return await assess({
      repository: opened.value,
      facts: { ...facts, ...change(facts) },
      policy: null,
      codeowners: null,
      builtin: builtinPolicy,
    })
  } finally {
    opened.value.close()
  }
}

/** An approval by a person on a commit, at the time at which people spoke. */
export function approval(by: Actor, commit: Sha): Facts['reviews'][number] {
  return { id: by.id, by, state: 'APPROVED', commit, submittedAt: TIMES.said }
}

function factsOf(approved: Sha, base: Sha, head: Sha): Facts {
  const label = 'deploy-window/4h'
  return {
    ...emptyFacts(TIMES.now),
    pullRequest: {
      number: 42,
      title: 'Scale the shop',
      author: AMY,
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: base },
      head: { sha: head },
    },
    heads: [
      { sha: approved, at: TIMES.approvedHead, by: AMY },
      { sha: head, at: TIMES.head, by: AMY },
    ],
    reviews: [approval(BEN, approved)],
    labels: [label],
    labelEvents: [{ event: 'labeled', label, by: SUE, at: TIMES.said, commit: null }],
  }
}

function person(id: number, login: string): Actor {
  return { id, login, type: 'User', canWrite: true }
}

const AMY = person(1, 'amy')
const BEN = person(2, 'ben')
const SUE = person(3, 'sue')
/** Owns the other Deployment, and a path to which one can move. */
export const CLEO: Actor = person(4, 'cleo')

/** A commit id that is one. */
export function shaOf(text: string): Sha {
  const sha = parseSha(text)
  if (sha === undefined) throw new Error(`no commit id: ${text}`)
  return sha
}

import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { githubComments } from '../../src/adapters/github/comments.ts'
import { githubDebts } from '../../src/adapters/github/debts.ts'
import { githubDirectory } from '../../src/adapters/github/directory.ts'
import { connectGitHub } from '../../src/adapters/github/github.ts'
import { githubLabels } from '../../src/adapters/github/labels.ts'
import { githubMergeQueues } from '../../src/adapters/github/merge-queues.ts'
import { githubPullRequests } from '../../src/adapters/github/pull-requests.ts'
import { githubReviewRequests } from '../../src/adapters/github/review-requests.ts'
import { githubStatuses } from '../../src/adapters/github/statuses.ts'
import { ok } from '../../src/core/model/result.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import { assessUnder } from '../../src/gate/assess.ts'
import type { SweepTools } from '../../src/gate/run-sweep.ts'
import { ingress } from '../support/gate-world.ts'
import { type GitHub, startGitHub } from '../support/github/start-github.ts'
import { MemoryGit } from './memory-git.ts'
import { memoryRepository } from './memory-repository.ts'

export const REPO = 'acme/gitops'
export const CONTEXT = 'drawbridge'
export const LABEL = 'deploy-window/1h'

const POLICY = loadPolicy(
  [
    {
      path: '.github/drawbridge.yaml',
      builtin: false,
      text: `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  extends: [builtin:recommended]
  environments: [{ name: production, cluster: prod, paths: ["clusters/prod/**"] }]
  requirements:
    high:
      approvals: [{ from: [codeowners] }]
      window: { max: 4h, openedBy: ["@acme/sre"] }
`,
    },
  ],
  builtinPolicy,
)

/** A GitHub in memory and what runs of the gate work with. */
export interface ChaosWorld {
  readonly github: GitHub
  readonly git: MemoryGit
  /** New ones, as every run has them. */
  tools(): SweepTools
}

/** People: amy writes; ben and cleo are @acme/net, which owns production; sue opens windows; tess may only triage. */
export async function chaosWorld(): Promise<ChaosWorld> {
  if (!POLICY.ok) throw new Error('the policy does not load')
  const policy = POLICY.value
  const github = await startGitHub({ now: '2026-11-23T08:00:00Z' })
  for (const login of ['amy', 'ben', 'cleo', 'sue', 'tess']) github.createUser({ login })
  github.createTeam({ team: 'acme/net', members: ['ben', 'cleo'] })
  github.createTeam({ team: 'acme/sre', members: ['sue'] })
  const git = new MemoryGit()
  github.createRepository(REPO, {
    git,
    files: { '.github/CODEOWNERS': '/clusters/prod/ @acme/net\n', 'README.md': '# gitops\n' },
    collaborators: { amy: 'write', ben: 'write', cleo: 'write', sue: 'write', tess: 'triage' },
    teams: { net: 'write', sre: 'write' },
  })
  const permissions = {
    contents: 'read',
    metadata: 'read',
    pull_requests: 'write',
    issues: 'write',
    statuses: 'write',
    members: 'read',
  } as const
  const token = github.createToken({ kind: 'app', permissions })
  const { apiUrl, graphqlUrl } = github
  return {
    github,
    git,
    tools: () => {
      const client = connectGitHub({
        token,
        apiUrl,
        graphqlUrl,
        owner: 'acme',
        name: 'gitops',
        waitFactor: 0,
        timeout: 500,
      })
      return {
        pullRequests: githubPullRequests(client, CONTEXT),
        statuses: githubStatuses(client, CONTEXT),
        comments: githubComments(client),
        reviewRequests: githubReviewRequests(client),
        labels: githubLabels(client),
        directory: githubDirectory(client, client),
        debts: githubDebts(client),
        heartbeat: { lastSweep: () => Promise.resolve(ok('now')) },
        queues: githubMergeQueues(client),
        holdsMerge: () => Promise.resolve(null),
        assess: async (facts) => {
          const { base, head } = facts.pullRequest ?? {}
          if (!base?.sha || !head?.sha) throw new Error('facts without commits')
          const repository = memoryRepository(git, base.sha, head.sha)
          return { decision: await assessUnder(policy, { repository, facts, codeowners: null }), facts }
        },
      }
    },
  }
}

/** What stands in the file of a pull request: nothing risky, or an Ingress that opens a host. */
export function contentOf(number: number, variant: number): string {
  return variant === 0
    ? `# Nothing in ${String(number)}.\n`
    : ingress([`app-${String(number)}-${String(variant)}.example.com`]).replace(
        'name: web\n',
        `name: web-${String(number)}\n`,
      )
}

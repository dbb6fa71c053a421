import * as v from 'valibot'
import type { Account, Commit } from '../../core/model/facts.ts'
import { parseSha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import type { CommitNode, GitActorNode } from './pull-request-answer.ts'

/**
 * Who authored and committed each commit. GraphQL knows only people; where it names nobody, REST is asked, which knows bots
 * too. Null stays for an address that belongs to no account.
 */
export async function completeCommits(
  github: GitHub,
  number: number,
  nodes: readonly CommitNode[],
): Promise<Result<readonly Commit[], Problem>> {
  const missing = nodes.some(({ commit }) => !userOf(commit.author) || !userOf(commit.committer))
  const bots = missing ? await readCommitAccounts(github, number) : ok(new Map<string, Accounts>())
  if (!bots.ok) return bots
  const commits: Commit[] = []
  for (const { commit } of nodes) {
    const sha = parseSha(commit.oid)
    if (!sha)
      return err({
        code: 'invalid',
        text: `Cannot read pull request #${String(number)}: "${commit.oid}" is no commit id.`,
      })
    const other = bots.value.get(sha)
    commits.push({
      sha,
      author: userOf(commit.author) ?? other?.author ?? null,
      committer: userOf(commit.committer) ?? other?.committer ?? null,
      coAuthors: coAuthorsOf(commit),
      automaticMerge: false,
    })
  }
  return ok(commits)
}

/** Whom trailers name; an address that belongs to no account names nobody. */
function coAuthorsOf({ author, authors }: CommitNode['commit']): readonly Account[] {
  const first = userOf(author)
  const named = authors.nodes.flatMap((one) => userOf(one) ?? [])
  return named.filter(({ id }) => id !== first?.id)
}

interface Accounts {
  readonly author: Account | null
  readonly committer: Account | null
}

function userOf(actor: GitActorNode | null): Account | null {
  const user = actor?.user
  return user && user.databaseId !== null ? { id: user.databaseId, login: user.login, type: 'User' } : null
}

/** GitHub gives an empty object for an account that it cannot show. */
const REST_ACCOUNT = v.nullish(
  v.object({ id: v.optional(v.number()), login: v.optional(v.string()), type: v.optional(v.string()) }),
)

const REST_COMMITS = v.array(v.object({ sha: v.string(), author: REST_ACCOUNT, committer: REST_ACCOUNT }))

async function readCommitAccounts(
  github: GitHub,
  number: number,
): Promise<Result<ReadonlyMap<string, Accounts>, Problem>> {
  const operation = {
    what: `read the commits of pull request #${String(number)}`,
    needs: 'pull-requests: read',
  }
  const read = await github.rest(operation, REST_COMMITS, (client) =>
    client.paginate(client.rest.pulls.listCommits, {
      owner: github.owner,
      repo: github.name,
      pull_number: number,
      per_page: 100,
    }),
  )
  if (!read.ok) return read
  return ok(
    new Map(
      read.value.map(({ sha, author, committer }) => [
        sha,
        { author: restAccount(author), committer: restAccount(committer) },
      ]),
    ),
  )
}

function restAccount(account: v.InferOutput<typeof REST_ACCOUNT>): Account | null {
  const { id, login, type } = account ?? {}
  return id === undefined || login === undefined || type === undefined ? null : { id, login, type }
}

import type { Account, Commit, Facts, Head } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'

/** Accounts, found by id and by login in lower case. */
export interface AccountSet {
  readonly ids: ReadonlySet<number>
  readonly logins: ReadonlySet<string>
}

/** Who had a hand in a pull request. */
export interface Contributors {
  /** Who opened it, and who set the agent to work that did. Nobody: a deleted account, or no pull request is known. */
  readonly authors: AccountSet
  /** Authored or committed one of its commits. */
  readonly committers: AccountSet
  /** Pushed the present head, or an earlier head that is still part of it. */
  readonly pushers: AccountSet
  /** Of these heads nobody knows who pushed them, sorted: it may be anybody who approved. */
  readonly pushedByUnknown: readonly Sha[]
  /** Commits whose author or committer belongs to no account, sorted. */
  readonly unknown: readonly Sha[]
}

/**
 * Reads off the facts who wrote and pushed. A merge that is exactly the automatic one adds nobody: its maker wrote
 * nothing. GitHub's own web committer is an account like any other; it holds nothing and never approves.
 */
export function contributorsOf(facts: Facts): Contributors {
  const written = facts.commits.filter((commit) => !commit.automaticMerge)
  const unknown = written.filter((commit) => commit.author === null || commit.committer === null)
  const pushed = relevantHeads(facts)
  const { author = null, initiators = [] } = facts.pullRequest ?? {}
  return {
    authors: accountSet([author, ...initiators]),
    committers: accountSet(written.flatMap((commit) => [commit.author, commit.committer])),
    pushers: accountSet(pushed.map(({ by }) => by)),
    pushedByUnknown: sorted(pushed.filter(({ by }) => by === null).map(({ sha }) => sha)),
    unknown: sorted(unknown.map((commit) => commit.sha)),
  }
}

/** Whoever pushed a commit under another name has it still in the pull request, also after somebody else pushed. */
function relevantHeads(facts: Facts): readonly Head[] {
  const commits = new Map<Sha, Commit>(facts.commits.map((commit) => [commit.sha, commit]))
  const present = facts.pullRequest?.head.sha ?? facts.heads.at(-1)?.sha
  return facts.heads
    .filter((head) => head.sha === present || commits.has(head.sha))
    .filter((head) => commits.get(head.sha)?.automaticMerge !== true)
}

function sorted(shas: readonly Sha[]): readonly Sha[] {
  return [...new Set(shas)].toSorted()
}

function accountSet(accounts: readonly (Account | null)[]): AccountSet {
  const known = accounts.filter((account) => account !== null)
  return {
    ids: new Set(known.map((account) => account.id)),
    logins: new Set(known.map((account) => account.login.toLowerCase())),
  }
}

import type { Account, Commit, Facts } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'

/** Accounts, found by id and by login in lower case. */
export interface AccountSet {
  readonly ids: ReadonlySet<number>
  readonly logins: ReadonlySet<string>
}

/** Who had a hand in a pull request. */
export interface Contributors {
  /** Null: a deleted account, or no pull request is known. */
  readonly author: Account | null
  /** Authored or committed one of its commits. */
  readonly committers: AccountSet
  /** Pushed the present head, or an earlier head that is still part of it. */
  readonly pushers: AccountSet
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
  return {
    author: facts.pullRequest?.author ?? null,
    committers: accountSet(written.flatMap((commit) => [commit.author, commit.committer])),
    pushers: accountSet(pushersOf(facts)),
    unknown: [...new Set(unknown.map((commit) => commit.sha))].toSorted(),
  }
}

/** Whoever pushed a commit under another name has it still in the pull request, also after somebody else pushed. */
function pushersOf(facts: Facts): readonly (Account | null)[] {
  const commits = new Map<Sha, Commit>(facts.commits.map((commit) => [commit.sha, commit]))
  const present = facts.pullRequest?.head.sha ?? facts.heads.at(-1)?.sha
  return facts.heads
    .filter((head) => head.sha === present || commits.has(head.sha))
    .filter((head) => commits.get(head.sha)?.automaticMerge !== true)
    .map((head) => head.by)
}

function accountSet(accounts: readonly (Account | null)[]): AccountSet {
  const known = accounts.filter((account) => account !== null)
  return {
    ids: new Set(known.map((account) => account.id)),
    logins: new Set(known.map((account) => account.login.toLowerCase())),
  }
}

import type { Account, Actor, Comment, Commit, Debt, Facts, Review, Team } from '../model/facts.ts'
import { formatInstant, type Instant } from '../model/instant.ts'
import type { Json, JsonObject } from '../model/json.ts'

/**
 * Facts as a facts file says them, which reads back as the same facts. Everything is written out, so that it means the
 * same whatever is compared; lists whose order says nothing are sorted, so that equal facts are equal texts.
 */
export function factsJson(facts: Facts): JsonObject {
  return {
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Facts',
    now: instantJson(facts.now),
    pullRequest: pullRequestJson(facts.pullRequest),
    commits: sortBy(facts.commits, ({ sha }) => sha).map(commitJson),
    heads: facts.heads.map(({ sha, at, by }) => ({ sha, at: instantJson(at), by: accountJson(by) })),
    reviews: facts.reviews.toSorted((a, b) => a.id - b.id).map(reviewJson),
    labels: facts.labels.toSorted(),
    labelEvents: facts.labelEvents.map(({ event, label, by, at, commit }) => ({
      event,
      label,
      by: actorJson(by),
      at: instantJson(at),
      commit,
    })),
    comments: facts.comments.toSorted((a, b) => a.id - b.id).map(commentJson),
    debts: facts.debts.toSorted(compareDebts).map(debtJson),
    teams: Object.fromEntries(
      sortBy([...facts.teams], ([name]) => name).map(([name, team]) => [name, teamJson(team)]),
    ),
    incomplete: facts.incomplete.toSorted(),
  }
}

function pullRequestJson(pullRequest: Facts['pullRequest']): Json {
  if (pullRequest === null) return null
  const { number, title, author, initiators, draft, base, head } = pullRequest
  return {
    number: BigInt(number),
    title,
    author: accountJson(author),
    initiators: accountsJson(initiators),
    draft,
    base: { ref: base.ref, sha: base.sha },
    head: { sha: head.sha },
  }
}

function commitJson({ sha, author, committer, coAuthors, automaticMerge }: Commit): Json {
  return {
    sha,
    author: accountJson(author),
    committer: accountJson(committer),
    coAuthors: accountsJson(coAuthors),
    automaticMerge,
  }
}

function reviewJson({ id, by, state, commit, submittedAt }: Review): Json {
  return { id: BigInt(id), by: actorJson(by), state, commit, submittedAt: instantJson(submittedAt) }
}

function commentJson({ id, by, body, createdAt, editedAt }: Comment): Json {
  return {
    id: BigInt(id),
    by: accountJson(by),
    body,
    createdAt: instantJson(createdAt),
    editedAt: editedAt === null ? null : instantJson(editedAt),
  }
}

function compareDebts(a: Debt, b: Debt): number {
  return a.pullRequest - b.pullRequest || a.dueAt - b.dueAt || a.by.id - b.by.id
}

function debtJson({ pullRequest, by, dueAt, closedBy }: Debt): Json {
  return {
    pullRequest: BigInt(pullRequest),
    by: accountJson(by),
    dueAt: instantJson(dueAt),
    closedBy: accountJson(closedBy),
  }
}

function accountJson(account: Account | null): Json {
  return account === null ? null : { id: BigInt(account.id), login: account.login, type: account.type }
}

function accountsJson(accounts: readonly Account[]): readonly Json[] {
  return accounts.toSorted((a, b) => a.id - b.id).map(accountJson)
}

function actorJson(actor: Actor | null): Json {
  if (actor === null) return null
  return { id: BigInt(actor.id), login: actor.login, type: actor.type, canWrite: actor.canWrite }
}

function teamJson(team: Team): Json {
  return 'members' in team ? { members: team.members.toSorted() } : { unreadable: team.unreadable }
}

/** To the millisecond where there are any: two moments that differ are never written alike. */
function instantJson(moment: Instant): string {
  const text = formatInstant(moment)
  const milliseconds = ((moment % 1000) + 1000) % 1000
  return milliseconds === 0 ? text : text.replace('Z', `.${String(milliseconds).padStart(3, '0')}Z`)
}

function sortBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))))
}

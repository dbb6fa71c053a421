import type { Account, Actor, Facts, LabelEvent, Review, Team } from '../model/facts.ts'
import { parseSha, type Sha } from '../model/ids.ts'
import { type Instant, parseInstant } from '../model/instant.ts'
import type {
  ActorEntry,
  FactsDocument,
  LabelEventEntry,
  PullRequestEntry,
  ReviewEntry,
} from './facts-document.ts'

/** What is compared: two directories, where the head has no commit id, or two revisions. */
export type ComparisonMode = 'directories' | 'revisions'

/** Reads the facts of one moment from a document that has their shape. */
export function readFacts(document: FactsDocument, mode: ComparisonMode, now: Instant): Facts {
  return {
    now,
    pullRequest: document.pullRequest ? readPullRequest(document.pullRequest) : null,
    commits: (document.commits ?? []).map((commit) => ({
      sha: sha(commit.sha),
      author: commit.author && account(commit.author),
      committer: commit.committer && account(commit.committer),
      coAuthors: (commit.coAuthors ?? []).map(account),
      automaticMerge: commit.automaticMerge ?? false,
    })),
    heads: (document.heads ?? []).map((head) => ({
      sha: sha(head.sha),
      at: instant(head.at),
      by: head.by ? account(head.by) : null,
    })),
    reviews: (document.reviews ?? []).map((review) => readReview(review, mode)),
    labels: document.labels ?? [],
    labelEvents: (document.labelEvents ?? []).map((event) => readLabelEvent(event, mode)),
    comments: (document.comments ?? []).map(({ id, by, body, createdAt, editedAt }) => ({
      id,
      by: by && account(by),
      body,
      createdAt: instant(createdAt),
      editedAt: typeof editedAt === 'string' ? instant(editedAt) : null,
    })),
    debts: (document.debts ?? []).map(({ pullRequest, by, dueAt, closedBy }) => ({
      pullRequest,
      by: account(by),
      dueAt: instant(dueAt),
      closedBy: closedBy ? account(closedBy) : null,
    })),
    teams: new Map(
      Object.entries(document.teams ?? {}).map(([name, team]) => [name.toLowerCase(), readTeam(team)]),
    ),
    incomplete: document.incomplete ?? [],
  }
}

function readPullRequest(entry: PullRequestEntry): Facts['pullRequest'] {
  const { number, title = '', author, initiators = [], draft = false, base, head } = entry
  return {
    number,
    title,
    author: author && account(author),
    initiators: initiators.map(account),
    draft,
    base: { ref: base?.ref ?? '', sha: base?.sha ? sha(base.sha) : null },
    head: { sha: head?.sha ? sha(head.sha) : null },
  }
}

function readReview({ id, by, state, commit, submittedAt }: ReviewEntry, mode: ComparisonMode): Review {
  // Whoever writes down a reviewer has to say that they may write: not said is not known.
  const reviewer = by && actor(by, null)
  return { id, by: reviewer, state, commit: commitOf(commit, mode), submittedAt: instant(submittedAt) }
}

function readLabelEvent({ event, label, by, at, commit }: LabelEventEntry, mode: ComparisonMode): LabelEvent {
  return { event, label, by: by && actor(by, true), at: instant(at), commit: commitOf(commit, mode) }
}

/** Without a commit, what was said about compared directories was said about the head; else about nothing. */
function commitOf(commit: string | null | undefined, mode: ComparisonMode): Sha | 'head' | null {
  if (commit === undefined) return mode === 'directories' ? 'head' : null
  return commit === null || commit === 'head' ? commit : sha(commit)
}

function account({ id, login, type }: ActorEntry): Account {
  return { id, login, type }
}

function actor(entry: ActorEntry, unsaid: boolean | null): Actor {
  return { ...account(entry), canWrite: entry.canWrite === undefined ? unsaid : entry.canWrite }
}

function readTeam(team: Team): Team {
  return 'members' in team ? { members: team.members } : { unreadable: team.unreadable }
}

function sha(text: string): Sha {
  const id = parseSha(text)
  if (id === undefined) throw new TypeError(`not a commit id: ${text}`)
  return id
}

function instant(text: string): Instant {
  const moment = parseInstant(text)
  if (moment === undefined) throw new TypeError(`not a moment: ${text}`)
  return moment
}

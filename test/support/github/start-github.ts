import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from './clock.ts'
import { createFaults, type Fault, type Faults } from './faults.ts'
import { type LoggedRequest, listen } from './server.ts'
import { close, enableAutoMerge, merge, openPullRequest, reopen, retarget } from './verbs/pulls.ts'
import { setDraft, updateBranch } from './verbs/pulls.ts'
import { dequeue, enqueue, mergeQueue } from './verbs/queue.ts'
import { deleteLabel, label, renameLabel, unlabel } from './verbs/labels.ts'
import { createTeam, createToken, createUser, setTeamMember } from './verbs/people.ts'
import { comment, deleteComment, editComment, touchComment } from './verbs/comments.ts'
import { assign, closeIssue, editIssue, openIssue, reopenIssue } from './verbs/issues.ts'
import { forgetPush, freezeMergeRef, push, type Push, type Pushed } from './verbs/push.ts'
import { postCheckRun, postStatus } from './verbs/reports.ts'
import {
  createRepository,
  forkRepository,
  setBranchProtection,
  setCodeownersErrors,
  setRules,
} from './verbs/repositories.ts'
import { postWorkflowRun, setEnvironment, setWorkflowState } from './verbs/settings.ts'
import {
  dismissReview,
  forgetReviewCommit,
  forgetReviewer,
  removeReviewRequest,
  requestReview,
  review,
} from './verbs/reviews.ts'
import { account, app, createWorld, pullRequest, repository, team } from './world.ts'
import type {
  Account,
  CommitStatus,
  PullRequest,
  Repository,
  Switches,
  Team,
  WebhookEvent,
  World,
} from './world.ts'
import type { NewRepository } from './verbs/repositories.ts'

export type { Fault, FaultAction } from './faults.ts'
export type { LoggedRequest } from './server.ts'
export type { Pushed } from './verbs/push.ts'
export type { Account, CommitStatus, PullRequest, Repository, Team, WebhookEvent } from './world.ts'

export interface StartOptions extends Partial<Switches> {
  /** The instant the emulator's clock starts at. */
  readonly now: string
}

type Verb<Args, Result> = (args: Args) => Result
type VerbOf<F> = F extends (world: World, args: infer Args) => infer Result ? Verb<Args, Result> : never

/**
 * A GitHub of its own on the loopback. Verbs are facts of the world: they are synchronous, need no token and ask
 * nobody's leave. Rights are enforced where a token speaks, which is over HTTP.
 */
export interface GitHub {
  /** For `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** For `GITHUB_GRAPHQL_URL`. */
  readonly graphqlUrl: string
  /** For `GITHUB_SERVER_URL`; `${serverUrl}/owner/name.git` can be cloned. */
  readonly serverUrl: string
  /** Every request so far, in order of its answer. */
  readonly requests: readonly LoggedRequest[]
  /** What clients or the emulator did against GitHub's schemas. */
  readonly violations: readonly string[]
  /** Every webhook delivery so far. */
  readonly events: readonly WebhookEvent[]
  readonly now: () => string

  readonly createUser: VerbOf<typeof createUser>
  readonly createTeam: VerbOf<typeof createTeam>
  readonly setTeamMember: (path: string, login: string, state: 'active' | 'pending' | 'none') => void
  readonly createRepository: (fullName: string, options?: NewRepository) => Repository
  readonly fork: VerbOf<typeof forkRepository>
  readonly createToken: VerbOf<typeof createToken>
  readonly push: VerbOf<typeof push>
  readonly forgetPush: VerbOf<typeof forgetPush>
  readonly forcePush: (args: Omit<Push, 'force'>) => Pushed
  readonly openPullRequest: VerbOf<typeof openPullRequest>
  readonly review: VerbOf<typeof review>
  readonly dismissReview: VerbOf<typeof dismissReview>
  readonly forgetReviewCommit: VerbOf<typeof forgetReviewCommit>
  readonly forgetReviewer: VerbOf<typeof forgetReviewer>
  readonly requestReview: VerbOf<typeof requestReview>
  readonly removeReviewRequest: VerbOf<typeof removeReviewRequest>
  readonly label: VerbOf<typeof label>
  readonly unlabel: VerbOf<typeof unlabel>
  readonly renameLabel: VerbOf<typeof renameLabel>
  readonly deleteLabel: VerbOf<typeof deleteLabel>
  readonly retarget: VerbOf<typeof retarget>
  readonly setDraft: VerbOf<typeof setDraft>
  readonly closePullRequest: VerbOf<typeof close>
  readonly reopenPullRequest: VerbOf<typeof reopen>
  readonly merge: VerbOf<typeof merge>
  readonly updateBranch: VerbOf<typeof updateBranch>
  readonly enableAutoMerge: VerbOf<typeof enableAutoMerge>
  readonly enqueue: VerbOf<typeof enqueue>
  readonly dequeue: VerbOf<typeof dequeue>
  readonly mergeQueue: VerbOf<typeof mergeQueue>
  readonly comment: VerbOf<typeof comment>
  readonly editComment: VerbOf<typeof editComment>
  readonly touchComment: VerbOf<typeof touchComment>
  readonly deleteComment: VerbOf<typeof deleteComment>
  readonly openIssue: VerbOf<typeof openIssue>
  readonly closeIssue: VerbOf<typeof closeIssue>
  readonly reopenIssue: VerbOf<typeof reopenIssue>
  readonly editIssue: VerbOf<typeof editIssue>
  readonly assign: VerbOf<typeof assign>
  readonly postStatus: VerbOf<typeof postStatus>
  readonly postCheckRun: VerbOf<typeof postCheckRun>
  readonly setRules: VerbOf<typeof setRules>
  readonly setBranchProtection: VerbOf<typeof setBranchProtection>
  readonly setCodeownersErrors: VerbOf<typeof setCodeownersErrors>
  readonly setWorkflowState: VerbOf<typeof setWorkflowState>
  readonly postWorkflowRun: VerbOf<typeof postWorkflowRun>
  readonly setEnvironment: VerbOf<typeof setEnvironment>
  /** From now on a moving base leaves this pull request's `refs/pull/N/merge` where it is. */
  readonly freezeMergeRef: (args: { readonly repo: string; readonly number: number }) => void

  /** The statuses of a commit, newest first. */
  readonly statuses: (fullName: string, sha: string) => readonly CommitStatus[]
  /** The state behind a name, for assertions; change it by verbs only. */
  readonly repository: (fullName: string) => Repository
  readonly pullRequest: (fullName: string, number: number) => PullRequest
  readonly team: (path: string) => Team
  readonly account: (login: string) => Account
  /** The number of an app that has a token. */
  readonly appId: (slug: string) => number

  readonly advanceClock: (duration: string) => void
  readonly setClock: (instant: string) => void
  readonly fault: (fault: Fault) => void
  /** What happens to each request that no fault hits. */
  readonly faultEach: Faults['each']
  /** Says that the violations so far are what the test wanted, and forgets them. */
  readonly acknowledgeViolations: () => readonly string[]
  /** Stops. Throws when there are violations nobody acknowledged, or faults that never happened. */
  readonly close: () => Promise<void>
}

/** Starts an emulator with an empty world. Close it, or its port and its folder stay. */
export async function startGitHub(options: StartOptions): Promise<GitHub> {
  const { now, ...switches } = options
  const clock = createClock(now)
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-github-'))
  const world = createWorld(clock, folder, {
    reanchorApprovals: true,
    labelEventsKeepOldName: false,
    actionsStatusesHaveCreator: false,
    mergeabilityAtOnce: false,
    enterpriseServer: false,
    ...switches,
  })
  const faults = createFaults()
  const requests: LoggedRequest[] = []
  const violations: string[] = []
  const server = await listen({ world, faults, requests, violations })

  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    rmSync(folder, { recursive: true, force: true })
    const complaints = [...violations, ...faults.unused()]
    if (complaints.length > 0)
      throw new Error(`the GitHub emulator has complaints:\n${complaints.join('\n')}`)
  }
  return {
    apiUrl: world.urls.api,
    graphqlUrl: world.urls.graphql,
    serverUrl: world.urls.server,
    requests,
    violations,
    events: world.events,
    now: () => new Date(clock.now()).toISOString(),
    ...verbs(world),
    advanceClock: (duration) => clock.advance(duration),
    setClock: (instant) => clock.set(instant),
    fault: faults.add,
    faultEach: faults.each,
    acknowledgeViolations: () => violations.splice(0),
    close: stop,
  }
}

type Verbs = Omit<
  GitHub,
  | 'apiUrl'
  | 'graphqlUrl'
  | 'serverUrl'
  | 'requests'
  | 'violations'
  | 'events'
  | 'now'
  | 'advanceClock'
  | 'setClock'
  | 'fault'
  | 'faultEach'
  | 'acknowledgeViolations'
  | 'close'
>

function verbs(world: World): Verbs {
  const on =
    <Args, Result>(verb: (world: World, args: Args) => Result): Verb<Args, Result> =>
    (args) =>
      verb(world, args)
  return {
    createUser: on(createUser),
    createTeam: on(createTeam),
    setTeamMember: (path, login, state) => setTeamMember(world, team(world, path), login, state),
    createRepository: (fullName, options) => createRepository(world, fullName, options),
    fork: on(forkRepository),
    createToken: on(createToken),
    push: on(push),
    forgetPush: on(forgetPush),
    forcePush: (args) => push(world, { ...args, force: true }),
    openPullRequest: on(openPullRequest),
    review: on(review),
    dismissReview: on(dismissReview),
    forgetReviewCommit: on(forgetReviewCommit),
    forgetReviewer: on(forgetReviewer),
    requestReview: on(requestReview),
    removeReviewRequest: on(removeReviewRequest),
    label: on(label),
    unlabel: on(unlabel),
    renameLabel: on(renameLabel),
    deleteLabel: on(deleteLabel),
    retarget: on(retarget),
    setDraft: on(setDraft),
    closePullRequest: on(close),
    reopenPullRequest: on(reopen),
    merge: on(merge),
    updateBranch: on(updateBranch),
    enableAutoMerge: on(enableAutoMerge),
    enqueue: on(enqueue),
    dequeue: on(dequeue),
    mergeQueue: on(mergeQueue),
    comment: on(comment),
    editComment: on(editComment),
    touchComment: on(touchComment),
    deleteComment: on(deleteComment),
    openIssue: on(openIssue),
    closeIssue: on(closeIssue),
    reopenIssue: on(reopenIssue),
    editIssue: on(editIssue),
    assign: on(assign),
    postStatus: on(postStatus),
    postCheckRun: on(postCheckRun),
    setRules: on(setRules),
    setBranchProtection: on(setBranchProtection),
    setCodeownersErrors: on(setCodeownersErrors),
    setWorkflowState: on(setWorkflowState),
    postWorkflowRun: on(postWorkflowRun),
    setEnvironment: on(setEnvironment),
    freezeMergeRef: (args) => freezeMergeRef(pullRequest(world, args.repo, args.number)),
    statuses: (fullName, sha) =>
      repository(world, fullName)
        .statuses.filter((status) => status.sha === sha)
        .toReversed(),
    repository: (fullName) => repository(world, fullName),
    pullRequest: (fullName, number) => pullRequest(world, fullName, number),
    team: (path) => team(world, path),
    account: (login) => account(world, login),
    appId: (slug) => app(world, slug).id,
  }
}

import { baseTip } from '../pull-state.ts'
import { atLeast, roleOf, teamRole } from '../rights.ts'
import { merge, updateBranch } from '../verbs/pulls.ts'
import { dismissReview, findReview, requestReview, review } from '../verbs/reviews.ts'
import { findAccount, findTeam, type PullRequest, type Token } from '../world.ts'
import {
  actor,
  type Answer,
  type Call,
  callerRole,
  callPull,
  callRepository,
  type Handler,
  notFound,
  ok,
  paged,
  Refusal,
} from './call.ts'
import { holds } from './permissions.ts'
import { pullShape, pullSimpleShape, reviewShape } from './pull-shapes.ts'
import { commitShape } from './shapes.ts'

/** GitHub lists at most this many commits of a pull request. */
const commitCap = 250

export const pullHandlers: Readonly<Record<string, Handler>> = {
  'pulls/list': list,
  'pulls/get': (call) => ok(pullShape(call.world, callPull(call))),
  'pulls/list-commits': (call) => {
    const pull = callPull(call)
    return paged(call, pull.commits.slice(0, commitCap), (sha) => {
      const info = pull.repository.git.info(sha)
      if (info === undefined) throw new Error(`git does not have ${sha}`)
      return commitShape(call.world, pull.repository, info)
    })
  },
  'pulls/list-reviews': (call) => {
    const pull = callPull(call)
    return paged(call, pull.reviews, (item) => reviewShape(call.world, pull, item))
  },
  'pulls/create-review': createReview,
  'pulls/dismiss-review': dismiss,
  'pulls/request-reviewers': request,
  'pulls/update-branch': update,
  'pulls/merge': mergePull,
  'repos/list-pull-requests-associated-with-commit': pullsOfCommit,
}

function list(call: Call): Answer {
  const state = call.query.get('state') ?? 'open'
  const head = call.query.get('head')
  const base = call.query.get('base')
  const key = call.query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const ascending = (call.query.get('direction') ?? (call.query.has('sort') ? 'asc' : 'desc')) === 'asc'
  const found = [...callRepository(call).pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === null || pull.baseRef === base)
    .filter((pull) => head === null || `${pull.headRepository.owner.login}:${pull.headRef}` === head)
    .toSorted((a, b) => (a[key] - b[key] || a.number - b.number) * (ascending ? 1 : -1))
  return paged(call, found, (pull) => pullSimpleShape(call.world, pull))
}

/** The merged pull request that brought the commit into the default branch; otherwise merged and open ones. */
function pullsOfCommit(call: Call): Answer {
  const at = callRepository(call)
  const sha = call.path['commit_sha'] ?? ''
  const having = [...at.pulls.values()].filter(
    (pull) => pull.commits.includes(sha) || pull.merged?.sha === sha,
  )
  const tip = at.git.tip(`refs/heads/${at.defaultBranch}`)
  const arrived = at.git.tip(sha) !== undefined && tip !== undefined && at.git.isAncestor(sha, tip)
  const culprits = having.filter((pull) => pull.merged !== null && pull.baseRef === at.defaultBranch)
  const shown =
    arrived && culprits.length > 0
      ? culprits
      : having.filter((pull) => pull.merged !== null || pull.state === 'open')
  return paged(call, shown, (pull) => pullSimpleShape(call.world, pull))
}

const reviewEvents = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const

function createReview(call: Call): Answer {
  const pull = callPull(call)
  const { account } = actor(call)
  const event = call.body['event']
  if (event === undefined) throw new Error('pending reviews are not modelled: send an event')
  const state = reviewEvents[event as keyof typeof reviewEvents]
  if (pull.author === account && state !== 'COMMENTED') {
    const what = state === 'APPROVED' ? 'approve' : 'request changes on'
    throw new Refusal(422, 'Unprocessable Entity', {
      errors: [`Review Can not ${what} your own pull request`],
    })
  }
  const commit = call.body['commit_id']
  const body = call.body['body']
  const { id } = review(call.world, {
    ...address(pull),
    by: account.login,
    state,
    ...(typeof commit === 'string' ? { commit } : {}),
    ...(typeof body === 'string' ? { body } : {}),
  })
  return ok(reviewShape(call.world, pull, findReview(pull, id)))
}

function dismiss(call: Call): Answer {
  const pull = callPull(call)
  const id = Number(call.path['review_id'])
  const found = pull.reviews.find((item) => item.id === id)
  if (found === undefined) throw notFound()
  requireWrite(call, pull)
  if (found.state === 'COMMENTED' || found.state === 'DISMISSED') {
    throw new Refusal(422, 'Unprocessable Entity', {
      errors: [`Can not dismiss a ${found.state.toLowerCase()} pull request review`],
    })
  }
  const message = String(call.body['message'])
  dismissReview(call.world, { ...address(pull), by: actor(call).account.login, id, message })
  return ok(reviewShape(call.world, pull, found))
}

function request(call: Call): Answer {
  const pull = callPull(call)
  requireWrite(call, pull)
  const users = strings(call.body['reviewers'])
  const teams = strings(call.body['team_reviewers'])
  const accounts = users.map((login) => findAccount(call.world, login))
  const known = teams.map((slug) => findTeam(call.world, `${pull.repository.owner.login}/${slug}`))
  if (accounts.some((asked) => asked === pull.author))
    throw new Refusal(422, 'Review cannot be requested from pull request author.')
  if (
    accounts.some((asked) => asked === undefined || roleOf(call.world, pull.repository, asked) === undefined)
  )
    throw new Refusal(422, collaboratorsOnly)
  if (known.some((asked) => asked === undefined || teamRole(asked, pull.repository) === undefined))
    throw new Refusal(422, collaboratorsOnly)
  const [team] = known
  // GitHub looks a team up with the rights of the token, and says no more than this.
  if (team !== undefined && !readsMembers(call.token)) {
    const seen = `Could not resolve to a node with the global id of '${team.nodeId}'.`
    throw new Refusal(422, `Validation Failed: "${seen}"`)
  }
  requestReview(call.world, { ...address(pull), by: actor(call).account.login, users, teams })
  return ok(pullSimpleShape(call.world, pull), 201)
}

const collaboratorsOnly =
  'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.'

function readsMembers(token: Token | undefined): boolean {
  return token?.kind !== 'actions' && holds(token, 'members', 'read')
}

function update(call: Call): Answer {
  const pull = callPull(call)
  requireWrite(call, pull)
  const expected = call.body['expected_head_sha']
  if (expected !== undefined && expected !== pull.headSha) {
    throw new Refusal(422, 'expected head sha didn’t match current head ref.')
  }
  if (pull.repository.git.isAncestor(baseTip(pull), pull.headSha)) {
    throw new Refusal(422, 'There are no new commits on the base branch.')
  }
  updateBranch(call.world, { ...address(pull), by: actor(call).account.login })
  return ok(
    {
      message: 'Updating pull request branch.',
      url: `${call.world.urls.api}/repos/${pull.repository.fullName}/pulls/${pull.number}`,
    },
    202,
  )
}

function mergePull(call: Call): Answer {
  const pull = callPull(call)
  requireWrite(call, pull)
  const { sha: expected, merge_method: method, commit_title: title } = call.body
  if (method === 'rebase') throw new Error('merging by rebase is not modelled')
  if (expected !== undefined && expected !== pull.headSha) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
  }
  const mergeable = pull.repository.git.mergeTree(baseTip(pull), pull.headSha) !== undefined
  if (pull.state === 'closed' || pull.draft || !mergeable)
    throw new Refusal(405, 'Pull Request is not mergeable')
  const merged = merge(call.world, {
    ...address(pull),
    by: actor(call).account.login,
    method: method === 'squash' ? 'squash' : 'merge',
    title: typeof title === 'string' ? title : undefined,
  })
  return ok({ sha: merged.sha, merged: true, message: 'Pull Request successfully merged' })
}

function requireWrite(call: Call, pull: PullRequest): void {
  if (!atLeast(callerRole(call, pull.repository), 'write')) {
    throw new Refusal(403, 'Must have write access to the repository.')
  }
}

function address(pull: PullRequest): { repo: string; number: number } {
  return { repo: pull.repository.fullName, number: pull.number }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

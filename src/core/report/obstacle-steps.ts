import type { FactList } from '../model/facts.ts'
import type { Reason } from '../model/verdict.ts'
import { authorWording } from './people-words.ts'
import { listOf, shortSha } from './phrases.ts'
import { type Step, step, type Telling } from './step.ts'
import { exactly, owner, say, series } from './wording.ts'

/** What keeps approvals and windows alike from being judged. */
export type SharedObstacle = Extract<
  Reason,
  { code: 'team-unreadable' | 'unknown-committer' | 'facts-incomplete' }
>

/** Whether nothing can be judged before this is mended. */
export function isSharedObstacle(reason: Pick<Reason, 'code'>): reason is SharedObstacle {
  return ['team-unreadable', 'unknown-committer', 'facts-incomplete'].includes(reason.code)
}

/** What has to be mended first, and by whom. */
export function obstacleStep(reason: SharedObstacle, { author }: Pick<Telling, 'author'>): Step {
  switch (reason.code) {
    case 'team-unreadable':
      return unreadableStep(reason)
    case 'unknown-committer': {
      const commits = series(
        reason.commits.map((sha) => [exactly(shortSha(sha))]),
        'and',
        3,
      )
      const them = reason.commits.length === 1 ? 'it' : 'them'
      const belong = reason.commits.length === 1 ? 'belongs' : 'belong'
      return step({
        wait: say`commits of known people`,
        act: say`${authorWording(author)} writes ${commits} anew with an e-mail address that a GitHub account has, and pushes ${them}`,
        short: say`${commits} ${belong} to no GitHub account`,
      })
    }
    case 'facts-incomplete': {
      const lists = listsText(reason.lists)
      return step({
        wait: say`a complete reading`,
        act: say`run this check again, because not everything could be read: ${lists}`,
        short: say`not everything could be read (${lists}); run again`,
      })
    }
    default:
      return reason satisfies never
  }
}

function unreadableStep({ teams }: Extract<Reason, { code: 'team-unreadable' }>): Step {
  const names = series(
    teams.map(({ team }) => [owner(team)]),
    'and',
    3,
  )
  const why = listOf([...new Set(teams.map((team) => team.why))], 'and', 2)
  const word = teams.length === 1 ? 'team' : 'teams'
  const is = teams.length === 1 ? 'is' : 'are'
  return step({
    wait: say`access to the ${word} ${names}`,
    act: say`let the token read the members of ${names} (${why})`,
    short: say`${word} ${names} ${is} unreadable; grant the token "members: read"`,
    terse: say`${word} ${names} ${is} unreadable`,
  })
}

/** `reviews and pushes`: lists of facts as people call them. */
export function listsText(lists: readonly string[]): string {
  return listOf(lists.map((list) => LISTS.get(list) ?? list))
}

const LISTS: ReadonlyMap<string, string> = new Map<FactList | 'pullRequest', string>([
  ['commits', 'commits'],
  ['heads', 'pushes'],
  ['reviews', 'reviews'],
  ['labels', 'labels'],
  ['labelEvents', 'who set the labels'],
  ['comments', 'comments'],
  ['teams', 'teams'],
  ['initiators', 'who set the agent to work'],
  ['debts', 'reviews after the fact'],
  ['pullRequest', 'the pull request'],
])

import type { Actor, Review } from '../../src/core/model/facts.ts'
import { formatInstant } from '../../src/core/model/instant.ts'
import type { Dice } from '../support/dice.ts'
import { OBJECTS, POLICIES } from './policies.ts'
import {
  account,
  AMY,
  BOB,
  forcePush,
  headOf,
  instant,
  merged,
  PEOPLE,
  push,
  type State,
  type World,
} from './world.ts'

/** Something that happens to a pull request. What it says is for whoever reads a failure. */
interface Step {
  readonly name: string
  /** How often, among all. */
  readonly weight: number
  readonly run: (world: World, dice: Dice) => string
}

const VALUES = [0, 1, 2, 3, null] as const
const WRITERS = PEOPLE.filter(({ canWrite, type }) => canWrite === true && type === 'User')

function changed(state: State, dice: Dice): State {
  return { ...state, [dice.one(OBJECTS)]: dice.one(VALUES) }
}

function anybody(dice: Dice): Actor | null {
  return dice.below(20) === 0 ? null : dice.one(PEOPLE)
}

/** Mostly those who are asked, so that something is allowed now and then. */
function reviewer(dice: Dice): Actor | null {
  return dice.below(3) === 0 ? anybody(dice) : dice.one(WRITERS.filter(({ id }) => id !== AMY.id))
}

function commitOf(world: World, dice: Dice): Review['commit'] {
  const kind = dice.below(10)
  if (kind < 6) return headOf(world).sha
  if (kind < 9) return dice.one([...world.commits.keys()])
  return null
}

function review(world: World, dice: Dice, state: Review['state']): string {
  const [by, commit] = [reviewer(dice), commitOf(world, dice)]
  world.reviews.push({ id: reviewId(world, dice), by, state, commit, submittedAt: instant(world.now) })
  return `${by?.login ?? 'nobody'} on ${commit?.slice(-4) ?? 'none'}`
}

/** Numbers rise with time, but for a few: time counts first. */
function reviewId(world: World, dice: Dice): number {
  const id = world.serial++
  return dice.below(4) === 0 ? 1_000_000 - id : id
}

function label(world: World, name: string, by: Actor | null): string {
  if (!world.labels.includes(name)) world.labels = [...world.labels, name]
  world.labelEvents.push({ event: 'labeled', label: name, by, at: instant(world.now), commit: null })
  return `${name} by ${by?.login ?? 'nobody'}`
}

function windowLabel(world: World, dice: Dice): string {
  const ahead = dice.one([-3600, 0, 1800, 7200, 6 * 86_400, 8 * 86_400])
  const start = formatInstant(instant(Math.floor((world.now + ahead) / 60) * 60)).replace(':00Z', 'Z')
  return dice.one([
    'deploy-window/30m',
    'deploy-window/1h',
    'deploy-window/2h',
    'deploy-window/2h',
    `deploy-window/${start}+2h`,
    'deploy-window/office',
    'deploy-window/lunch',
    'deploy-window/nosuch',
    'deploy-window/2x',
  ])
}

/** Onto a moment at which something may end or begin, or a second beside it. */
function boundary(world: World, dice: Dice): number {
  const moments = [
    ...world.labelEvents.flatMap(({ at }) =>
      [1800, 3600, 7200, 4 * 3600].map((length) => at / 1000 + length),
    ),
    Date.UTC(2026, 10, 24, 12) / 1000,
    Math.floor(world.now / 86_400) * 86_400 + dice.one([9, 12, 12.5, 17, 33]) * 3600,
  ].filter((moment) => moment > world.now + 1)
  return moments.length === 0 ? world.now + 60 : dice.one(moments) + dice.one([-1, 0, 1])
}

export const STEPS: readonly Step[] = [
  {
    name: 'push',
    weight: 5,
    run(world, dice) {
      const [author, committer, by] = [
        dice.one([AMY, AMY, BOB, dice.one(PEOPLE)]),
        dice.one([AMY, AMY, dice.one(PEOPLE)]),
        dice.one([AMY, AMY, dice.one(WRITERS)]),
      ]
      const head = headOf(world)
      push(
        world,
        { state: changed(head.state, dice), fork: head.fork, author, committer, automatic: false },
        by,
      )
      return `${author.login}, ${committer.login}, pushed by ${by.login}`
    },
  },
  {
    name: 'push what nobody is known to have written or pushed',
    weight: 1,
    run(world, dice) {
      const head = headOf(world)
      const isWritten = dice.below(2) === 0
      push(
        world,
        {
          state: changed(head.state, dice),
          fork: head.fork,
          author: isWritten ? AMY : null,
          committer: AMY,
          automatic: false,
        },
        isWritten ? null : AMY,
      )
      return isWritten ? 'pushed by nobody' : 'written by nobody'
    },
  },
  {
    name: 'force-push',
    weight: 3,
    run(world, dice) {
      const old = world.commits.get(dice.one([...world.commits.keys()])) ?? headOf(world)
      const state = dice.below(2) === 0 ? old.state : changed(old.state, dice)
      forcePush(world, [{ state, fork: old.fork, author: AMY, committer: AMY, automatic: false }], AMY)
      return `to the content of ${old.sha.slice(-4)}`
    },
  },
  {
    name: 'rebase',
    weight: 3,
    run(world) {
      const result = merged(world, headOf(world))
      if (result === null) return 'not possible'
      forcePush(
        world,
        [{ state: result, fork: world.tip, author: AMY, committer: AMY, automatic: false }],
        AMY,
      )
      return 'onto the base'
    },
  },
  {
    name: 'update merge',
    weight: 3,
    run(world, dice) {
      const result = merged(world, headOf(world))
      if (result === null) return 'not possible'
      const by = dice.one(WRITERS)
      push(world, { state: result, fork: world.tip, author: by, committer: by, automatic: true }, by)
      return `by ${by.login}`
    },
  },
  {
    name: 'base moves',
    weight: 1,
    run(world, dice) {
      world.tip = changed(world.tip, dice)
      return JSON.stringify(world.tip)
    },
  },
  { name: 'approve', weight: 16, run: (world, dice) => review(world, dice, 'APPROVED') },
  {
    name: 'those who are asked approve the head',
    weight: 9,
    run(world, dice) {
      const asked = WRITERS.filter(({ login }) => ['dan', 'eve', 'gil', 'sue'].includes(login))
      const some = asked.filter(() => dice.below(4) > 0)
      for (const by of some)
        world.reviews.push({
          id: world.serial++,
          by,
          state: 'APPROVED',
          commit: headOf(world).sha,
          submittedAt: instant(world.now),
        })
      return some.map(({ login }) => login).join()
    },
  },
  {
    name: 'somebody who may opens a window',
    weight: 8,
    run: (world, dice) => {
      const opener = dice.one(WRITERS.filter(({ login }) => ['dan', 'eve', 'sue'].includes(login)))
      return label(world, dice.one(['deploy-window/1h', 'deploy-window/5h', 'deploy-window/office']), opener)
    },
  },
  { name: 'request changes', weight: 2, run: (world, dice) => review(world, dice, 'CHANGES_REQUESTED') },
  { name: 'comment', weight: 2, run: (world, dice) => review(world, dice, 'COMMENTED') },
  {
    name: 'dismiss',
    weight: 3,
    run(world, dice) {
      if (world.reviews.length === 0) return 'nothing'
      const index = dice.below(world.reviews.length)
      world.reviews = world.reviews.map((one, at) =>
        at === index && one.state !== 'COMMENTED' ? { ...one, state: 'DISMISSED' } : one,
      )
      return String(index)
    },
  },
  { name: 'label', weight: 12, run: (world, dice) => label(world, windowLabel(world, dice), reviewer(dice)) },
  {
    name: 'unlabel',
    weight: 4,
    run(world, dice) {
      if (world.labels.length === 0) return 'nothing'
      const name = world.labels.at(-1) ?? ''
      world.labels = world.labels.filter((one) => one !== name)
      world.labelEvents.push({
        event: 'unlabeled',
        label: name,
        by: reviewer(dice),
        at: instant(world.now),
        commit: null,
      })
      return name
    },
  },
  {
    name: 'rename label',
    weight: 2,
    run(world, dice) {
      const before = world.labelEvents.findLast(({ event }) => event === 'unlabeled')
      const name = before && dice.below(4) > 0 ? before.label : windowLabel(world, dice)
      world.labels = [...world.labels.filter((one) => one !== name), name]
      return `to ${name}`
    },
  },
  {
    name: 'a label is taken off, and another renamed to it',
    weight: 3,
    run(world, dice) {
      const by = dice.one(WRITERS.filter(({ login }) => ['eve', 'sue'].includes(login)))
      const name = dice.one(['deploy-window/1h', 'deploy-window/2h'])
      world.labels = [...world.labels.filter((one) => one !== name), name]
      world.labelEvents.push({ event: 'unlabeled', label: name, by, at: instant(world.now), commit: null })
      return `${name}, by ${by.login}`
    },
  },
  {
    name: 'break glass',
    weight: 9,
    run(world, dice) {
      const by = dice.one([
        ...WRITERS.filter(({ login }) => login === 'sue' || login === 'amy'),
        dice.one(PEOPLE),
      ])
      const parts = [label(world, 'break-glass', by)]
      if (dice.below(5) > 0) {
        const edited = dice.below(6) === 0 ? instant(world.now) : null
        const body = dice.below(8) === 0 ? 'break the glass' : '/break-glass it is down'
        world.comments.push({
          id: world.serial++,
          by: account(by),
          body,
          createdAt: instant(world.now - dice.one([0, 60, 3600, 3601])),
          editedAt: edited,
        })
        parts.push('said why')
      }
      return parts.join(', ')
    },
  },
  {
    name: 'review is owed',
    weight: 2,
    run(world, dice) {
      const by = dice.one(WRITERS.filter(({ login }) => login === 'sue' || login === 'amy'))
      const closedBy = dice.one([null, null, dice.one(PEOPLE)])
      world.debts.push({
        pullRequest: world.serial++,
        by: account(by),
        dueAt: instant(world.now + dice.one([0, 3600])),
        closedBy: closedBy && account(closedBy),
      })
      return `${by.login}, closed by ${closedBy?.login ?? 'nobody'}`
    },
  },
  {
    name: 'time passes',
    weight: 7,
    run(world, dice) {
      world.now += dice.one([1, 60, 600, 1799, 3600, 5 * 3600, 26 * 3600])
      return new Date(world.now * 1000).toISOString()
    },
  },
  {
    name: 'a boundary comes',
    weight: 10,
    run(world, dice) {
      world.now = Math.max(world.now, boundary(world, dice))
      return new Date(world.now * 1000).toISOString()
    },
  },
  {
    name: 'team changes',
    weight: 2,
    run(world, dice) {
      const members = PEOPLE.filter(() => dice.below(2) === 0).map(({ login }) => login)
      world.team = dice.below(4) === 0 ? { unreadable: '403' } : { members }
      return JSON.stringify(world.team)
    },
  },
  {
    name: 'a list is cut short, or whole again',
    weight: 2,
    run(world, dice) {
      const lists = [
        'reviews',
        'commits',
        'heads',
        'labels',
        'labelEvents',
        'comments',
        'debts',
        'teams',
        'initiators',
      ] as const
      world.incomplete = world.incomplete.length > 0 || dice.below(3) > 0 ? [] : [dice.one(lists)]
      return world.incomplete.join() || 'whole'
    },
  },
  {
    name: 'who set an agent to work is found out',
    weight: 1,
    run(world, dice) {
      world.initiators = dice.below(3) > 0 ? [] : [account(dice.one(WRITERS))]
      return world.initiators.map(({ login }) => login).join() || 'nobody'
    },
  },
  {
    name: 'a commit vanishes',
    weight: 1,
    run(world, dice) {
      const others = [...world.commits.keys()].filter((sha) => !world.branch.includes(sha))
      if (others.length === 0) return 'none'
      const sha = dice.one(others)
      world.gone.add(sha)
      return sha.slice(-4)
    },
  },
  {
    name: 'retarget',
    weight: 1,
    run(world, dice) {
      world.tip = changed(changed({ a: 3, b: 3, c: 3 }, dice), dice)
      world.table = dice.one(POLICIES)
      return `${world.table.name}, ${JSON.stringify(world.tip)}`
    },
  },
  {
    name: 'policy changes',
    weight: 1,
    run(world, dice) {
      world.table = dice.one(POLICIES)
      return world.table.name
    },
  },
]

const WEIGHT = STEPS.reduce((sum, { weight }) => sum + weight, 0)

/** One of the steps by its weight. */
export function anyStep(dice: Dice): Step {
  let left = dice.below(WEIGHT)
  for (const step of STEPS) {
    left -= step.weight
    if (left < 0) return step
  }
  throw new Error('no step')
}

import { MINUTE } from '../../src/core/model/instant.ts'
import { EARLY_CLOSE } from '../../src/gate/publish/status-for.ts'
import type { Dice } from '../support/dice.ts'
import { type ChaosWorld, contentOf, LABEL, REPO } from './world.ts'

const HOUR = 60 * MINUTE

/** What the test itself keeps of a pull request, without asking GitHub or the program. */
export interface Life {
  readonly number: number
  readonly branch: string
  readonly path: string
  content: string
  open: boolean
  base: 'main' | 'release'
  /** Who wrote a commit that is in it. */
  readonly writers: Set<string>
  /** The last opinion of each reviewer, and what they saw. */
  readonly reviews: Map<string, { readonly id: number; readonly approves: boolean; readonly content: string }>
  /** The window label that is on it. */
  label: { readonly by: string; readonly at: number; readonly content: string } | null
}

/** Opens a pull request by amy. */
export function begin({ github }: ChaosWorld, dice: Dice, at: number): Life {
  const branch = `work-${String(at)}`
  const content = contentOf(at, dice.below(3))
  const path = `clusters/prod/app-${String(at)}.yaml`
  github.push({ repo: REPO, branch, ...byOne('amy'), files: { [path]: content } })
  const { number } = github.openPullRequest({ repo: REPO, by: 'amy', head: branch })
  return {
    number,
    branch,
    path,
    content,
    open: true,
    base: 'main',
    writers: new Set(['amy']),
    reviews: new Map(),
    label: null,
  }
}

/** Pushed, authored and committed by one. */
export function byOne(by: string): {
  readonly by: string
  readonly author: string
  readonly committer: string
} {
  return { by, author: by, committer: by }
}

/** Whether the merge may be green now, by the rules of the policy in the plainest words. */
export function mayBeGreen({ github }: ChaosWorld, life: Life): boolean {
  if (!life.open) return false
  if (life.content.startsWith('#')) return true
  const approved = [...life.reviews].some(
    ([who, { approves, content }]) => approves && content === life.content && !life.writers.has(who),
  )
  const now = Date.parse(github.now())
  const { label } = life
  const opened = label !== null && label.by === 'sue' && label.content === life.content
  return approved && opened && now < label.at + HOUR - EARLY_CLOSE
}

/** All that a risky pull request needs. */
export function satisfy({ github }: ChaosWorld, number: number): void {
  github.review({ repo: REPO, number, by: 'ben', state: 'APPROVED' })
  github.label({ repo: REPO, number, by: 'sue', name: LABEL })
}

interface Step {
  readonly weight: number
  readonly can?: (life: Life) => boolean
  readonly run: (world: ChaosWorld, life: Life, dice: Dice) => void
}

const STEPS: Readonly<Record<string, Step>> = {
  push: {
    weight: 3,
    can: ({ open }) => open,
    run: ({ github }, life, dice) => {
      const by = dice.below(5) === 0 ? 'ben' : 'amy'
      life.content = contentOf(life.number, dice.below(3))
      life.writers.add(by)
      // The same text once more is a commit as well.
      github.push({ repo: REPO, branch: life.branch, ...byOne(by), files: { [life.path]: life.content } })
    },
  },
  approve: {
    weight: 6,
    can: ({ open }) => open,
    run: ({ github }, life, dice) => {
      const by = dice.one(['ben', 'cleo', 'sue'])
      const { id } = github.review({ repo: REPO, number: life.number, by, state: 'APPROVED' })
      // Sue owns nothing here.
      if (by !== 'sue') life.reviews.set(by, { id, approves: true, content: life.content })
    },
  },
  dismiss: {
    weight: 2,
    can: ({ open, reviews }) => open && reviews.size > 0,
    run: ({ github }, life) => {
      const [who, review] = [...life.reviews][0] ?? []
      if (who === undefined || review === undefined) return
      life.reviews.delete(who)
      github.dismissReview({ repo: REPO, number: life.number, by: 'sue', id: review.id })
    },
  },
  label: {
    weight: 6,
    can: ({ open, label }) => open && label === null,
    run: ({ github }, life, dice) => {
      const by = dice.below(4) === 0 ? 'tess' : 'sue'
      github.label({ repo: REPO, number: life.number, by, name: LABEL })
      life.label = { by, at: Date.parse(github.now()), content: life.content }
    },
  },
  unlabel: {
    weight: 2,
    can: ({ label }) => label !== null,
    run: ({ github }, life) => {
      github.unlabel({ repo: REPO, number: life.number, by: 'amy', name: LABEL })
      life.label = null
    },
  },
  retarget: {
    weight: 1,
    can: ({ open }) => open,
    run: ({ github }, life) => {
      life.base = life.base === 'main' ? 'release' : 'main'
      github.retarget({ repo: REPO, number: life.number, by: 'amy', base: life.base })
    },
  },
  close: {
    weight: 1,
    can: ({ open }) => open,
    run: ({ github }, life) => {
      life.open = false
      github.closePullRequest({ repo: REPO, number: life.number, by: 'amy' })
    },
  },
  reopen: {
    weight: 3,
    can: ({ open }) => !open,
    run: ({ github }, life) => {
      life.open = true
      github.reopenPullRequest({ repo: REPO, number: life.number, by: 'amy' })
    },
  },
  'base moves': {
    weight: 1,
    run: ({ github }, life, dice) => {
      const files = { 'README.md': `# ${String(dice.below(1_000_000))}\n` }
      github.push({ repo: REPO, branch: life.base, ...byOne('cleo'), files })
    },
  },
}

/** Something happens to a pull request; its name is told. */
export function anything(world: ChaosWorld, life: Life, dice: Dice): string {
  const possible = Object.entries(STEPS).filter(([, { can }]) => can === undefined || can(life))
  const names = possible.flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name))
  const name = dice.one(names)
  // Of two things in one second nobody can tell which came first.
  world.github.advanceClock('1s')
  STEPS[name]?.run(world, life, dice)
  return name
}

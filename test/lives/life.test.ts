import { expect, it } from 'vitest'
import { decide } from '../../src/core/decision/decide.ts'
import type { Decision } from '../../src/core/decision/decision.ts'
import { stringifyJson } from '../../src/core/model/json.ts'
import { decisionJson } from '../../src/core/report/decision-json.ts'
import { Dice } from '../support/dice.ts'
import { INVARIANTS } from './invariants.ts'
import { ask } from './oracle.ts'
import { OBJECTS, OWNERS, POLICIES } from './policies.ts'
import { anyStep, STEPS } from './steps.ts'
import { changesBetween, contentsByCommit, factsOf, headOf, merged, newWorld, type World } from './world.ts'

/*
 * Random lives of pull requests. After every step the decision is held against an oracle that shares nothing with the program, and
 * against what must hold whatever happened. DRAWBRIDGE_STEPS says how many steps, DRAWBRIDGE_SEED replays one life.
 */
const STEPS_WANTED = Number(process.env['DRAWBRIDGE_STEPS'] ?? 100_000)
const SEED = process.env['DRAWBRIDGE_SEED']
const LIFE = 45
/** One life in so many is decided on twice, the second time with its lists in another order. */
const TURNED = 20
/** After one step in so many the oracle is asked about later moments too. */
const AHEAD = 8

type Count = (key: string) => void

it(`holds through ${String(STEPS_WANTED)} steps`, { timeout: 600_000 }, () => {
  const counts = new Map<string, number>()
  const count: Count = (key) => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  if (SEED !== undefined) {
    live(Number(SEED), count)
    return
  }
  // Half of the lives are the same every time, half are new ones; all are the same where a fault has to be seen.
  const fresh = process.env['DRAWBRIDGE_FAULT'] === undefined ? Date.now() % 1_000_000_000 : 1_000_000
  let steps = 0
  for (let life = 0; steps < STEPS_WANTED; life += 1)
    steps += live(life % 2 === 0 ? life : fresh + life, count)
  process.stdout.write(`${String(steps)} steps: ${countsText(counts)}\n`)
  if (STEPS_WANTED >= 20_000) expectVariety(counts, steps)
})

/** One life, told step by step when something is wrong. Gives the number of its steps. */
function live(seed: number, count: Count): number {
  const dice = new Dice(seed)
  const world = newWorld(dice.one(POLICIES))
  const story = [world.table.name]
  for (let step = 0; step < LIFE; step += 1) {
    const taken = anyStep(dice)
    story.push(`${taken.name}: ${taken.run(world, dice)}`)
    count(taken.name)
    const wrong = judge(world, { turned: seed % TURNED === 0, looksAhead: step % AHEAD === 0 }, count)
    if (wrong !== null)
      throw new Error(`${wrong}\nDRAWBRIDGE_SEED=${String(seed)}, step ${String(step)}:\n${story.join('\n')}`)
  }
  return LIFE
}

/** What is wrong with the decision on a world; null: nothing. */
function judge(
  world: World,
  { turned, looksAhead }: { readonly turned: boolean; readonly looksAhead: boolean },
  count: Count,
): string | null {
  const answer = ask(world)
  const decision = decisionOn(world)
  if (decision === null) {
    count('=conflict')
    return answer.outcome === 'hold' ? null : 'a conflict does not hold'
  }
  for (const kind of kindsOf(decision, world)) count(`=${kind}`)
  const again = turned ? decisionOn(world, true) : null
  if (again && textOf(again) !== textOf(decision)) return 'another order of the lists gives another decision'
  if (looksAhead && isChangeWrong(world, decision))
    return 'time alone changes the answer at another moment than is said'
  const broken = INVARIANTS.find(({ holds }) => !holds(decision, world, answer))
  return broken?.broken(answer) ?? null
}

/**
 * Whether the oracle's answer changes at another moment than the decision says: it is the same just before, another one at that moment, and
 * the same at moments in between, or for two weeks where nothing is said.
 */
function isChangeWrong(world: World, { outcome, nextChangeAt }: Decision): boolean {
  const at = (now: number): boolean => ask({ ...world, now }).outcome === outcome
  const end = nextChangeAt === null ? world.now + 14 * 86_400 : nextChangeAt / 1000
  const between = Array.from({ length: 12 }, (_, index) => world.now + ((end - world.now) * (index + 1)) / 13)
  const isKept = [...between.map(Math.floor), end - 1].every(at)
  return !isKept || (nextChangeAt !== null && at(end))
}

function decisionOn(world: World, turned = false): Decision | null {
  const state = merged(world, headOf(world))
  if (state === null) return null
  const facts = factsOf(world)
  const { reviews, commits, labels, comments, debts } = facts
  const inAnotherOrder = {
    ...facts,
    reviews: reviews.toReversed(),
    commits: commits.toReversed(),
    labels: labels.toReversed(),
    comments: comments.toReversed(),
    debts: debts.toReversed(),
  }
  return decide({
    facts: turned ? inAnotherOrder : facts,
    policy: world.table.policy,
    changes: changesBetween(world.table, world.tip, state),
    contents: contentsByCommit(world),
    ownersOf: (path) => OWNERS[OBJECTS.find((name) => path === `${name}.yaml`) ?? 'c'],
    ownersDigest: 'none',
  })
}

function textOf(decision: Decision): string {
  return stringifyJson(decisionJson(decision))
}

function kindsOf({ outcome, expiresAt, breakGlass, verdicts }: Decision, world: World): readonly string[] {
  if (outcome !== 'allow') return [outcome]
  return [
    outcome,
    `allow under ${world.table.name}`,
    ...(expiresAt === null ? [] : ['allow with an end']),
    ...(breakGlass === null ? [] : ['allow by a broken glass']),
    ...(verdicts.some(({ kind, verdict }) => kind === 'window' && verdict === 'met')
      ? ['allow in a window']
      : []),
  ]
}

function countsText(counts: ReadonlyMap<string, number>): string {
  const kinds = [...counts].filter(([key]) => key.startsWith('='))
  return kinds.map(([key, times]) => `${key.slice(1)} ${String(times)}`).join(', ')
}

/** Lives in which nothing happens prove nothing. */
function expectVariety(counts: ReadonlyMap<string, number>, steps: number): void {
  for (const { name } of STEPS) expect(counts.get(name), name).toBeGreaterThan(100)
  for (const { name } of POLICIES) expect(counts.get(`=allow under ${name}`), name).toBeGreaterThan(100)
  for (const kind of [
    'allow',
    'hold',
    'deny',
    'allow by a broken glass',
    'allow with an end',
    'allow in a window',
  ])
    expect(counts.get(`=${kind}`), kind).toBeGreaterThan(steps / 1000)
}

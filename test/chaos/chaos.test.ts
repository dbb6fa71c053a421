import { expect, it } from 'vitest'
import { runGate } from '../../src/gate/run-gate.ts'
import { runSweep } from '../../src/gate/run-sweep.ts'
import { Dice } from '../support/dice.ts'
import type { CommitStatus } from '../support/github/start-github.ts'
import { disturbance } from './disturb.ts'
import { anything, begin, type Life, mayBeGreen } from './life.ts'
import { type ChaosWorld, chaosWorld, CONTEXT, LABEL, REPO } from './world.ts'

/*
 * Lives of pull requests on a GitHub that fails: one request in five goes wrong, events are lost, late, doubled and in any order, and
 * things happen while it is decided. Half of the worlds are the same every time, half are new. DRAWBRIDGE_LIVES says how many live,
 * DRAWBRIDGE_SEED replays one world.
 */
const LIVES = Number(process.env['DRAWBRIDGE_LIVES'] ?? 200)
const SEED = process.env['DRAWBRIDGE_SEED']
/** So many live at a time in one repository. */
const TOGETHER = 20
const STEPS = 5
/** So many repositories at once. */
const AT_ONCE = 6

/** How many requests runs took that nothing disturbed. */
interface Costs {
  readonly decided: number[]
  readonly unchanged: number[]
}

it(`no green that the facts do not give, in ${String(LIVES)} lives`, { timeout: 3_600_000 }, async () => {
  const costs: Costs = { decided: [], unchanged: [] }
  const counts = new Map<string, number>()
  const fresh = Date.now() % 1_000_000_000
  const seeds =
    SEED === undefined
      ? Array.from({ length: Math.ceil(LIVES / TOGETHER) }, (_, at) => (at % 2 === 0 ? at : fresh + at))
      : [Number(SEED)]
  // Runs mostly wait, for answers and for what is tried again: several worlds live at once.
  const left = [...seeds]
  const liveOn = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift())
      await liveTogether(seed, costs, counts)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, liveOn))
  const told = [...counts].map(([name, count]) => `${name} ${String(count)}`).toSorted()
  process.stdout.write(`${String(LIVES)} lives: ${told.join(', ')}\n`)
  process.stdout.write(
    `requests: ${spread('a decision', costs.decided)}; ${spread('nothing changed', costs.unchanged)}\n`,
  )
  expect(median(costs.decided)).toBeLessThanOrEqual(5)
  expect(median(costs.unchanged)).toBeLessThanOrEqual(3)
  if (SEED === undefined) expect(counts.get('green') ?? 0).toBeGreaterThan(LIVES / 20)
})

async function liveTogether(seed: number, costs: Costs, counts: Map<string, number>): Promise<void> {
  const dice = new Dice(seed)
  const world = await chaosWorld()
  world.github.push({ repo: REPO, branch: 'release', by: 'cleo', author: 'cleo', files: {} })
  const lives = Array.from({ length: TOGETHER }, (_, at) => begin(world, dice, at + 1))
  const chaos = new Chaos(world, dice, lives, counts, costs)
  try {
    await chaos.live()
    await chaos.settle()
  } catch (error) {
    throw new Error(`DRAWBRIDGE_SEED=${String(seed)}: ${chaos.story.slice(-12).join('; ')}`, { cause: error })
  }
  await world.github.close()
}

/** What was true of a pull request from so many statuses on. */
interface Truth {
  readonly number: number
  readonly from: number
  readonly green: boolean
}

class Chaos {
  readonly story: string[] = []
  readonly #truths: Truth[] = []
  readonly #world: ChaosWorld
  readonly #dice: Dice
  readonly #lives: readonly Life[]
  readonly #counts: Map<string, number>
  readonly #costs: Costs
  /** Events that are still to come, by the number of their pull request. */
  readonly #events: number[] = []

  constructor(
    world: ChaosWorld,
    dice: Dice,
    lives: readonly Life[],
    counts: Map<string, number>,
    costs: Costs,
  ) {
    this.#world = world
    this.#dice = dice
    this.#lives = lives
    this.#counts = counts
    this.#costs = costs
  }

  async live(): Promise<void> {
    for (const { number } of this.#lives) this.#announce(number)
    for (let step = 0; step < STEPS * this.#lives.length; step += 1) {
      const life = this.#dice.one(this.#lives)
      this.#happen(life)
      if (this.#dice.below(3) === 0) this.#world.github.advanceClock(`${String(1 + this.#dice.below(15))}m`)
      while (this.#events.length > 3) await this.#deliver()
    }
    while (this.#events.length > 0) await this.#deliver()
  }

  /** GitHub works again, the sweep comes by, and everything is as the facts say. */
  async settle(): Promise<void> {
    this.#world.github.faultEach(() => undefined)
    this.#world.github.advanceClock('1m')
    // The event of the last thing that happened to each may have been lost; those without a window are told by the next one.
    for (const { number } of this.#lives) await this.#run(number, false)
    await runSweep(this.#world.tools(), 'time')
    for (const life of this.#lives) this.#look(life)
    for (const { number } of this.#lives) await this.#measure(number, this.#costs.unchanged)
  }

  #look(life: Life): void {
    const pull = this.#world.github.pullRequest(REPO, life.number)
    const status = this.#standing(pull.headSha)
    const green = mayBeGreen(this.#world, life)
    const comments = pull.comments.filter(({ body }) => body.startsWith('<!-- drawbridge:v1 -->'))
    expect({
      number: life.number,
      green: status?.state === 'success',
      posted: status !== undefined || !life.open,
      comments: Math.min(comments.length, 2),
    }).toEqual({ number: life.number, green, posted: true, comments: comments.length > 0 ? 1 : 0 })
    if (green && life.label !== null) this.#count('green by a window')
    if (green) this.#count('green')
    if (isSpent(life, this.#world)) expect(pull.labels.map(({ name }) => name)).not.toContain(LABEL)
  }

  #standing(sha: string): CommitStatus | undefined {
    return this.#world.github.statuses(REPO, sha).find(({ context }) => context === CONTEXT)
  }

  #happen(life: Life): void {
    const name = anything(this.#world, life, this.#dice)
    this.story.push(`#${String(life.number)} ${name}`)
    this.#count(name)
    this.#truths.push(this.#truthOf(life))
    this.#announce(life.number)
  }

  #truthOf(life: Life): Truth {
    const from = this.#world.github.repository(REPO).statuses.length
    return { number: life.number, from, green: mayBeGreen(this.#world, life) }
  }

  /** Events are lost, or come twice. */
  #announce(number: number): void {
    const chance = this.#dice.below(10)
    if (chance > 0) this.#events.push(number)
    if (chance > 7) this.#events.push(number)
  }

  /** One of the events that wait, and sometimes another one at the same time. */
  async #deliver(): Promise<void> {
    const numbers = [this.#take()]
    if (this.#events.length > 0 && this.#dice.below(4) === 0) numbers.push(this.#take())
    await Promise.all(numbers.map((number) => this.#run(number, true)))
  }

  #take(): number {
    const [number] = this.#events.splice(this.#dice.below(this.#events.length), 1)
    if (number === undefined) throw new Error('no event')
    return number
  }

  async #run(number: number, disturbed: boolean): Promise<void> {
    const life = this.#lives.find((one) => one.number === number)
    if (!life) throw new Error('no life')
    const { statuses } = this.#world.github.repository(REPO)
    if (disturbed)
      this.#world.github.faultEach((subject) => {
        if (this.#dice.below(60) > 0) return disturbance(this.#dice, subject)
        return {
          before: () => {
            this.#happen(life)
          },
        }
      })
    this.#truths.push(this.#truthOf(life))
    const [first, begun] = [this.#truths.length - 1, statuses.length]
    if (disturbed) await runGate(this.#world.tools(), number)
    else await this.#measure(number, this.#costs.decided)
    this.#count('run')
    for (const [index, { sha, state }] of statuses.entries()) {
      if (index < begun || state !== 'success') continue
      const isOurs = this.#world.github.pullRequest(REPO, number).headSha === sha
      const given = this.#truths
        .slice(first)
        .some((truth) => truth.number === number && truth.from <= index && truth.green)
      if (isOurs && !given) throw new Error(`#${String(number)} is green, and nothing gives it`)
    }
  }

  async #measure(number: number, costs: number[]): Promise<void> {
    const before = this.#world.github.requests.length
    await runGate(this.#world.tools(), number)
    costs.push(this.#world.github.requests.length - before)
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }
}

/** A window that was opened for what is there, and is over: the sweep takes its label off. */
function isSpent({ open, label, content }: Life, { github }: ChaosWorld): boolean {
  if (!open || label?.by !== 'sue' || label.content !== content || content.startsWith('#')) return false
  return Date.parse(github.now()) >= label.at + 60 * 60_000
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function spread(what: string, values: readonly number[]): string {
  return `${what} ${String(median(values))} (at most ${String(Math.max(...values))})`
}

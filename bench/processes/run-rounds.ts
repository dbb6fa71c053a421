import { median } from './numbers.ts'
import type { Cost } from './run-process.ts'

/** One of several things that are measured side by side. Undefined: it took too long. */
export interface Contender {
  readonly name: string
  measure(): Promise<Cost | undefined>
}

/** What each round gave, by the contenders' names. */
export class Rounds {
  readonly #costs = new Map<string, Cost[]>()
  readonly #late = new Set<string>()

  /** One more round; what took too long once is not tried again. With `count` false it only warms up. */
  async run(contenders: readonly Contender[], count: boolean): Promise<void> {
    for (const contender of contenders) {
      const { name } = contender
      if (this.#late.has(name)) continue
      // One after the other: beside each other they would slow each other down.
      // oxlint-disable-next-line no-await-in-loop
      const cost = await contender.measure()
      if (cost === undefined) this.#late.add(name)
      else if (count) this.#costs.set(name, [...(this.#costs.get(name) ?? []), cost])
    }
  }

  /** Whether there is a figure. */
  has(name: string): boolean {
    return this.#costs.has(name)
  }

  /** Whether it took too long. */
  isLate(name: string): boolean {
    return this.#late.has(name)
  }

  /** The median time. */
  milliseconds(name: string): number {
    return median(this.#of(name).map((cost) => cost.milliseconds))
  }

  /** The median time of processors; not a number where nobody can say. */
  processor(name: string): number {
    return median(this.#of(name).map((cost) => cost.processor ?? Number.NaN))
  }

  /** The median peak of memory; not a number where nobody can say. */
  megabytes(name: string): number {
    return median(this.#of(name).map((cost) => cost.megabytes ?? Number.NaN))
  }

  /** The median of the ratios of two times, each of one round; not a number when one of them is not known. */
  ratio(name: string, peer: string, time: 'milliseconds' | 'processor' = 'milliseconds'): number {
    const others = this.#of(peer)
    return median(
      this.#of(name).map((cost, round) => (cost[time] ?? Number.NaN) / (others[round]?.[time] ?? Number.NaN)),
    )
  }

  #of(name: string): readonly Cost[] {
    return this.#costs.get(name) ?? []
  }
}

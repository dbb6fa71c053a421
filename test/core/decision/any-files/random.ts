/** Choices that a seed decides. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  /** Whether something happens, once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0
  }

  pick<T>(choices: readonly [T, ...(readonly T[])]): T
  pick<T>(choices: readonly T[]): T | undefined
  pick<T>(choices: readonly T[]): T | undefined {
    return choices[this.below(choices.length)]
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    return list
      .map((item) => ({ item, at: this.below(1 << 30) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
}

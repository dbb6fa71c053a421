/** Chance that can be replayed: the same seed gives the same numbers. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number below a limit. The generator is mulberry32. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  /** One of several. */
  one<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const index = this.below(items.length)
    if (index >= items.length) throw new Error('nothing to choose from')
    return items[index] as T
  }
}

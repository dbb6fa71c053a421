/** Random choices that are the same in every run: a seed gives one sequence, on every machine. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0, less than `below`. */
  whole(below: number): number {
    return Math.floor(this.#next() * below)
  }

  /** One of the texts. */
  pick(texts: readonly [string, ...string[]]): string {
    return texts[this.whole(texts.length)] ?? texts[0]
  }

  /** True once in so many. */
  once(inSoMany: number): boolean {
    return this.whole(inSoMany) === 0
  }

  /** Parts of one text in some lines of text, made of the words. */
  lines(count: number, words: readonly [string, ...string[]]): readonly string[] {
    return Array.from({ length: count }, () =>
      Array.from({ length: 3 + this.whole(8) }, () => this.pick(words)).join(' '),
    )
  }

  // The generator known as mulberry32.
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

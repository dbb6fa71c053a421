/** Names secret values by number: the same value gets the same token. One is made for the two sides of a change. */
export class Tokens {
  readonly #numbers = new Map<string, number>()

  /** The token of a value; `text` is equal exactly when the value is. */
  of(text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1
    this.#numbers.set(text, number)
    return `redacted:${String(number)}`
  }
}

/** A bot that a policy lets approve. */
export interface BotOwner {
  /** In lower case, `renovate[bot]`; for reading. */
  readonly login: string
  /** The number by which GitHub knows its account. */
  readonly id: number
}

/** Reads `@renovate[bot]#29139614`; null for any other owner. The number decides, since a name can be taken by another. */
export function parseBot(owner: string): BotOwner | null {
  const [, login, id] = /^@([A-Za-z\d][\w-]*(?:\[bot\])?)#([1-9]\d{0,14})$/.exec(owner) ?? []
  return login === undefined || id === undefined ? null : { login: login.toLowerCase(), id: Number(id) }
}

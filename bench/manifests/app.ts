import type { Dice } from './dice.ts'

/** What the manifests of one app are made from. */
export interface App {
  readonly name: string
  readonly namespace: string
  readonly dice: Dice
  /** How often the object was changed: every one gives it another value somewhere, and nothing else. */
  readonly revision: number
}

/** The `metadata` of an object, written as people and tools write it. */
export function metadata({ name, namespace, dice }: App, annotations: readonly string[] = []): string {
  const quote = dice.pick(['', '"', "'"])
  return `metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${quote}${name}${quote}
    app.kubernetes.io/part-of: ${dice.pick(['shop', 'billing', 'search', 'platform'])}
    app.kubernetes.io/version: "${String(dice.whole(9))}.${String(dice.whole(20))}.${String(dice.whole(30))}"
    team: ${dice.pick(['payments', 'storefront', '"catalogue"', "'operations'"])}${dice.once(4) ? ' # see the list of teams' : ''}
${annotations.length > 0 ? `  annotations:\n${annotations.map((line) => `    ${line}\n`).join('')}` : ''}`
}

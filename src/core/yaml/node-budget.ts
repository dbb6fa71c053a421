import type { YamlLimits } from './yaml-limits.ts'

/** Counts the nodes of one document, each as often as aliases repeat it. */
export class NodeBudget {
  readonly #limits: YamlLimits
  #nodes = 0
  #aliased = 0

  constructor(limits: YamlLimits) {
    this.#limits = limits
  }

  /** Counts one node; a sentence when it is one too many. */
  spend(throughAlias: boolean): string | null {
    this.#nodes += 1
    if (throughAlias) this.#aliased += 1
    if (this.#nodes > this.#limits.maxNodes) {
      return `The document has more than ${String(this.#limits.maxNodes)} values, aliases expanded. Split it.`
    }
    return this.#excessive() ? 'Nearly all values of the document come from aliases. Write them out.' : null
  }

  // Kubernetes' reader gives up when more than 99 of 100 nodes come from aliases; it counts slightly otherwise.
  #excessive(): boolean {
    return this.#aliased > 100 && this.#nodes > 1000 && this.#aliased > 0.97 * this.#nodes
  }
}

import type { FormRefusal } from './check-form.ts'
import type { YamlLimits } from './yaml-limits.ts'

/** What an alias stands for: the event at which its node begins, or why it cannot be used. */
export type AliasTarget =
  | { readonly event: number }
  | { readonly refused: string; readonly text: string; readonly fatal: boolean }

/** An anchored node: the event at which it begins. It is open while its content is read. */
export interface Anchor {
  readonly event: number
  open: boolean
}

/**
 * The anchors of one document. A name may be set again: an alias stands for the last node of its name that begins
 * before it. An alias to an open node would contain itself.
 */
export class Anchors {
  readonly #limits: YamlLimits
  readonly #named = new Map<string, Anchor>()
  readonly #meant = new Map<number, AliasTarget>()
  #aliases = 0

  constructor(limits: YamlLimits) {
    this.#limits = limits
  }

  /** Opens an anchor for the node that begins at an event; a refusal when its name cannot be used. */
  open(name: string, event: number): Anchor | FormRefusal {
    if (!ANCHOR_NAME.test(name)) {
      return {
        code: 'yaml.anchor-name',
        text: 'An anchor may have only letters, digits, - and _ in its name. Rename it, or quote the text.',
      }
    }
    const anchor = { event, open: true }
    this.#named.set(name, anchor)
    return anchor
  }

  /**
   * What the alias at an event stands for. One inside an expanded node means what it meant where it is written, and
   * only the written ones are counted.
   */
  resolve(name: string, event: number): AliasTarget {
    const known = this.#meant.get(event)
    if (known !== undefined) return known
    const target = this.#find(name)
    this.#meant.set(event, target)
    return target
  }

  #find(name: string): AliasTarget {
    this.#aliases += 1
    if (this.#aliases > this.#limits.maxAliases) {
      const text = `The document has more than ${String(this.#limits.maxAliases)} aliases. Write the values out.`
      return { refused: 'yaml.too-many-aliases', text, fatal: true }
    }
    const anchor = this.#named.get(name)
    if (anchor === undefined) {
      const text =
        'An alias (*) has no anchor (&) of its name before it in this document. Add it, or quote the text.'
      return { refused: 'yaml.unknown-anchor', text, fatal: false }
    }
    if (anchor.open) {
      const text = `The alias "${name}" stands inside the value of its own anchor. Write the value out.`
      return { refused: 'yaml.alias-cycle', text, fatal: false }
    }
    return { event: anchor.event }
  }
}

const ANCHOR_NAME = /^[A-Za-z0-9_-]+$/

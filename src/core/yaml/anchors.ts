import type { YamlLimits } from './yaml-limits.ts'

/** What an alias stands for: the event at which its node begins, or why it cannot be used. */
export type AliasTarget =
  | { readonly event: number }
  | { readonly refused: string; readonly text: string; readonly fatal: boolean }

/** The anchors of one document. A node is open while its content is read: an alias to it would contain itself. */
export class Anchors {
  readonly #limits: YamlLimits
  readonly #named = new Map<string, { readonly event: number; open: boolean }>()
  #aliases = 0

  constructor(limits: YamlLimits) {
    this.#limits = limits
  }

  /** Opens an anchor; a refusal when its name cannot be used. */
  open(name: string, event: number): { readonly code: string; readonly text: string } | null {
    if (!ANCHOR_NAME.test(name)) {
      return {
        code: 'yaml.anchor-name',
        text: 'An anchor may have only letters, digits, - and _ in its name. Rename it, or quote the text.',
      }
    }
    if (this.#named.has(name)) {
      return {
        code: 'yaml.anchor-twice',
        text: `The anchor "${name}" is set twice in this document. Give each its own name.`,
      }
    }
    this.#named.set(name, { event, open: true })
    return null
  }

  /** The content of the anchor's node is read. */
  close(name: string): void {
    const anchor = this.#named.get(name)
    if (anchor !== undefined) anchor.open = false
  }

  /** What an alias stands for. Aliases inside an expanded node are not `written`, so only the written ones are counted. */
  resolve(name: string, written: boolean): AliasTarget {
    if (written) this.#aliases += 1
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

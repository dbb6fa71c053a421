import type { Manifest } from '../model/manifest.ts'
import { compareLocations } from '../model/source-location.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import { type DefinedKinds, NOT_DEFINED } from './meaning/defined-kinds.ts'
import { effectiveRef, identityOf, objectIdentityOf, targetIdentityOf } from './identity.ts'
import { meaningOf } from './meaning/meaning.ts'
import { meaningText } from './meaning/meaning-text.ts'
import type { Meaning } from './meaning/meaning-tree.ts'
import type { PlacedManifest } from './placed-manifest.ts'
import { CHART, shapeOf } from './meaning/shape-of.ts'

/** A manifest with its identity, and with its meaning for whoever asks. */
export class ReadManifest {
  readonly placed: PlacedManifest
  readonly identity: string
  readonly #kinds: DefinedKinds
  #text: string | undefined

  constructor(placed: PlacedManifest, kinds: DefinedKinds) {
    this.placed = placed
    this.identity = identityOf(placed, kinds)
    this.#kinds = kinds
  }

  /** The reference with the namespace that the object really gets. */
  get ref(): ObjectRef {
    return effectiveRef(this.placed, this.#kinds)
  }

  /** The identity without the file: what a piece can be recognised by when its file moves. */
  get objectIdentity(): string {
    return objectIdentityOf(this.placed, this.#kinds)
  }

  /** The same without the role: which object this is, or is a part of. */
  get targetIdentity(): string {
    return targetIdentityOf(this.placed, this.#kinds)
  }

  get manifest(): Manifest {
    return this.placed.manifest
  }

  get path(): string {
    return this.placed.manifest.path
  }

  /** What the object means, read anew: it is large and needed once. Holds a Secret's values: never to be printed. */
  readMeaning(): Meaning {
    const { ref, role, value } = this.manifest
    // A piece may take a key out of one of its stores, which is none of the other.
    const isSecret = role === 'manifest' && ref.group === '' && ref.kind === 'Secret'
    return meaningOf(value, shapeOf(ref, role, this.#kinds), isSecret)
  }

  /** Equal exactly when the meanings are. Never to be printed. */
  get text(): string {
    return (this.#text ??= meaningText(this.readMeaning()))
  }
}

/** What a document of settings means: to be compared with another one, and never to be printed. */
export function readSettings({ ref, role, value, path }: Manifest): Meaning {
  return meaningOf(value, CHART_FILE.test(path) ? CHART : shapeOf(ref, role), false)
}

const CHART_FILE = /(?:^|\/)(?:Chart|requirements)\.(?:yaml|lock)$/

/** The manifests in an order that the order of reading does not touch: by file and line, then by meaning. */
export function readInOrder(
  manifests: readonly PlacedManifest[],
  kinds: DefinedKinds = NOT_DEFINED,
): readonly ReadManifest[] {
  return manifests.map((placed) => new ReadManifest(placed, kinds)).toSorted(compareManifests)
}

function compareManifests(a: ReadManifest, b: ReadManifest): number {
  const byPlace = compareLocations({ ...a.manifest, column: 1 }, { ...b.manifest, column: 1 })
  return byPlace || compareTexts(a.identity, b.identity) || compareTexts(a.text, b.text)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

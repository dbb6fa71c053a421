import { isJsonObject, type Json, textAt } from '../../model/json.ts'
import type { Manifest, SourceRole } from '../../model/manifest.ts'
import { groupKind, type ObjectRef } from '../../model/object-ref.ts'
import { isBuiltInGroup } from './built-in-groups.ts'
import { type DefinedFact, definitionFacts } from './facts/definition-facts.ts'
import type { KindShape } from './shape.ts'

/** The CustomResourceDefinitions of both sides, those that do not change included; other manifests are passed over. */
export interface Definitions {
  readonly base: readonly Manifest[]
  readonly head: readonly Manifest[]
}

/**
 * What is known about kinds from their definitions. Only what the base says counts, and only as far as every definition of
 * the kind says the same, on both sides: a pull request must not be able to steer how it is compared.
 */
export class DefinedKinds {
  readonly #definitions: ReadonlyMap<string, KindDefinitions>
  readonly #facts = new Map<string, readonly DefinedFact[]>()
  readonly #shapes = new Map<string, KindShape>()

  constructor({ base, head }: Definitions) {
    const definitions = new Map<string, KindDefinitions>()
    for (const manifest of base) addTo(definitions, manifest, true)
    for (const manifest of head) addTo(definitions, manifest, false)
    this.#definitions = definitions
  }

  /** Whether the kind is known to have objects outside of namespaces. */
  isClusterScoped(ref: ObjectRef): boolean {
    const defined = this.#definitions.get(groupKind(ref))
    return defined?.isInBase === true && defined.isClusterScoped
  }

  /** What all definitions state about the fields of a kind, in the version that the reference has. */
  factsOf(ref: ObjectRef): readonly DefinedFact[] {
    const defined = this.#definitions.get(groupKind(ref))
    if (!defined?.isInBase) return []
    const key = `${groupKind(ref)} ${ref.version}`
    const known = this.#facts.get(key) ?? agreedFacts(defined.all, ref.version)
    this.#facts.set(key, known)
    return known
  }

  /** The shape of a kind, made once. */
  shapeOf(ref: ObjectRef, role: SourceRole, make: () => KindShape): KindShape {
    const key = `${groupKind(ref)} ${ref.version} ${role}`
    const shape = this.#shapes.get(key) ?? make()
    this.#shapes.set(key, shape)
    return shape
  }
}

/** No definitions at all. */
export const NOT_DEFINED: DefinedKinds = new DefinedKinds({ base: [], head: [] })

/** The scope that a definition states. */
export function scopeOf(definition: Json): string | undefined {
  const spec = isJsonObject(definition) ? definition['spec'] : undefined
  return isJsonObject(spec) ? textAt(spec, 'scope') : undefined
}

/** Whether a manifest is a whole definition of a custom resource. */
export function isDefinition({ ref, role }: Manifest): boolean {
  return (
    ref.group === 'apiextensions.k8s.io' && ref.kind === 'CustomResourceDefinition' && role === 'manifest'
  )
}

interface KindDefinitions {
  isInBase: boolean
  isClusterScoped: boolean
  readonly all: Manifest[]
}

function addTo(definitions: Map<string, KindDefinitions>, manifest: Manifest, isInBase: boolean): void {
  const kind = isDefinition(manifest) ? definedKind(manifest) : undefined
  if (kind === undefined) return
  const defined = definitions.get(kind) ?? { isInBase: false, isClusterScoped: true, all: [] }
  definitions.set(kind, defined)
  defined.isInBase ||= isInBase
  defined.isClusterScoped &&= scopeOf(manifest.value) === 'Cluster'
  defined.all.push(manifest)
}

function definedKind({ value }: Manifest): string | undefined {
  const { spec } = value
  if (!isJsonObject(spec) || !isJsonObject(spec['names'])) return undefined
  const [group, kind] = [textAt(spec, 'group'), textAt(spec['names'], 'kind')]
  if (group === undefined || kind === undefined || isBuiltInGroup(group)) return undefined
  return groupKind({ group, kind })
}

function agreedFacts(definitions: readonly Manifest[], version: string): readonly DefinedFact[] {
  const [first, ...others] = definitions.map(({ value }) => definitionFacts(value, version))
  const texts = others.map((facts) => new Set(facts.map(({ text }) => text)))
  return (first ?? []).filter(({ text }) => texts.every((stated) => stated.has(text)))
}

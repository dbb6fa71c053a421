import type { Operation } from '../../model/change.ts'
import { emptyObject, isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { valueAt } from '../../model/json-pointer.ts'
import type { SourceRole } from '../../model/manifest.ts'
import { groupKind, type ObjectRef } from '../../model/object-ref.ts'
import { createdVerbs } from './created-verbs.ts'
import { deletedVerbs } from './deleted-verbs.ts'
import type { Difference } from '../difference.ts'
import { placeOfPointer } from '../field-path.ts'
import { fieldVerbs, type VerbContext } from './field-verbs.ts'
import { storedGroup } from '../identity.ts'
import { podTemplateOf } from '../pod-template.ts'
import { gatherVerbs, sortVerbs, type SaidVerb } from './said-verb.ts'

/** One object's change with its real values, secrets included: for deciding, not for printing. */
interface ChangedObject {
  readonly ref: ObjectRef
  readonly role: SourceRole
  readonly old: JsonObject | null
  readonly now: JsonObject | null
  readonly differences: readonly Difference[]
}

/**
 * What somebody would have typed to do the same by hand, with the places that say so: at least one word, sorted by
 * {@link sortVerbs}. A place exists in the object of its side.
 */
export function verbsOf(operation: Operation, changed: ChangedObject): readonly SaidVerb[] {
  const said =
    changed.role === 'kustomize-patch' ? patchVerbs(operation, changed) : wholeVerbs(operation, changed)
  if (said.length > 0) return sortVerbs(said)
  return [{ verb: 'patch', side: changed.now ? 'new' : 'old', path: '' }]
}

function wholeVerbs(operation: Operation, changed: ChangedObject): readonly SaidVerb[] {
  if (operation === 'UPDATE') return updateVerbs(changed)
  if (operation === 'DELETE') return deletedVerbs(kindOf(changed), changed.old ?? emptyObject())
  const created: SaidVerb = { verb: 'create', side: 'new', path: '' }
  return [created, ...createdVerbs(contextOf(changed), changed.now ?? emptyObject())]
}

function updateVerbs(changed: ChangedObject): readonly SaidVerb[] {
  const context = contextOf(changed)
  return changed.differences.flatMap((difference) => {
    const { op, at } = difference
    if (op === 'reorder') return [{ verb: 'patch', side: 'new', path: at } as const]
    const oldAt = op === 'replace' ? difference.oldAt : at
    const old = op === 'add' ? undefined : valueIn(changed.old, oldAt)
    const now = op === 'remove' ? undefined : valueIn(changed.now, at)
    return gatherVerbs(fieldVerbs(context, { place: placeOfPointer(at), old, oldAt, now, at }))
  })
}

/**
 * A new patch says what some fields are from now on, and one that goes no longer says it, so the words for these
 * fields are added. That it is a patch is known from names of files only: the words for a whole object stay, but an
 * object that a patch keeps from being pruned is not gone with the patch.
 */
function patchVerbs(operation: Operation, changed: ChangedObject): readonly SaidVerb[] {
  const words = wholeVerbs(operation, changed).filter(({ verb }) => verb !== 'orphan')
  const said = [...words, ...deletionIn('old', changed.old), ...deletionIn('new', changed.now)]
  if (operation === 'UPDATE') return said
  const object = withoutName(changed.now ?? changed.old ?? emptyObject())
  const [old, now] = changed.now ? [undefined, object] : [object, undefined]
  const fields = fieldVerbs(contextOf(changed), { place: '', old, oldAt: '', now, at: '' })
  return [...said, ...gatherVerbs(fields)]
}

function deletionIn(side: SaidVerb['side'], patch: JsonObject | null): readonly SaidVerb[] {
  return patch?.['$patch'] === 'delete' ? [{ verb: 'delete', side, path: '/$patch' }] : []
}

/** What the patch says besides which object it is for. */
function withoutName(patch: JsonObject): JsonObject {
  const rest = emptyObject()
  for (const [key, value] of Object.entries(patch)) {
    if (key === 'apiVersion' || key === 'kind') continue
    if (key !== 'metadata' || !isJsonObject(value)) rest[key] = value
    else {
      const entries = Object.entries(value).filter(([field]) => field !== 'name' && field !== 'namespace')
      if (entries.length > 0) rest[key] = Object.fromEntries(entries)
    }
  }
  return rest
}

function contextOf(changed: ChangedObject): VerbContext {
  const kind = kindOf(changed)
  const template = podTemplateOf(changed.ref) ?? (hasPodTemplate(changed) ? 'spec.template' : undefined)
  return { kind, template, old: changed.old ?? emptyObject(), isPiece: changed.role !== 'manifest' }
}

/** Whether a kind that is not known has a pod template where most kinds have it. */
function hasPodTemplate(changed: ChangedObject): boolean {
  return [changed.old, changed.now].some((object) =>
    isJsonList(valueIn(object, '/spec/template/spec/containers')),
  )
}

function kindOf({ ref }: ChangedObject): string {
  return groupKind({ group: storedGroup(ref), kind: ref.kind })
}

function valueIn(object: JsonObject | null, at: string): Json | undefined {
  return object ? valueAt(object, at) : undefined
}

import type { JsonPointer } from '../model/json-pointer.ts'
import { sortIssues, type Issue } from '../model/issue.ts'
import type { Manifest } from '../model/manifest.ts'
import { checkForm, type FormResult } from './check-form.ts'
import type { Fault } from './fault.ts'
import type { KindSchemas } from './kind-schemas.ts'
import { meaningOf } from './meaning-of-pointer.ts'
import { checkObjectNames } from './object-names.ts'
import { removalOf } from './removed-versions.ts'
import { PART_RULES } from './rules/part-rules.ts'
import type { KindSchema } from './schema.ts'

/**
 * What the server would say about an object's form, each with its place: unknown fields, wrong types, names that are
 * none and what else a schema lets through. Of a patch or a template only what no other piece can put right. Objects
 * of a kind without schema have no issue, unless their version is gone.
 */
export function checkObject(manifest: Manifest, schemaOf: KindSchemas): readonly Issue[] {
  return tell(manifest, judge(manifest, schemaOf(manifest.ref), false).faults)
}

/**
 * The issues of a changed object that it did not have before: whoever changes it is not asked about what was there.
 * Of a new object (`old` is null) all of them.
 */
export function newIssues(old: Manifest | null, now: Manifest, schemaOf: KindSchemas): readonly Issue[] {
  if (!old) return checkObject(now, schemaOf)
  // Most objects have none, and then nobody needs to know what was there.
  if (judge(now, schemaOf(now.ref), true).faults.length === 0) return []
  const before = judge(old, schemaOf(old.ref), false)
  // What was whole has not become a patch by losing a field.
  const { faults } = judge(now, schemaOf(now.ref), before.isWhole)
  const left = new Map<string, number>()
  for (const fault of before.faults) left.set(keyOf(fault, old), (left.get(keyOf(fault, old)) ?? 0) + 1)
  const added = faults.filter((fault) => {
    const key = keyOf(fault, now)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
  return tell(now, added)
}

/** So many issues of one object say that it needs another look; more would say no more. */
const MOST_ISSUES = 50

interface Judgement {
  readonly faults: readonly Fault[]
  readonly isWhole: boolean
}

/**
 * An object's faults. Patches need not be called so: an object that lacks what its kind cannot be without, at its top,
 * is a piece that something else completes, unless it is known to have been whole.
 */
function judge(manifest: Manifest, schema: KindSchema | undefined, wasWhole: boolean): Judgement {
  const isPlain = manifest.role === 'manifest'
  if ('sops' in manifest.value) return { faults: [], isWhole: false }
  const removed = checkVersion(manifest)
  if (!schema) return { faults: removed, isWhole: false }
  const form = formOf(manifest, schema, !isPlain)
  if (!isPlain) return { faults: [...removed, ...form.faults], isWhole: false }
  if (!wasWhole && form.faults.some(isMissingAtTop))
    return { faults: [...removed, ...formOf(manifest, schema, true).faults], isWhole: false }
  const faults = [...removed, ...checkObjectNames(manifest), ...form.faults, ...checkParts(manifest, form)]
  return { faults, isWhole: true }
}

function isMissingAtTop({ code, pointer }: Fault): boolean {
  return code === 'schema.required' && pointer.split('/').length <= 3
}

function formOf({ value, ref }: Manifest, schema: KindSchema, piece: boolean): FormResult {
  return checkForm(value, schema, {
    piece,
    nullIsAbsent: isServersOwn(ref.group),
    telling: ref.kind !== 'Secret',
  })
}

function checkParts({ value, ref }: Manifest, { parts }: FormResult): readonly Fault[] {
  const context = { object: value, kind: ref.kind }
  return [...PART_RULES].flatMap(([name, rules]) =>
    (parts.get(name) ?? []).flatMap((part) => rules.flatMap((rule) => rule(part, context))),
  )
}

/** Groups whose kinds are part of Kubernetes: their objects are read by Go, for which null is nothing. */
export function isServersOwn(group: string): boolean {
  return !group.includes('.') || (group.endsWith('.k8s.io') && group !== 'gateway.networking.k8s.io')
}

function checkVersion({ ref }: Manifest): readonly Fault[] {
  const removal = removalOf(ref)
  if (!removal) return []
  const { since, instead } = removal
  const advice =
    instead === null ? 'There is no such kind any more.' : `Write "${instead}" and what it asks for.`
  const text = `Kubernetes does not serve ${ref.group}/${ref.version} ${ref.kind} since ${since}. ${advice}`
  return [
    {
      code: 'schema.removed-version',
      pointer: '/apiVersion',
      text,
      ...(instead !== null && { suggestion: instead }),
    },
  ]
}

function keyOf({ code, pointer }: Fault, manifest: Manifest): string {
  return `${code} ${meaningOf(pointer, manifest.value)}`
}

function tell(manifest: Manifest, faults: readonly Fault[]): readonly Issue[] {
  const issues = faults.slice(0, MOST_ISSUES * 10).map(({ code, pointer, text, suggestion }): Issue => ({
    code,
    severity: 'low',
    path: manifest.path,
    ...placeOf(manifest, code, pointer),
    text,
    ...(suggestion !== undefined && { suggestion }),
  }))
  return sortIssues(issues).slice(0, MOST_ISSUES)
}

/** What is missing or unknown is about a key; else the value shows it. */
function placeOf(
  manifest: Manifest,
  code: Fault['code'],
  pointer: JsonPointer,
): { readonly line: number; readonly column: number } {
  const isAboutKey = code === 'schema.unknown-field' || code === 'schema.required'
  return isAboutKey ? manifest.locateKey(pointer) : manifest.locate(pointer)
}

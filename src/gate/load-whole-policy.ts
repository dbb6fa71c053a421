import type { Issue } from '../core/model/issue.ts'
import { err, type Result } from '../core/model/result.ts'
import type { BuiltinPolicies } from '../core/policy/language/find-pack.ts'
import { sharedPolicy, sharedReferences, type SharedTexts } from '../core/policy/language/find-shared.ts'
import type { KnownFields } from '../core/policy/known-fields.ts'
import { loadPolicy, type LoadOptions } from '../core/policy/load-policy.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicyReference } from '../core/policy/policy-reference.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import type { SharedPolicies } from './ports/repository.ts'

/** Where policies that are extended come from. */
export interface PolicyOrigins {
  /** The packs that ship, by name. */
  readonly builtin: BuiltinPolicies
  /** Null: other repositories cannot be read here; a policy that extends one does not load. */
  readonly shared?: SharedPolicies | null
  /** What is known of the fields of kinds: a policy that reads others is a mistake. */
  readonly fields?: KnownFields
}

/** More than this is a mistake, or somebody who wants the gate to be busy. */
const MOST_FILES = 20

/**
 * One policy of these sources and of all that they extend, in other repositories too. What could not be read is a mistake of the
 * policy, at the entry that names it.
 */
export async function loadWholePolicy(
  sources: readonly PolicySource[],
  { builtin, shared = null, fields }: PolicyOrigins,
  options: Omit<LoadOptions, 'shared' | 'fields'> = {},
): Promise<Result<Policy, readonly Issue[]>> {
  const texts = shared ? await readShared(sources, shared) : undefined
  return loadPolicy(sources, builtin, {
    ...options,
    ...(fields && { fields }),
    ...(texts && { shared: texts }),
  })
}

/** What sources extend in other repositories. What is read may extend more: reads on until nothing is new. */
export async function readShared(
  sources: readonly PolicySource[],
  shared: SharedPolicies,
): Promise<SharedTexts> {
  const texts = new Map<string, Result<string, string>>()
  let unread: readonly PolicyReference[] = sharedReferences(sources)
  while (unread.length > 0) {
    const before = texts.size
    const read = await Promise.all(
      unread.map((reference, index) => readOne(reference, shared, before + index)),
    )
    for (const { reference, text } of read) texts.set(reference.text, text)
    const next = read.flatMap(({ reference, text }) => (text.ok ? [sharedPolicy(reference, text.value)] : []))
    unread = sharedReferences(next).filter((reference) => !texts.has(reference.text))
  }
  return (reference) => texts.get(reference.text)
}

interface ReadReference {
  readonly reference: PolicyReference
  readonly text: Result<string, string>
}

async function readOne(
  reference: PolicyReference,
  shared: SharedPolicies,
  before: number,
): Promise<ReadReference> {
  if (before >= MOST_FILES) {
    const text = `More than ${String(MOST_FILES)} policies of other repositories are extended, one by the other. Extend fewer.`
    return { reference, text: err(text) }
  }
  const read = await shared.read(reference)
  return { reference, text: read.ok ? read : err(read.error.text) }
}

import { err, ok, type Result } from '../../model/result.ts'
import { parsePolicyReference, type PolicyReference } from '../policy-reference.ts'
import type { PolicyFile, PolicySource } from '../policy-source.ts'
import { readPolicyDocuments } from './read-policy-documents.ts'
import type { Mistake } from './shape-sentence.ts'

/** The text of a policy of another repository, or a sentence that says why there is none; undefined: nobody tried to read it. */
export type SharedTexts = (reference: PolicyReference) => Result<string, string> | undefined

/** The policy of another repository that an entry of `extends` names. */
export function findShared(
  reference: PolicyReference,
  texts: SharedTexts | undefined,
): Result<PolicyFile, Mistake> {
  const read = texts?.(reference)
  if (read?.ok === true) return ok(sharedPolicy(reference, read.value))
  const why = read ? read.error : 'Policies of other repositories are not read here.'
  const text = `"${reference.text}" cannot be extended. ${why}`
  return err({ code: 'policy.extends-unread', text })
}

/** A policy of another repository as a source. */
export function sharedPolicy({ text: path }: PolicyReference, text: string): PolicyFile {
  return { path, text, builtin: false, pinned: true }
}

/** The policies of other repositories that sources extend, each once. What is wrong with a source is said when it is loaded. */
export function sharedReferences(sources: readonly PolicySource[]): readonly PolicyReference[] {
  const found = new Map<string, PolicyReference>()
  for (const source of sources) {
    if (!('text' in source) || !source.text.includes('github:')) continue
    for (const { document } of readPolicyDocuments(source).documents) {
      for (const entry of document.spec.extends ?? []) {
        const reference = parsePolicyReference(entry)
        if (reference?.ok === true) found.set(entry, reference.value)
      }
    }
  }
  return [...found.values()]
}

import type { Change, Evidence, Operation } from '../model/change.ts'
import { digestText } from '../model/digest.ts'
import type { JsonObject } from '../model/json.ts'
import { differencesOf, type Difference } from './differences.ts'
import { fieldChanges } from './field-changes.ts'
import { effectiveRef, folderOf } from './identity.ts'
import { meaningText } from './meaning.ts'
import type { Meaning } from './meaning-tree.ts'
import type { Pair } from './pair-manifests.ts'
import type { ReadManifest } from './read-manifest.ts'
import { redact, type SecretOptions, Tokens } from './redact.ts'
import type { SaidVerb } from './said-verb.ts'
import { verbsOf } from './verbs.ts'

/** The change that a pair of objects is; null when the two mean the same. Shows nothing that is secret. */
export function changeOf({ base, head }: Pair, secrets: SecretOptions = {}): Change | null {
  const subject = head ?? base
  const now = head?.readMeaning()
  const differences = base && now ? differencesOf(base.readMeaning(), now) : []
  if (base && head && differences.length === 0) return null
  const { path, line, role } = subject.manifest
  const changed = {
    ref: effectiveRef(subject.placed),
    role,
    old: valueOf(base),
    now: valueOf(head),
    differences,
  }
  const operation = operationOf(base, head)
  return {
    operation,
    ref: changed.ref,
    environment: subject.placed.placement.environment,
    cluster: subject.placed.placement.cluster,
    source: { path, line, oldPath: base && base.path !== path ? base.path : null, role },
    ...wordsOf(verbsOf(operation, changed), base, head),
    ...redactedParts({ base, head }, differences, secrets),
    identity: subjectOf(subject),
    content: now ? contentOf(now) : 'deleted',
    locate: (pointer) => subject.manifest.locate(pointer),
  }
}

function valueOf(manifest: ReadManifest | null): JsonObject | null {
  return manifest ? manifest.manifest.value : null
}

function operationOf(base: ReadManifest | null, head: ReadManifest | null): Operation {
  if (!base) return 'CREATE'
  return head ? 'UPDATE' : 'DELETE'
}

/**
 * The words once each, and for each the places on whose account it is said. A line is looked for when somebody shows it:
 * that costs as much as reading the document.
 */
function wordsOf(
  said: readonly SaidVerb[],
  base: ReadManifest | null,
  head: ReadManifest | null,
): Pick<Change, 'verbs' | 'evidence'> {
  const evidence = said.map(({ verb, side, path }): Evidence => {
    const manifest = side === 'old' ? base?.manifest : head?.manifest
    return {
      verb,
      side,
      path,
      get line() {
        return manifest?.locate(path).line ?? null
      },
    }
  })
  return { verbs: [...new Set(said.map(({ verb }) => verb))], evidence }
}

/**
 * Which thing an approval is about: the object as it stands in one folder. The same object in the folders of two
 * overlays is two things, and to approve one is not to approve the other.
 */
function subjectOf(manifest: ReadManifest): string {
  return `${manifest.identity} in ${folderOf(manifest.path)}/`
}

/**
 * Over real values, those of a Secret too: a digest over tokens could not tell a new password from an old one in
 * another run. A short secret could be guessed from it, so it is compared and never printed.
 */
function contentOf(meaning: Meaning): string {
  return digestText(meaningText(meaning))
}

function redactedParts(
  { base, head }: { readonly base: ReadManifest | null; readonly head: ReadManifest | null },
  differences: readonly Difference[],
  secrets: SecretOptions,
): Pick<Change, 'object' | 'oldObject' | 'fields'> {
  const tokens = new Tokens()
  const old = base ? { manifest: base.manifest, ...redact(base.manifest.value, tokens, secrets) } : null
  const now = head ? { manifest: head.manifest, ...redact(head.manifest.value, tokens, secrets) } : null
  return {
    object: now?.object ?? null,
    oldObject: old?.object ?? null,
    fields: old && now ? fieldChanges(differences, old, now) : [],
  }
}

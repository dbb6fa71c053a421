import type { Change, Evidence, Operation } from '../model/change.ts'
import { digestText } from '../model/digest.ts'
import type { JsonObject } from '../model/json.ts'
import type { Difference } from './difference.ts'
import { differencesOf } from './differences.ts'
import { fieldChanges, type ShownSide } from './field-changes.ts'
import { folderOf } from './identity.ts'
import { meaningText } from './meaning/meaning-text.ts'
import type { Meaning } from './meaning/meaning-tree.ts'
import type { Pair } from './pair-manifests.ts'
import type { ReadManifest } from './read-manifest.ts'
import { redact } from './secrets/redact.ts'
import type { SecretOptions } from './secrets/secret-places.ts'
import { Tokens } from './secrets/tokens.ts'
import type { SaidVerb } from './verbs/said-verb.ts'
import { verbsOf } from './verbs/verbs.ts'

/** The change that a pair of objects is; null when the two mean the same. Shows nothing that is secret. */
export function changeOf({ base, head }: Pair, secrets: SecretOptions = {}): Change | null {
  const subject = head ?? base
  const now = head && head.readMeaning()
  const differences = base && now ? differencesOf(base.readMeaning(), now) : null
  if (differences?.length === 0) return null
  const { role } = subject.manifest
  const changed = {
    ref: subject.ref,
    role,
    old: valueOf(base),
    now: valueOf(head),
    differences: differences ?? [],
  }
  const operation = operationOf(base, head)
  const sides = shownSides(base, head, secrets)
  return {
    operation,
    ...placeOf(subject, base),
    ...wordsOf(verbsOf(operation, changed), sides),
    ...shownParts(changed.differences, sides),
    identity: subjectOf(subject),
    content: now ? contentOf(now) : 'deleted',
    locate: (pointer) => subject.manifest.locate(pointer),
  }
}

function placeOf(
  { ref, placed, manifest }: ReadManifest,
  base: ReadManifest | null,
): Pick<Change, 'ref' | 'environment' | 'cluster' | 'source'> {
  const { path, line, role } = manifest
  return {
    ref,
    environment: placed.placement.environment,
    cluster: placed.placement.cluster,
    source: { path, line, oldPath: base && base.path !== path ? base.path : null, role },
  }
}

function valueOf(manifest: ReadManifest | null): JsonObject | null {
  return manifest ? manifest.manifest.value : null
}

function operationOf(base: ReadManifest | null, head: ReadManifest | null): Operation {
  if (!base) return 'CREATE'
  return head ? 'UPDATE' : 'DELETE'
}

function shownParts(
  differences: readonly Difference[],
  { old, new: now }: ShownSides,
): Pick<Change, 'object' | 'oldObject' | 'fields'> {
  return {
    fields: old && now ? fieldChanges(differences, old, now) : [],
    object: now && now.object,
    oldObject: old && old.object,
  }
}

interface ShownSides {
  readonly old: ShownSide | null
  readonly new: ShownSide | null
}

/** Both sides as they may be shown: a secret that stands on both has the same token on both. */
function shownSides(
  base: ReadManifest | null,
  head: ReadManifest | null,
  secrets: SecretOptions,
): ShownSides {
  const tokens = new Tokens()
  const show = (side: ReadManifest): ShownSide => ({
    manifest: side.manifest,
    ...redact(side.manifest.value, tokens, secrets),
  })
  return { old: base && show(base), new: head && show(head) }
}

/**
 * The words once each, and for each the places on whose account it is said. A line is looked for when somebody shows it:
 * that costs as much as reading the document.
 */
function wordsOf(said: readonly SaidVerb[], sides: ShownSides): Pick<Change, 'verbs' | 'evidence'> {
  const evidence = new Map<string, Evidence>()
  for (const { verb, side, path: place } of said) {
    const path = sides[side]?.hiddenPlace(place) ?? place
    evidence.set(`${verb} ${side} ${path}`, {
      verb,
      side,
      path,
      get line() {
        return sides[side]?.manifest.locate(path).line ?? null
      },
    })
  }
  return { verbs: [...new Set(said.map(({ verb }) => verb))], evidence: [...evidence.values()] }
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

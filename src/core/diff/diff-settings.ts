import type { FieldChange } from '../model/change.ts'
import type { Manifest } from '../model/manifest.ts'
import { differencesOf } from './differences.ts'
import { fieldChanges } from './field-changes.ts'
import { readSettings } from './read-manifest.ts'
import { redact } from './secrets/redact.ts'
import type { SecretOptions } from './secrets/secret-places.ts'
import { Tokens } from './secrets/tokens.ts'

/**
 * The places in which two versions of a file of settings differ; none when they mean the same. Null when the documents of
 * the one cannot be told to be those of the other.
 */
export function diffSettings(
  base: readonly Manifest[],
  head: readonly Manifest[],
  secrets: SecretOptions = {},
): readonly FieldChange[] | null {
  const [old, now] = [base[0], head[0]]
  if (!old || !now || base.length > 1 || head.length > 1 || old.role !== now.role) return null
  const tokens = new Tokens()
  return fieldChanges(
    differencesOf(readSettings(old), readSettings(now)),
    { manifest: old, ...redact(old.value, tokens, { ...secrets, userKeys: true }) },
    { manifest: now, ...redact(now.value, tokens, { ...secrets, userKeys: true }) },
  )
}

/** All settings of a file that comes or goes, as one change of the whole. Null when they are those of several documents. */
export function wholeSettings(
  op: 'add' | 'remove',
  documents: readonly Manifest[],
  secrets: SecretOptions = {},
): FieldChange | null {
  const [only] = documents
  if (!only || documents.length > 1) return null
  const shown = redact(only.value, new Tokens(), { ...secrets, userKeys: true })
  const value = op === 'add' ? { new: shown.object } : { old: shown.object }
  return { op, path: '', ...value, line: only.line, redacted: shown.holdsSecret('') }
}

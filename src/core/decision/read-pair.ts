import { diffSettings, wholeSettings } from '../diff/diff-settings.ts'
import type { SecretOptions } from '../diff/secrets/secret-places.ts'
import type { ManifestFile } from '../manifests/manifest-file.ts'
import { readManifestFile } from '../manifests/read-manifest-file.ts'
import { isSameTemplate } from '../manifests/same-template.ts'
import type { FieldChange } from '../model/change.ts'
import type { ChangedFile, FileVersion } from '../model/changed-file.ts'
import type { FileRole } from '../model/file-role.ts'
import type { Issue } from '../model/issue.ts'
import { canonicalJson } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import { unreadableFile } from './unreadable-file.ts'

/** What both sides of one file say. */
export interface PairReading {
  readonly state: 'not-selected' | 'objects' | 'not-manifests' | 'unreadable'
  readonly base: readonly Manifest[]
  readonly head: readonly Manifest[]
  /** Of these objects those that may have routes. */
  readonly routed: { readonly base: readonly Manifest[]; readonly head: readonly Manifest[] }
  readonly issues: readonly Issue[]
  /** What the content says that the file decides. */
  readonly role: FileRole | null
  /** No objects on either side, and the settings mean the same. */
  readonly rewritten: boolean
  /** The places in which the settings differ. */
  readonly fields: readonly FieldChange[]
  /** All settings of a file that comes or goes. */
  readonly whole?: FieldChange | undefined
}

/**
 * Both sides of one file. When the new side cannot be read, the old one is left out as well: its objects are not
 * deleted, they are unknown. When only the old side cannot be read, everything new counts as created.
 */
export function readPair(file: ChangedFile, selected: boolean, secrets: SecretOptions): PairReading {
  const [base, head] = [readSide(file.path, file.base, selected), readSide(file.path, file.head, selected)]
  if (!base && !head) return { ...NOTHING, state: 'not-selected' }
  const same = isSame(file, base, head)
  if (head?.kind === 'unreadable') return { ...NOTHING, state: 'unreadable', issues: same ? [] : head.issues }
  const settings = settingsOf(base, head, secrets)
  const pieces = { base: piecesOf(base), head: piecesOf(head) }
  return {
    state: kindOf(base, head),
    ...settings,
    role: head?.role ?? base?.role ?? null,
    ...pieces,
    routed: routedOf(pieces),
    issues: [
      ...(settings.rewritten || same ? [] : bothIssues(base, head)),
      ...skippingIssues(file.path, base, head),
    ],
  }
}

/** Nobody can read a template, but that it is the same one can be seen. */
function isSameTemplateFile(file: ChangedFile, base: Side | null, head: Side | null): boolean {
  if (file.base?.kind !== 'file' || file.head?.kind !== 'file') return false
  const onlyTemplates = [base, head].every(
    (side) => side?.kind === 'unreadable' && side.issues.every(({ code }) => code === 'manifest.template'),
  )
  return onlyTemplates && isSameTemplate(file.base.bytes, file.head.bytes)
}

/** Whatever is wrong in it, a file that says the same as before changes nothing. Not known is no. */
function isSame(file: ChangedFile, base: Side | null, head: Side | null): boolean {
  if (isSameTemplateFile(file, base, head)) return true
  return head !== null && head.value !== null && base?.kind === head.kind && base.value === head.value
}

function bothIssues(base: Side | null, head: Side | null): readonly Issue[] {
  return [...(base?.issues ?? []).map(onBase), ...(head?.issues ?? [])]
}

const NOTHING = {
  base: [],
  head: [],
  routed: { base: [], head: [] },
  issues: [],
  role: null,
  rewritten: false,
  fields: [],
} as const

type Side = Omit<ManifestFile, 'path'>

function readSide(path: string, version: FileVersion | null, selected: boolean): Side | null {
  if (!version) return null
  const problem = unreadableFile(path, version, selected)
  if (problem) return { ...UNREADABLE, issues: [problem] }
  if (!selected || version.kind !== 'file') return null
  return readManifestFile(path, version.bytes)
}

const UNREADABLE = {
  kind: 'unreadable',
  manifests: [],
  settings: [],
  role: null,
  value: null,
  skippedAt: null,
} as const

function kindOf(base: Side | null, head: Side | null): PairReading['state'] {
  if (base?.kind === 'unreadable') return 'unreadable'
  return base?.kind === 'objects' || head?.kind === 'objects' ? 'objects' : 'not-manifests'
}

/**
 * What Argo CD begins to deploy had no route before, and what it stops to deploy has none; what changes besides may have
 * one, since other tools deploy it as before.
 */
function routedOf({ base, head }: Pick<PairReading, 'base' | 'head'>): PairReading['routed'] {
  const [was, is] = [base.some(isSkipped), head.some(isSkipped)]
  const known = new Set(is && !was ? base.map(({ value }) => canonicalJson(value)) : [])
  return {
    base: was && !is ? [] : base,
    head: known.size === 0 ? head : head.filter(({ value }) => !known.has(canonicalJson(value))),
  }
}

function isSkipped({ skipped }: Manifest): boolean {
  return skipped === true
}

/** The objects of a side, and the kustomizations, which are read as objects are. */
function piecesOf(side: Side | null): readonly Manifest[] {
  const kustomizations = side?.settings.filter(({ role }) => role === 'kustomization') ?? []
  return [...(side?.manifests ?? []), ...kustomizations]
}

function settingsOf(
  base: Side | null,
  head: Side | null,
  secrets: SecretOptions,
): Pick<PairReading, 'rewritten' | 'fields' | 'whole'> {
  if (!base || !head)
    return { rewritten: false, fields: [], whole: wholeOf(base ?? head, head !== null, secrets) }
  if (base.kind !== 'not-manifests' || head.kind !== 'not-manifests') return { rewritten: false, fields: [] }
  const only = onlySide(base, head)
  if (only) {
    const whole = wholeOf(only, only === head, secrets)
    return { rewritten: false, fields: whole ? [whole] : [] }
  }
  const fields = diffSettings(base.settings, head.settings, secrets)
  return { rewritten: base.value === head.value || fields?.length === 0, fields: fields ?? [] }
}

/** The side that says something when the other is a file without anything in it. */
function onlySide(base: Side, head: Side): Side | null {
  const [old, now] = [base.settings.length > 0, head.settings.length > 0]
  if (old === now || base.value === head.value) return null
  return old ? base : head
}

function wholeOf(side: Side | null, comes: boolean, secrets: SecretOptions): FieldChange | undefined {
  if (side?.kind !== 'not-manifests') return undefined
  return wholeSettings(comes ? 'add' : 'remove', side.settings, secrets) ?? undefined
}

/** When the comment comes or goes, the objects of the file leave or join what Argo CD deploys. */
function skippingIssues(path: string, base: Side | null, head: Side | null): readonly Issue[] {
  if (!base || !head || (base.skippedAt === null) === (head.skippedAt === null)) return []
  const text = head.skippedAt === null ? DEPLOYED : SKIPPED
  return [{ code: 'argocd.skip-marker', severity: 'low', path, line: head.skippedAt ?? 1, column: 1, text }]
}

const DEPLOYED =
  'The comment "+argocd:skip-file-rendering" is gone: Argo CD deploys this file from now on, so its objects count as created.'
const SKIPPED =
  'The comment "+argocd:skip-file-rendering" keeps Argo CD from deploying this file, so its objects count as deleted.'

function onBase(issue: Issue): Issue {
  return { ...issue, onBase: true, text: `In the version that is merged into: ${issue.text}` }
}

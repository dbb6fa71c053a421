import { sortIssues, type Issue } from '../model/issue.ts'
import { canonicalJson, textAt, isJsonObject } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import { decodeText } from '../yaml/decode-text.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { parseApiVersion } from './api-version.ts'
import { checkName } from './check-metadata.ts'
import { isClusterScoped } from './cluster-scoped.ts'
import type { ManifestFile } from './manifest-file.ts'
import type { PlacedObject } from './placed-object.ts'
import { readObjects } from './read-objects.ts'
import { readPatchList } from './read-patch-list.ts'
import { settingsOf } from './read-settings.ts'
import { skipMarkerLine } from './skip-marker.ts'
import { sourceRole } from './source-role.ts'
import { explainTemplate } from './template.ts'

/**
 * The objects of a file, exactly as kubectl would read them, or why they cannot be trusted. kubectl applies what stands
 * before a mistake, so one mistake makes the whole file unreadable.
 */
export function readManifestFile(path: string, bytes: Uint8Array): ManifestFile {
  // Kubernetes takes the mark off the start of a file; anywhere else it is refused.
  const marked = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte)
  const text = decodeText(marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, path)
  if (!text.ok) return unreadable(path, [text.error])
  const documents = readYaml(text.value, path, { marked })
  if (!documents.ok) return withoutDocuments(path, text.value, documents.error)
  const read = readObjects(documents.value, path)
  const valueOf = (): string => canonicalJson(documents.value.map((document) => document.value))
  if (read.kind === 'refused') return { ...unreadable(path, read.issues), value: valueOf() }
  const skippedAt = skipMarkerLine(text.value)
  const manifests = read.objects.map((object) => manifestOf(object, path, skippedAt !== null))
  const issues = read.objects.flatMap((object) => checkName(object))
  const settings = read.others.map((document) => settingsOf(document, path))
  const value = read.kind === 'not-manifests' || issues.length > 0 ? valueOf() : null
  return { ...EMPTY, path, kind: read.kind, manifests, settings, issues, skippedAt, value }
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const EMPTY = { manifests: [], settings: [], role: null, issues: [], skippedAt: null, value: null } as const

function withoutDocuments(path: string, text: string, issues: readonly Issue[]): ManifestFile {
  const isOtherRoot = issues.every(({ code }) => code === 'yaml.root')
  const patches = isOtherRoot ? readPatchList(text, path) : null
  if (patches === null) return unreadable(path, explainTemplate(text, path, issues))
  const issue: Issue = {
    code: 'manifest.patch-list',
    severity: 'low',
    path,
    line: patches.line,
    column: 1,
    text: 'The file is a list of JSON patches. What kustomize makes of them is not worked out: look at the rendered objects.',
  }
  const value = canonicalJson([patches.value])
  return { ...EMPTY, path, kind: 'not-manifests', role: 'patch-list', issues: [issue], value }
}

function unreadable(path: string, issues: readonly Issue[]): ManifestFile {
  return { ...EMPTY, path, kind: 'unreadable', issues: sortIssues(issues) }
}

function manifestOf(object: PlacedObject, path: string, skipped: boolean): Manifest {
  return {
    ref: refOf(object),
    value: object.value,
    path,
    line: object.line,
    role: sourceRole(path, object.value),
    ...(skipped && { skipped }),
    locate: (pointer) => object.locate(pointer),
    locateKey: (pointer) => object.locateKey(pointer),
  }
}

function refOf({ value }: PlacedObject): ObjectRef {
  const { group, version } = parseApiVersion(textAt(value, 'apiVersion') ?? '') ?? { group: '', version: '' }
  const kind = textAt(value, 'kind') ?? ''
  const metadata = value['metadata']
  const namespace = isJsonObject(metadata) ? textAt(metadata, 'namespace') : undefined
  const name = isJsonObject(metadata) ? textAt(metadata, 'name') : undefined
  return {
    group,
    version,
    kind,
    namespace: namespace === undefined || namespace === '' || isClusterScoped(group, kind) ? null : namespace,
    name: name ?? '',
  }
}

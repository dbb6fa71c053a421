import type { Change, ChangeSet, Operation, Verb } from '../../src/core/model/change.ts'
import { type Instant, parseInstant } from '../../src/core/model/instant.ts'
import { isJsonObject, type JsonObject, textAt } from '../../src/core/model/json.ts'
import type { ObjectRef } from '../../src/core/model/object-ref.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { readYaml } from '../../src/core/yaml/read-yaml.ts'
import type { YamlDocument } from '../../src/core/yaml/yaml-document.ts'

/** The moment at which policies are asked in tests. */
export const NOW: Instant = parseInstant('2026-11-22T10:00:00Z') ?? fail('not a moment')

/** A policy file around a `spec`, written as YAML without its indentation. */
export function policyText(spec: string, name = 'acme'): string {
  const body = spec
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `  ${line}`))
    .join('\n')
  return `apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: ${name} }\nspec:\n${body}\n`
}

/**
 * A policy from its `spec`; throws with every mistake when there is one. `builtin`: as one that ships, whose expressions
 * are not checked before they run.
 */
export function aPolicy(spec: string, builtin = false): Policy {
  const source = { path: 'policy.yaml', text: policyText(spec), builtin }
  const loaded = loadPolicy([source], () => undefined)
  if (loaded.ok) return loaded.value
  return fail(loaded.error.map((issue) => `${String(issue.line)}: ${issue.text}`).join('\n'))
}

export interface ChangeOptions {
  readonly path?: string
  readonly oldPath?: string
  readonly environment?: string
  readonly cluster?: string
  readonly verbs?: readonly Verb[]
}

/** The change between two versions of an object, written as YAML; null: not there. */
export function aChange(before: string | null, after: string | null, options: ChangeOptions = {}): Change {
  const [old, now] = [before, after].map((text) => (text === null ? null : document(text)))
  const shown = now ?? old ?? fail('a change has at least one side')
  const ref = refOf(mapOf(shown))
  return {
    environment: null,
    cluster: null,
    verbs: ['patch'],
    evidence: [],
    operation: operationOf(old, now),
    ref,
    source: {
      path: options.path ?? 'a.yaml',
      line: shown.line,
      oldPath: options.oldPath ?? null,
      role: 'manifest',
    },
    fields: [],
    object: objectOf(now),
    oldObject: objectOf(old),
    identity: [options.environment ?? '', ref.group, ref.kind, ref.namespace ?? '', ref.name].join('|'),
    content: after ?? 'deleted',
    locate: (pointer) => shown.locate(pointer),
    ...placement(options),
  }
}

/** A change set of these changes and nothing else, unless told otherwise. */
export function aChangeSet(changes: readonly Change[], more: Partial<ChangeSet> = {}): ChangeSet {
  return {
    changes,
    files: [],
    unchanged: { moved: 0, reformatted: 0 },
    routes: { added: [], removed: [], changed: [] },
    issues: [],
    analysed: { files: 1, objects: changes.length, notManifests: 0, unreadable: 0 },
    ...more,
  }
}

function document(text: string): YamlDocument {
  const read = readYaml(text, 'a.yaml')
  if (!read.ok) return fail(read.error.map((issue) => issue.text).join('\n'))
  return read.value[0] ?? fail('no document')
}

function mapOf(yaml: YamlDocument): JsonObject {
  return isJsonObject(yaml.value) ? yaml.value : fail('not an object')
}

function placement({ environment, cluster, verbs }: ChangeOptions): Partial<Change> {
  return {
    ...(environment === undefined ? {} : { environment }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(verbs === undefined ? {} : { verbs }),
  }
}

function objectOf(yaml: YamlDocument | null | undefined): JsonObject | null {
  return yaml ? mapOf(yaml) : null
}

function operationOf(old: YamlDocument | null | undefined, now: YamlDocument | null | undefined): Operation {
  if (!old) return 'CREATE'
  return now ? 'UPDATE' : 'DELETE'
}

function refOf(object: JsonObject): ObjectRef {
  const apiVersion = textAt(object, 'apiVersion') ?? ''
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion]
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {}
  return {
    group,
    version,
    kind: textAt(object, 'kind') ?? '',
    namespace: textAt(metadata, 'namespace') ?? null,
    name: textAt(metadata, 'name') ?? '',
  }
}

function fail(why: string): never {
  throw new Error(why)
}

/** A PolicyTest file of these cases, each written as YAML without its indentation. */
export function policyTestText(...cases: readonly string[]): string {
  const entries = cases.map((text) => `  - ${text.trim().replaceAll('\n', '\n    ')}\n`)
  return `apiVersion: drawbridge.dev/v1alpha1\nkind: PolicyTest\nmetadata: { name: acme }\ncases:\n${entries.join('')}`
}

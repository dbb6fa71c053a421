import { digestText } from '../../model/digest.ts'
import type { Issue } from '../../model/issue.ts'
import { canonicalJson, isJsonObject, type Json } from '../../model/json.ts'
import { valueAt } from '../../model/json-pointer.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { YamlDocument } from '../../yaml/yaml-document.ts'
import { checkShape } from './check-shape.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import type { PolicyDocument } from './policy-document.ts'
import { PolicySchema } from './policy-schema.ts'
import type { PackDocument, PackedTrees, PolicyFile, PolicySource } from '../policy-source.ts'
import { createReport, type Locator, type Report } from './problem-report.ts'
import { withSuggestion } from './shape-sentence.ts'

/** One document of a policy file, in its shape, with what is wrong with it so far. */
export interface ReadDocument {
  readonly document: PolicyDocument
  readonly source: PolicySource
  /** Equal exactly when what the document says is. */
  readonly digest: string
  readonly report: Report
  /** Of a policy that ships: the trees of its expressions, by their text. */
  readonly trees?: PackedTrees | undefined
}

const API_VERSION = 'drawbridge.dev/v1alpha1'

/**
 * The policy documents of one file. Documents of kind PolicyTest are ours too, and are left to `drawbridge test`;
 * anything else is a mistake.
 */
export function readPolicyDocuments(source: PolicySource): {
  readonly documents: readonly ReadDocument[]
  readonly issues: readonly Issue[]
} {
  if ('documents' in source)
    return { documents: source.documents.map((known) => packDocument(source, known)), issues: [] }
  const yaml = readYaml(source.text, source.path)
  if (!yaml.ok) return { documents: [], issues: yaml.error }
  const documents: ReadDocument[] = []
  const issues: Issue[] = []
  for (const document of yaml.value) {
    if (isPolicyTest(document.value)) continue
    const wrongKind = kindProblem(source, document)
    if (wrongKind) issues.push(wrongKind)
    else readOne(source, document, documents, issues)
  }
  if (yaml.value.length === 0) issues.push(emptyFile(source))
  return { documents, issues }
}

/** A file that somebody emptied would otherwise be a policy that finds nothing. */
function emptyFile({ path }: PolicyFile): Issue {
  const text = 'This file holds no policy. Write one, or remove the file.'
  return { code: 'policy.empty', severity: 'high', path, line: 1, column: 1, text }
}

/** Lines are not kept in packs: nobody who uses Drawbridge can mend one. */
const FIRST_LINE: Locator = {
  locate: () => ({ line: 1, column: 1 }),
  locateKey: () => ({ line: 1, column: 1 }),
}

function packDocument(source: PolicySource, { document, digest, trees }: PackDocument): ReadDocument {
  return { document, digest, trees, source, report: createReport(source.path, FIRST_LINE, []) }
}

function readOne(source: PolicyFile, yaml: YamlDocument, documents: ReadDocument[], issues: Issue[]): void {
  const shape = checkShape(PolicySchema, yaml.value)
  const report = createReport(source.path, yaml, shape.mistakes, source.text)
  reportName(shape.value, report)
  if (shape.value) documents.push({ document: shape.value, digest: digestOf(source, yaml), source, report })
  else issues.push(...report.issues())
}

function reportName(document: PolicyDocument | undefined, report: Report): void {
  if (document?.metadata.name.trim() !== '') return
  const text = 'The policy has no name. Write one: its rules carry it as their pack.'
  report.add('/metadata/name', { code: 'policy.missing-key', text })
}

function digestOf({ builtin, pinned }: PolicyFile, { value }: YamlDocument): string {
  const member = (pointer: string): Json => valueAt(value, pointer) ?? null
  const origin = pinned ? { builtin, pinned } : { builtin }
  return digestText(canonicalJson({ name: member('/metadata/name'), ...origin, spec: member('/spec') }))
}

function isPolicyTest(value: Json): boolean {
  return isJsonObject(value) && value['apiVersion'] === API_VERSION && value['kind'] === 'PolicyTest'
}

/** A document of another kind has one mistake, not one for each of its keys. */
function kindProblem(source: PolicyFile, yaml: YamlDocument): Issue | undefined {
  const value = isJsonObject(yaml.value) ? yaml.value : {}
  for (const [key, expected] of [
    ['apiVersion', API_VERSION],
    ['kind', 'Policy'],
  ] as const) {
    const seen = value[key] ?? null
    if (seen === expected) continue
    const what = typeof seen === 'string' ? `${key} is "${seen.slice(0, 100)}"` : `there is no ${key}`
    const near = typeof seen === 'string' ? didYouMean(seen, [expected]) : undefined
    const text = `this is no policy: ${what}`
    return {
      code: 'policy.not-a-policy',
      severity: 'high',
      path: source.path,
      ...yaml.locate(`/${key}`),
      ...withSuggestion(text, near, `a policy has ${key}: ${expected}`),
    }
  }
  return undefined
}

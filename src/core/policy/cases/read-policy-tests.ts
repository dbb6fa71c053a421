import { type Duration, parseDuration } from '../../model/instant.ts'
import { type Issue, sortIssues } from '../../model/issue.ts'
import { isJsonObject } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { err, ok, type Result } from '../../model/result.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { YamlDocument } from '../../yaml/yaml-document.ts'
import { checkShape } from '../language/check-shape.ts'
import { createReport, type Report } from '../language/problem-report.ts'
import {
  DEFAULT_PATH,
  type ExpectedRequirement,
  type PolicyTest,
  type PolicyTestCase,
  type PolicyTestExpectation,
} from './policy-test.ts'
import {
  PolicyTestSchema,
  type WrittenCase,
  type WrittenExpectation,
  type WrittenFiles,
  type WrittenRequirement,
} from './policy-test-schema.ts'

/** The PolicyTest documents of a file; documents of other kinds are passed over. Every mistake at once, by place. */
export function readPolicyTests(text: string, path: string): Result<readonly PolicyTest[], readonly Issue[]> {
  const yaml = readYaml(text, path)
  if (!yaml.ok) return yaml
  const tests: PolicyTest[] = []
  const issues: Issue[] = []
  for (const document of yaml.value) {
    if (!isJsonObject(document.value) || document.value['kind'] !== 'PolicyTest') continue
    const shape = checkShape(PolicyTestSchema, document.value)
    const report = createReport(path, document, shape.mistakes)
    const { value } = shape
    const cases = (value?.cases ?? []).map((written, index) => caseOf(document, written, index, report))
    const found = report.issues()
    if (value) tests.push({ name: value.metadata.name, path, cases, warnings: found })
    issues.push(...found)
  }
  return issues.some(({ severity }) => severity !== 'low') ? err(sortIssues(issues)) : ok(tests)
}

function caseOf(document: YamlDocument, written: WrittenCase, index: number, report: Report): PolicyTestCase {
  const pointer = `/cases/${String(index)}`
  reportTwoForms(written, pointer, report)
  const files = written.files ?? singleFile(written)
  return {
    name: written.name,
    line: document.locate(pointer).line,
    before: new Map(Object.entries(files.before ?? {})),
    after: new Map(Object.entries(files.after ?? {})),
    environment: written.environment ?? null,
    codeowners: written.codeowners ?? null,
    expect: expectationOf(written.expect, `${pointer}/expect`, report),
    document,
    pointer,
  }
}

function singleFile({ before, after, path = DEFAULT_PATH }: WrittenCase): WrittenFiles {
  return {
    before: before === undefined ? {} : { [path]: before },
    after: after === undefined ? {} : { [path]: after },
  }
}

function reportTwoForms(written: WrittenCase, pointer: JsonPointer, report: Report): void {
  if (!written.files) return
  for (const key of ['before', 'after', 'path'] as const) {
    if (written[key] === undefined) continue
    const text = `"${key}" cannot stand beside "files"; write it there.`
    report.add(`${pointer}/${key}`, { code: 'policy.mixed-case', text })
  }
}

function expectationOf(
  written: WrittenExpectation,
  pointer: JsonPointer,
  report: Report,
): PolicyTestExpectation {
  if (asksNothing(written)) {
    const text = 'This case expects nothing, so it can never fail. Write "outcome", "findings" or "not".'
    report.warn(pointer, { code: 'policy.empty-case', text })
  }
  return {
    outcome: written.outcome,
    verbs: written.verbs,
    findings: (written.findings ?? []).map(({ rule, severity, message }) => ({ rule, severity, message })),
    not: written.not ?? [],
    requirements: (written.requirements ?? []).map((requirement, index) =>
      requirementOf(requirement, `${pointer}/requirements/${String(index)}`, report),
    ),
  }
}

function asksNothing({ outcome, verbs, findings, not, requirements }: WrittenExpectation): boolean {
  const asked = [findings, not, requirements].some((list) => (list ?? []).length > 0)
  return outcome === undefined && verbs === undefined && !asked
}

/** The keys of each kind of requirement; a window with `windows` asks recurring ones. */
const OWN_KEYS = {
  approval: ['from', 'count'],
  window: ['max', 'openedBy', 'windows'],
  'sync-window': ['windows'],
} as const

function requirementOf(
  written: WrittenRequirement,
  pointer: JsonPointer,
  report: Report,
): ExpectedRequirement {
  const { from, count, max, openedBy, windows, verdict } = written
  const kind = written.kind === 'window' && windows ? 'sync-window' : written.kind
  for (const key of ['from', 'count', 'max', 'openedBy', 'windows'] as const) {
    if (written[key] === undefined || OWN_KEYS[kind].some((own) => own === key)) continue
    const whose = { approval: 'an approval', window: 'a window', 'sync-window': 'recurring "windows"' }[kind]
    report.add(`${pointer}/${key}`, {
      code: 'policy.mixed-case',
      text: `"${key}" does not belong to ${whose}. Remove it.`,
    })
  }
  switch (kind) {
    case 'approval':
      return { kind, from, count, verdict }
    case 'window':
      return { kind, max: durationOf(max, `${pointer}/max`, report), openedBy, verdict }
    case 'sync-window':
      return { kind, windows: windows ?? [], verdict }
    default:
      return kind satisfies never
  }
}

function durationOf(text: string | undefined, pointer: JsonPointer, report: Report): Duration | undefined {
  const duration = text === undefined ? undefined : parseDuration(text)
  if (text !== undefined && duration === undefined) {
    const sentence = `"${text.slice(0, 100)}" is no duration; write it as 30m, 4h, 1h30m or 7d.`
    report.add(pointer, { code: 'policy.bad-duration', text: sentence })
  }
  return duration
}

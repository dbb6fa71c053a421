import { type Issue, sortIssues } from '../../model/issue.ts'
import { isJsonObject } from '../../model/json.ts'
import { valueAt } from '../../model/json-pointer.ts'
import { err, ok, type Result } from '../../model/result.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { YamlDocument } from '../../yaml/yaml-document.ts'
import { checkShape } from '../language/check-shape.ts'
import type { PolicyTest, PolicyTestCase } from './policy-test.ts'
import { PolicyTestSchema, type WrittenCase, type WrittenFiles } from './policy-test-schema.ts'
import { createReport, type Report } from '../language/problem-report.ts'

const DEFAULT_PATH = 'apps/manifest.yaml'

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
    if (value) tests.push({ name: value.metadata.name, path, cases })
    issues.push(...report.issues())
  }
  return issues.length > 0 ? err(sortIssues(issues)) : ok(tests)
}

function caseOf(yaml: YamlDocument, written: WrittenCase, index: number, report: Report): PolicyTestCase {
  const pointer = `/cases/${String(index)}`
  reportTwoForms(written, pointer, report)
  const files = written.files ?? singleFile(written)
  return {
    name: written.name,
    line: yaml.locate(pointer).line,
    before: new Map(Object.entries(files.before ?? {})),
    after: new Map(Object.entries(files.after ?? {})),
    environment: written.environment ?? null,
    facts: valueAt(yaml.value, `${pointer}/facts`) ?? null,
    expect: written.expect,
  }
}

function singleFile({ before, after, path = DEFAULT_PATH }: WrittenCase): WrittenFiles {
  return {
    before: before === undefined ? {} : { [path]: before },
    after: after === undefined ? {} : { [path]: after },
  }
}

function reportTwoForms(written: WrittenCase, pointer: string, report: Report): void {
  if (!written.files) return
  for (const key of ['before', 'after', 'path'] as const) {
    if (written[key] === undefined) continue
    const text = `"${key}" cannot stand beside "files"; write it there.`
    report.add(`${pointer}/${key}`, { code: 'policy.mixed-case', text })
  }
}

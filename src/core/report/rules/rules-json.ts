import { type Json, type JsonObject } from '../../model/json.ts'
import type { ListedRule } from '../../policy/list-rules.ts'
import type { WrittenTest } from '../../policy/language/policy-document.ts'
import type { ExplainedRule } from './explained-rule.ts'

/** The active rules of a policy, and those that it switches off, as the contract has them. */
export function rulesJson(rules: readonly ListedRule[]): Json {
  return {
    rules: rules.filter(({ enabled }) => enabled).map(ruleJson),
    disabled: rules.filter(({ enabled }) => !enabled).map(ruleJson),
  }
}

/** One rule with what it needs, its exceptions and an example. */
export function explanationJson(explained: ExplainedRule): Json {
  const { rule, needs, windows, exceptions, example } = explained
  const full = {
    ...ruleJson(rule),
    needs: needs.map(({ environment, severity, needs: text }) => ({ environment, severity, text })),
    windows: windows.map(({ name, kind }) => ({ name, kind })),
    exceptions: exceptions.map(({ until, owner, reason }) => ({ until, owner, reason })),
    example: example && {
      name: example.name,
      path: example.path,
      line: BigInt(example.line),
      message: example.message,
      lines: example.lines,
    },
  }
  return rule.enabled ? { rules: [full], disabled: [] } : { rules: [], disabled: [full] }
}

function ruleJson({ written, pack, source, locked, severity, effect, overrides }: ListedRule): JsonObject {
  return {
    id: written.id,
    pack,
    source,
    severity,
    effect,
    locked,
    narrows: written.narrows ?? false,
    message: written.message ?? null,
    messageExpression: written.messageExpression ?? null,
    why: written.why ?? '',
    references: written.references ?? [],
    match: givenMembers({ ...written.match }),
    change: (written.change ?? []).map((change) =>
      change.any === undefined ? testJson(change) : { any: change.any.map(testJson) },
    ),
    when: written.when ?? null,
    overridden:
      overrides.length === 0
        ? null
        : {
            by: [...new Set(overrides.map((override) => override.source))],
            severity: written.severity,
            effect: written.effect ?? 'require',
          },
  }
}

function testJson({ path, op, pattern, values, absent }: WrittenTest): Json {
  return givenMembers({ path, op, pattern, values, absent })
}

function givenMembers(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
}

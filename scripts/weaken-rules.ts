import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { builtinNames, builtinPolicy, packFile } from '../src/adapters/files/builtin-policies.ts'
import { builtinSchemas } from '../src/adapters/files/kind-schemas.ts'
import { changedFiles } from '../src/core/decision/cases/run-case.ts'
import { compareFiles } from '../src/core/decision/compare.ts'
import type { ChangeSet } from '../src/core/model/change.ts'
import { digestText } from '../src/core/model/digest.ts'
import { instantFromMilliseconds } from '../src/core/model/instant.ts'
import type { PolicyTestCase } from '../src/core/policy/cases/policy-test.ts'
import { readPolicyTests } from '../src/core/policy/cases/read-policy-tests.ts'
import { findRisks } from '../src/core/policy/judge/find-risks.ts'
import type { PolicyDocument, WrittenRule } from '../src/core/policy/language/policy-document.ts'
import { loadPolicy } from '../src/core/policy/load-policy.ts'
import { makePack } from '../src/core/policy/make-pack.ts'
import type { Policy } from '../src/core/policy/policy.ts'
import { weakenings } from './weaken-rules/weakenings.ts'

/**
 * Takes away one part of the condition of every rule that ships, one at a time, and looks whether a case of the packs
 * sees it: a condition that no case needs is not tested. Exit 1 when there is a rule of which no weakening is seen, or
 * one without a case in which it is found.
 * `node scripts/weaken-rules.ts [--pack NAME]... [--rule ID]... [--quiet]`
 */
const { values: options } = parseArgs({
  options: {
    pack: { type: 'string', multiple: true },
    rule: { type: 'string', multiple: true },
    quiet: { type: 'boolean', default: false },
  },
})

const FOLDER = new URL('../policies/tests/', import.meta.url)
const NOW = instantFromMilliseconds(Date.UTC(2026, 0, 5))

/** What a case changes, and which rules it speaks of. */
interface ReadCase {
  readonly changes: ChangeSet
  readonly findings: ReadonlySet<string>
  readonly not: ReadonlySet<string>
}

const all = loaded(builtinPolicy('all') ?? [])
const cases = readdirSync(FOLDER).flatMap(casesIn)
let seen = 0
let unseen = 0
const bad: string[] = []

for (const pack of builtinNames()) {
  if (options.pack && !options.pack.includes(pack)) continue
  const made = makePack(packFile(pack))
  if (!made.ok) throw new Error(made.error.map(({ text }) => text).join('\n'))
  for (const { document } of made.value.documents) {
    for (const rule of document.spec.rules ?? []) {
      if (!options.rule || options.rule.includes(rule.id)) judgeRule(document, rule)
    }
  }
}
const total = seen + unseen
process.stdout.write(
  `${String(seen)} of ${String(total)} weakenings are seen by a case (${((100 * seen) / Math.max(1, total)).toFixed(1)} %); ${String(bad.length)} rules are not tested.\n`,
)
for (const line of bad) process.stdout.write(`${line}\n`)
process.exitCode = bad.length > 0 ? 1 : 0

function judgeRule(document: PolicyDocument, rule: WrittenRule): void {
  const speaking = cases.filter(({ findings, not }) => findings.has(rule.id) || not.has(rule.id))
  if (!speaking.some(({ findings }) => findings.has(rule.id))) {
    bad.push(`${rule.id}: no case finds it`)
    return
  }
  const weaker = weakenings(rule)
  const missed = weaker.filter(({ rule: given }) => !isSeen(document, given, speaking))
  seen += weaker.length - missed.length
  unseen += missed.length
  if (!options.quiet)
    for (const { part } of missed) process.stdout.write(`${rule.id}: no case needs ${part}\n`)
  if (weaker.length > 0 && missed.length === weaker.length)
    bad.push(`${rule.id}: no case needs any part of it`)
}

function isSeen(document: PolicyDocument, rule: WrittenRule, speaking: readonly ReadCase[]): boolean {
  const policy = policyOf(document, rule)
  return speaking.some(({ changes, findings }) => {
    const found = findRisks(policy, changes, null, moment()).some((finding) => finding.rule === rule.id)
    return found !== findings.has(rule.id)
  })
}

/** A policy of one rule. */
function policyOf(document: PolicyDocument, rule: WrittenRule): Policy {
  const only: PolicyDocument = {
    ...document,
    spec: { rules: [{ ...rule, locked: undefined }] },
  }
  const policy = loadPolicy(
    [
      {
        path: 'builtin:weakened',
        builtin: true,
        documents: [{ document: only, digest: digestText(rule.id) }],
      },
    ],
    () => [],
  )
  if (!policy.ok)
    throw new Error(`${rule.id} cannot be loaded: ${policy.error.map(({ text }) => text).join(' ')}`)
  return policy.value
}

function loaded(sources: NonNullable<ReturnType<typeof builtinPolicy>>): Policy {
  const policy = loadPolicy(sources, builtinPolicy)
  if (!policy.ok) throw new Error(policy.error.map(({ path, text }) => `${path}: ${text}`).join('\n'))
  return policy.value
}

function casesIn(file: string): readonly ReadCase[] {
  const tests = readPolicyTests(readFileSync(new URL(file, FOLDER), 'utf8'), file)
  if (!tests.ok)
    throw new Error(tests.error.map(({ line, text }) => `${file}:${String(line)}: ${text}`).join('\n'))
  return tests.value.flatMap((test) => test.cases.map(readCase))
}

function readCase(policyCase: PolicyTestCase): ReadCase {
  const { expect } = policyCase
  return {
    changes: compareFiles(changedFiles(policyCase), all, { schemaOf: builtinSchemas }),
    findings: new Set((expect.findings ?? []).map(({ rule }) => rule)),
    not: new Set(expect.not ?? []),
  }
}

function moment(): NonNullable<typeof NOW> {
  if (NOW === undefined) throw new RangeError('not a moment')
  return NOW
}

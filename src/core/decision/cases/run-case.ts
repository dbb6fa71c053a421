import type { ChangedFile, FileVersion } from '../../model/changed-file.ts'
import { contentsOf } from '../../model/contents.ts'
import { digestText } from '../../model/digest.ts'
import { DEFAULT_PATH, type PolicyTestCase } from '../../policy/cases/policy-test.ts'
import { compileGlobs } from '../../policy/patterns/globs.ts'
import type { Environment, Policy } from '../../policy/policy.ts'
import type { KindSchemas } from '../../schema/kind-schemas.ts'
import { compareFiles } from '../compare.ts'
import { decide } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { type CaseFailure, checkExpectation } from './check-expectation.ts'
import type { PreparedCase } from './prepare-case.ts'

/** What became of one case: it passed when nothing failed. */
export interface CaseRun {
  readonly prepared: PreparedCase
  readonly decision: Decision
  readonly failures: readonly CaseFailure[]
}

/** Runs one case: the decision that its policy makes of it, and what of that is not as expected. */
export function runCase(policy: Policy, prepared: PreparedCase, schemaOf: KindSchemas): CaseRun {
  const { policyCase, facts, ownersOf } = prepared
  const used = policyFor(policy, policyCase)
  const files = changedFiles(policyCase)
  const changes = compareFiles(files, used, { schemaOf })
  const head = contentsOf(changes)
  const headSha = facts.pullRequest?.head.sha ?? 'head'
  const decision = decide({
    facts,
    policy: used,
    changes,
    contents: new Map([
      ['head', head],
      [headSha, head],
    ]),
    ownersOf,
    ownersDigest: 'case',
  })
  return { prepared, decision, failures: checkExpectation(used, prepared, decision) }
}

/** The files that differ between the two sides of a case, by path. */
export function changedFiles({ before, after }: PolicyTestCase): readonly ChangedFile[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, base: textFile(before.get(path)), head: textFile(after.get(path)) }))
}

/** A file with this text; undefined: there is none. */
export function textFile(text: string | undefined): FileVersion | null {
  if (text === undefined) return null
  return { kind: 'file', id: digestText(text), bytes: new TextEncoder().encode(text) }
}

/** The policy with every file in the environment of the case, and the file that nobody named among the manifests. */
function policyFor(policy: Policy, { environment }: PolicyTestCase): Policy {
  const { include } = policy.manifests
  return {
    ...policy,
    manifests: {
      ...policy.manifests,
      include: include && compileGlobs([...include.patterns, DEFAULT_PATH]),
    },
    environments: environment === null ? policy.environments : environmentsWith(policy, environment),
  }
}

function environmentsWith({ environments }: Policy, name: string): readonly Environment[] {
  const known = environments.find((environment) => environment.name === name)
  const unknown: Environment = {
    name,
    cluster: null,
    paths: EVERY_PATH,
    namespace: 'default',
    maxSeverity: null,
    requirements: new Map(),
  }
  return [known ? { ...known, paths: EVERY_PATH } : unknown]
}

const EVERY_PATH = { patterns: ['**'], matches: () => true }

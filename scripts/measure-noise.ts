import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { builtinPolicy } from '../src/adapters/files/builtin-policies.ts'
import { builtinSchemas } from '../src/adapters/files/kind-schemas.ts'
import { openGitRepository } from '../src/adapters/git/git-repository.ts'
import { resolveRevision } from '../src/adapters/git/resolve-revision.ts'
import type { PastMerge } from '../src/core/decision/simulation.ts'
import { instantFromMilliseconds } from '../src/core/model/instant.ts'
import { err, ok } from '../src/core/model/result.ts'
import { loadPolicy } from '../src/core/policy/load-policy.ts'
import type { Policy } from '../src/core/policy/policy.ts'
import { simulationJson } from '../src/core/report/simulation-json.ts'
import { renderSimulation } from '../src/core/report/simulation-text.ts'
import { simulate } from '../src/gate/simulate.ts'

/**
 * How much of a collection of pull requests a builtin policy would hold, by severity and rule. Standard input has one
 * pull request a line: its base, its head and a title. Unlike `simulate` they need not be one branch.
 * `node scripts/measure-noise.ts REPOSITORY [--policy NAME] [--json] < pairs`
 */
const { values: options, positionals } = parseArgs({
  options: {
    policy: { type: 'string', default: 'recommended' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const [repository = '.'] = positionals

interface Pair extends PastMerge {
  readonly base: string
}

const policy = builtin(options.policy)
const merges = await Promise.all(
  readFileSync(0, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(pairOf),
)
const simulated = await simulate({ merges, open, policy, old: null, schemaOf: builtinSchemas })
const subject = { policies: policy.sources, comparedWith: null }
process.stdout.write(
  options.json
    ? JSON.stringify(simulationJson(simulated, subject), exact, 1)
    : renderSimulation(simulated, subject, { color: false }),
)

async function pairOf(line: string): Promise<Pair> {
  const [base = '', head = '', ...title] = line.trim().split(/\s+/)
  const commit = await resolveRevision(repository, head)
  const at = instantFromMilliseconds(Date.UTC(2026, 0, 5))
  if (!commit.ok || at === undefined) throw new Error(commit.ok ? 'not a moment' : commit.error.text)
  return { base, commit: commit.value, title: title.join(' '), at }
}

async function open({ base, commit }: Pair): ReturnType<Parameters<typeof simulate<Pair>>[0]['open']> {
  const opened = await openGitRepository(repository, base, commit, { merge: false })
  if (!opened.ok) return err(opened.error.text)
  const { value } = opened
  return ok({
    repository: value,
    close: () => {
      value.close()
    },
  })
}

function builtin(name: string): Policy {
  const loaded = loadPolicy(builtinPolicy(name) ?? [], builtinPolicy)
  if (!loaded.ok) throw new Error(loaded.error.map(({ text }) => text).join('\n'))
  return loaded.value
}

function exact(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

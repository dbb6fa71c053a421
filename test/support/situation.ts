import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { parseCodeowners } from '../../src/core/approvals/codeowners.ts'
import { ownersOf } from '../../src/core/approvals/owners-of.ts'
import { textFile } from '../../src/core/decision/cases/run-case.ts'
import { compareFiles } from '../../src/core/decision/compare.ts'
import { decide } from '../../src/core/decision/decide.ts'
import type { Decision } from '../../src/core/decision/decision.ts'
import { parseFacts } from '../../src/core/decision/parse-facts.ts'
import { undecided } from '../../src/core/decision/undecided.ts'
import type { ChangedFile } from '../../src/core/model/changed-file.ts'
import { contentsOf } from '../../src/core/model/contents.ts'
import type { Facts } from '../../src/core/model/facts.ts'
import { parseSha } from '../../src/core/model/ids.ts'
import type { Issue } from '../../src/core/model/issue.ts'
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  stringifyJson,
  textAt,
} from '../../src/core/model/json.ts'
import type { Result } from '../../src/core/model/result.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { readYaml } from '../../src/core/yaml/read-yaml.ts'
import type { YamlDocument } from '../../src/core/yaml/yaml-document.ts'
import { policyText } from './policy.ts'

/**
 * Decides what `situation.yaml` in a folder tells, in the way of the gate. `world.yaml` beside the folders holds what all share; a
 * situation names the changes of its head and of `earlier` commits, and replaces members of the facts. `facts: null`: nothing
 * is known about a pull request. `files` change besides those that it names.
 */
export function decideSituation(folder: string, files: readonly ChangedFile[] = []): Decision {
  const world = yamlAt(join(folder, '..', 'world.yaml'))
  const situation = yamlAt(join(folder, 'situation.yaml'))
  const facts = factsOf(situation, world)
  const conflict = textsAt(situation, 'conflict')
  if (conflict.length > 0) return undecided(facts, { code: 'conflict', paths: conflict })
  const policy = policyOf(textAt(situation, 'policy') ?? textAt(world, 'policy') ?? '')
  return policy.ok
    ? decisionOn(facts, policy.value, { situation, world, files })
    : undecided(facts, { code: 'policy-invalid' }, policy.error)
}

interface Told {
  readonly situation: JsonObject
  readonly world: JsonObject
  readonly files: readonly ChangedFile[]
}

function decisionOn(facts: Facts, policy: Policy, told: Told): Decision {
  const { situation, world } = told
  const changes = compareFiles([...filesOf(textsAt(situation, 'changes'), told), ...told.files], policy)
  const codeowners = parseCodeowners(
    textAt(situation, 'codeowners') ?? textAt(world, 'codeowners') ?? '',
    '.github/CODEOWNERS',
  )
  const head = contentsOf(changes)
  const earlierCommits = objectAt(situation, 'earlier')
  const earlier = Object.keys(earlierCommits).map((commit) => {
    const files = filesOf(textsAt(earlierCommits, commit), told)
    return [
      parseSha(commit) ?? fail(`no commit id: ${commit}`),
      contentsOf(compareFiles(files, policy)),
    ] as const
  })
  return decide({
    facts,
    policy,
    changes,
    contents: new Map([['head', head], [facts.pullRequest?.head.sha ?? 'head', head], ...earlier]),
    ownersOf: (path) => ownersOf(codeowners, path).owners,
    ownersDigest: 'situation',
  })
}

const policies = new Map<string, Result<Policy, readonly Issue[]>>()

/** Reading a policy costs more than deciding by it, and most situations have the same. */
function policyOf(spec: string): Result<Policy, readonly Issue[]> {
  const known = policies.get(spec)
  if (known) return known
  const loaded = loadPolicy(
    [{ path: '.github/drawbridge.yaml', text: policyText(spec), builtin: false }],
    builtinPolicy,
  )
  policies.set(spec, loaded)
  return loaded
}

/** The files of these changes; a path with `{n}` stands for as many as the situation wants `copies`. */
function filesOf(names: readonly string[], { situation, world }: Told): readonly ChangedFile[] {
  const known = { ...objectAt(world, 'changes'), ...objectAt(situation, 'own') }
  const copies = Number(situation['copies'] ?? 1)
  return names
    .flatMap((name) => Object.entries(objectAt(known, name)))
    .flatMap(([path, sides]) => {
      const numbers = path.includes('{n}') ? Array.from({ length: copies }, (_, index) => index + 1) : [0]
      return numbers.map((number) => ({
        path: numbered(path, number),
        base: sideOf(sides, 'before', number),
        head: sideOf(sides, 'after', number),
      }))
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function sideOf(sides: Json, side: 'before' | 'after', number: number): ChangedFile['base'] {
  const text = isJsonObject(sides) ? textAt(sides, side) : undefined
  return textFile(text === undefined ? undefined : numbered(text, number))
}

function numbered(text: string, number: number): string {
  return text.replaceAll('{n}', String(number).padStart(3, '0'))
}

function factsOf(situation: JsonObject, world: JsonObject): Facts {
  const shared = objectAt(world, 'facts')
  const own = situation['facts']
  const facts: JsonObject =
    own === null ? { now: shared['now'] ?? null } : { ...shared, ...objectAt(situation, 'facts') }
  const head = { apiVersion: 'drawbridge.dev/v1alpha1', kind: 'Facts' }
  const text = stringifyJson({ ...head, ...objectOf(withPeople(facts, objectAt(world, 'people'))) })
  const parsed = parseFacts(documentOf(text, 'facts.json'), 'facts.json', 'directories')
  return parsed.ok ? parsed.value : fail(parsed.error.map((issue) => issue.text).join('\n'))
}

const ACCOUNTS: ReadonlySet<string> = new Set([
  'by',
  'author',
  'committer',
  'closedBy',
  'initiators',
  'coAuthors',
])

/** The facts with an account wherever the name of one of these people stands for it. */
function withPeople(value: Json, people: JsonObject, path: readonly string[] = []): Json {
  if (typeof value === 'string')
    return ACCOUNTS.has(path.at(-1) ?? '') ? accountOf(value, people, path) : value
  if (isJsonList(value)) return value.map((item) => withPeople(item, people, path))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withPeople(item, people, [...path, name])]),
  )
}

/** Facts say only of reviewers whether they can write. */
function accountOf(name: string, people: JsonObject, [list]: readonly string[]): JsonObject {
  const { canWrite, ...account } = objectOf(people[name] ?? fail(`nobody is called ${name}`))
  return list === 'reviews' && canWrite !== undefined ? { ...account, canWrite } : account
}

function yamlAt(path: string): JsonObject {
  return objectOf(documentOf(readFileSync(path, 'utf8'), path).value)
}

function documentOf(text: string, path: string): YamlDocument {
  const read = readYaml(text, path)
  if (!read.ok)
    return fail(read.error.map((issue) => `${path}:${String(issue.line)}: ${issue.text}`).join('\n'))
  return read.value[0] ?? fail(`${path} is empty`)
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return value === undefined ? {} : objectOf(value)
}

function objectOf(value: Json): JsonObject {
  return isJsonObject(value) ? value : fail('not a map')
}

function textsAt(object: JsonObject, key: string): readonly string[] {
  const value = object[key] ?? []
  return isJsonList(value) ? value.map(String) : fail(`${key} is no list`)
}

function fail(why: string): never {
  throw new Error(why)
}

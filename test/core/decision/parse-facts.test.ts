import { toJsonSchema } from '@valibot/to-json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import {
  type ComparisonMode,
  emptyFacts,
  parseEmbeddedFacts,
  parseFacts,
} from '../../../src/core/decision/parse-facts.ts'
import { FactsSchema } from '../../../src/core/decision/facts-schema.ts'
import { type Facts } from '../../../src/core/model/facts.ts'
import { parseInstant } from '../../../src/core/model/instant.ts'
import type { Issue } from '../../../src/core/model/issue.ts'
import { readYaml } from '../../../src/core/yaml/read-yaml.ts'

const NOW = parseInstant('2026-11-22T10:00:00Z')
const H = 'a'.repeat(40)

const COMPLETE = `apiVersion: drawbridge.dev/v1alpha1
kind: Facts
now: "2026-11-22T10:00:00Z"
pullRequest:
  number: 42
  title: Open the path
  author: { id: 1, login: amy, type: User }
  draft: false
  base: { ref: main, sha: "${'b'.repeat(40)}" }
  head: { sha: "${H}" }
commits:
  - { sha: "${H}", author: { id: 1, login: amy, type: User }, committer: null }
heads:
  - { sha: "${H}", at: "2026-11-22T08:00:00Z", by: { id: 1, login: amy, type: User } }
reviews:
  - id: 7
    by: { id: 2, login: ben, type: User, canWrite: true }
    state: APPROVED
    commit: "${H}"
    submittedAt: "2026-11-22T09:00:00Z"
labels: [ deploy-window/2h ]
labelEvents:
  - { event: labeled, label: deploy-window/2h, by: { id: 2, login: ben, type: User }, at: "2026-11-22T09:30:00Z" }
comments:
  - { id: 9, by: { id: 2, login: ben, type: User }, body: /break-glass it is down, createdAt: "2026-11-22T09:40:00Z", editedAt: null }
incomplete: []
teams:
  "@Acme/Net": { members: [ ben, cleo ] }
  "@acme/ops": { unreadable: "403: members: read is missing" }
`

it('reads everything that the contract names', () => {
  const facts = read(COMPLETE, 'revisions')
  expect(facts.now).toBe(NOW)
  expect(facts.pullRequest).toMatchObject({ number: 42, author: { login: 'amy' }, head: { sha: H } })
  expect(facts.commits).toEqual([
    {
      sha: H,
      author: { id: 1, login: 'amy', type: 'User' },
      committer: null,
      coAuthors: [],
      automaticMerge: false,
    },
  ])
  expect(facts.reviews[0]).toMatchObject({ id: 7, commit: H, by: { canWrite: true } })
  expect([...facts.teams]).toEqual([
    ['@acme/net', { members: ['ben', 'cleo'] }],
    ['@acme/ops', { unreadable: '403: members: read is missing' }],
  ])
})

it('reads who set an agent to work, whom trailers name, and reviews that are owed', () => {
  const ben = { id: 2, login: 'ben', type: 'User' }
  const written = '{ id: 2, login: ben, type: User }'
  const facts = read(
    COMPLETE.replace('  draft: false', `  initiators: [ ${written} ]`)
      .replace('committer: null }', `committer: null, coAuthors: [ ${written} ], automaticMerge: true }`)
      .replace(
        'incomplete: []',
        `debts: [ { pullRequest: 7, by: ${written}, dueAt: "2026-11-20T09:00:00Z" } ]`,
      ),
    'revisions',
  )
  expect(facts.pullRequest?.initiators).toEqual([ben])
  expect(facts.commits[0]).toMatchObject({ coAuthors: [ben], automaticMerge: true })
  expect(facts.debts).toEqual([
    { pullRequest: 7, by: ben, dueAt: moment('2026-11-20T09:00:00Z'), closedBy: null },
  ])
})

describe('what is left out', () => {
  it.each([
    { mode: 'directories', commit: 'head' },
    { mode: 'revisions', commit: null },
  ] as const)('a commit means $commit when $mode are compared', ({ mode, commit }) => {
    const facts = read(COMPLETE.replace(`    commit: "${H}"\n`, ''), mode)
    expect(facts.reviews[0]?.commit).toBe(commit)
    expect(facts.labelEvents[0]?.commit).toBe(commit)
  })

  it('the right to write is not known of a reviewer, and vouched for of who set a label', () => {
    const facts = read(COMPLETE.replace(', canWrite: true', ''), 'revisions')
    expect(facts.reviews[0]?.by?.canWrite).toBeNull()
    expect(facts.labelEvents[0]?.by?.canWrite).toBe(true)
  })

  it('all lists are empty and read to their end', () => {
    const text = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Facts\nnow: "2026-11-22T10:00:00Z"\n'
    expect(read(text, 'directories')).toEqual(emptyFacts(moment('2026-11-22T10:00:00Z')))
  })

  it('a moment that the caller knows may be left out', () => {
    const text = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Facts\n'
    expect(parse(text, 'directories')).toMatchObject({ ok: false })
    const [document] = documents(text)
    expect(
      document && parseFacts(document, 'f.yaml', 'directories', moment('2026-01-01T00:00:00Z')),
    ).toMatchObject({
      ok: true,
      value: { now: Date.parse('2026-01-01T00:00:00Z') },
    })
  })

  it('compared revisions need the head, directories do not', () => {
    const text = COMPLETE.replace(`  head: { sha: "${H}" }\n`, '')
    expect(issues(text, 'revisions')).toEqual([
      expect.objectContaining({ code: 'facts.missing-key', line: 5 }),
    ])
    expect(read(text, 'directories').pullRequest?.head.sha).toBeNull()
  })
})

describe('mistakes', () => {
  it.each([
    {
      name: 'another version',
      from: 'v1alpha1',
      to: 'v1alpha2',
      line: 1,
      code: 'facts.wrong-value',
      guess: 'drawbridge.dev/v1alpha1',
    },
    {
      name: 'another kind',
      from: 'kind: Facts',
      to: 'kind: Fact',
      line: 2,
      code: 'facts.wrong-value',
      guess: 'Facts',
    },
    { name: 'a moment without zone', from: '10:00:00Z', to: '10:00:00', line: 3, code: 'facts.wrong-value' },
    {
      name: 'no such day',
      from: '"2026-11-22T08',
      to: '"2026-11-31T08',
      line: 14,
      code: 'facts.wrong-value',
    },
    {
      name: 'an unknown key',
      from: 'reviews:',
      to: 'review:',
      line: 15,
      code: 'facts.unknown-key',
      guess: 'reviews',
    },
    {
      name: 'an unknown key deep inside',
      from: 'canWrite',
      to: 'canwrite',
      line: 17,
      code: 'facts.unknown-key',
      guess: 'canWrite',
    },
    {
      name: 'a state in small letters',
      from: 'APPROVED',
      to: 'approved',
      line: 18,
      code: 'facts.wrong-value',
      guess: 'APPROVED',
    },
    {
      name: 'a type in small letters',
      from: 'login: ben, type: User,',
      to: 'login: ben, type: user,',
      line: 17,
      code: 'facts.wrong-value',
      guess: 'User',
    },
    {
      name: 'a login with @',
      from: 'members: [ ben',
      to: 'members: [ "@ben"',
      line: 28,
      code: 'facts.wrong-value',
      guess: 'ben',
    },
    {
      name: 'a short commit id',
      from: `commit: "${H}"`,
      to: 'commit: abc1234',
      line: 19,
      code: 'facts.wrong-value',
    },
    { name: 'a quoted id', from: 'id: 7', to: 'id: "7"', line: 16, code: 'facts.wrong-value' },
    {
      name: 'an id beyond what a number holds',
      from: 'id: 7',
      to: 'id: 9007199254740993',
      line: 16,
      code: 'facts.wrong-value',
    },
    {
      name: 'no author',
      from: '  author: { id: 1, login: amy, type: User }\n',
      to: '',
      line: 5,
      code: 'facts.missing-key',
    },
    {
      name: 'a list that is empty by nothing',
      from: 'incomplete: []',
      to: 'incomplete:',
      line: 26,
      code: 'facts.wrong-value',
    },
    {
      name: 'an unknown list',
      from: 'incomplete: []',
      to: 'incomplete: [ review ]',
      line: 26,
      code: 'facts.wrong-value',
      guess: 'reviews',
    },
    { name: 'a team without @', from: '"@acme/ops"', to: '"acme/ops"', line: 29, code: 'facts.wrong-value' },
    {
      name: 'a team with both forms',
      from: '{ unreadable',
      to: '{ members: [], unreadable',
      line: 29,
      code: 'facts.wrong-value',
    },
    { name: 'a team twice', from: '"@acme/ops"', to: '"@acme/net"', line: 29, code: 'facts.duplicate' },
  ])('$name', ({ from, to, line, code, guess }) => {
    expect(COMPLETE).toContain(from)
    const found = issues(COMPLETE.replace(from, to), 'revisions')
    expect(found).toEqual([expect.objectContaining({ code, line, path: 'f.yaml', severity: 'high' })])
    expect(found[0]?.suggestion).toBe(guess)
  })

  it('two reviews with one id', () => {
    const again = COMPLETE.replace(
      'labels:',
      `  - { id: 7, by: null, state: DISMISSED, submittedAt: "2026-11-22T09:01:00Z" }\nlabels:`,
    )
    expect(issues(again, 'revisions')).toEqual([
      expect.objectContaining({ code: 'facts.duplicate', line: 21, column: 11 }),
    ])
  })

  it('are all told at once, by place', () => {
    const text = COMPLETE.replace('kind: Facts', 'kind: Fact\nfoo: 1')
      .replace('APPROVED', 'OK')
      .replace('type: User, canWrite: true', 'typ: User, may: true')
      .replace('id: 9,', 'id: -9,')
    expect(issues(text, 'revisions').map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '2 facts.wrong-value',
      '3 facts.unknown-key',
      '18 facts.missing-key',
      '18 facts.unknown-key',
      '18 facts.unknown-key',
      '19 facts.wrong-value',
      '26 facts.wrong-value',
    ])
  })
})

describe('inside another document', () => {
  const text = 'cases:\n  - name: x\n    facts:\n      labels: [ a ]\n      review: []\n'

  it('takes the moment and everything else from outside', () => {
    const [document] = documents(text.replace('      review: []\n', ''))
    const parsed =
      document &&
      parseEmbeddedFacts(document, '/cases/0/facts', 'f.yaml', 'directories', moment('2026-01-01T00:00:00Z'))
    expect(parsed).toMatchObject({
      ok: true,
      value: { labels: ['a'], now: Date.parse('2026-01-01T00:00:00Z') },
    })
  })

  it('places mistakes in the whole', () => {
    const [document] = documents(text)
    const parsed =
      document &&
      parseEmbeddedFacts(document, '/cases/0/facts', 'f.yaml', 'directories', moment('2026-01-01T00:00:00Z'))
    expect(parsed).toMatchObject({ ok: false, error: [{ code: 'facts.unknown-key', line: 5, column: 7 }] })
  })
})

it('has a JSON Schema that says the same', () => {
  const schema = toJsonSchema(FactsSchema, { errorMode: 'ignore', target: 'draft-2020-12' })
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(JSON.stringify(schema)))
  expect(validate(plain(COMPLETE))).toBe(true)
  for (const [from, to] of [
    ['reviews:', 'review:'],
    ['APPROVED', 'OK'],
    ['10:00:00Z', '10:00:00'],
    ['id: 7', 'id: 0'],
  ] as const) {
    expect(validate(plain(COMPLETE.replace(from, to))), to).toBe(false)
  }
})

function plain(text: string): unknown {
  return JSON.parse(
    JSON.stringify(documents(text)[0]?.value, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  )
}

function documents(text: string): readonly Parameters<typeof parseFacts>[0][] {
  const parsed = readYaml(text, 'f.yaml')
  if (!parsed.ok) throw new Error(parsed.error.map((issue) => issue.text).join('\n'))
  return parsed.value
}

function parse(text: string, mode: ComparisonMode): ReturnType<typeof parseFacts> {
  const [document] = documents(text)
  if (document === undefined) throw new Error('no document')
  return parseFacts(document, 'f.yaml', mode)
}

function read(text: string, mode: ComparisonMode): Facts {
  const parsed = parse(text, mode)
  if (!parsed.ok) throw new Error(parsed.error.map((issue) => issue.text).join('\n'))
  return parsed.value
}

function issues(text: string, mode: ComparisonMode): readonly Issue[] {
  const parsed = parse(text, mode)
  return parsed.ok ? [] : parsed.error
}

function moment(text: string): NonNullable<ReturnType<typeof parseInstant>> {
  const parsed = parseInstant(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}

import { describe, expect, it } from 'vitest'
import type { CaseFailure } from '../../../../src/core/decision/cases/check-expectation.ts'
import type { CaseRun } from '../../../../src/core/decision/cases/run-case.ts'
import { deployment, RULE, runOf, SCALED } from './case-world.ts'

function only(spec: string, text: string): CaseRun {
  const [run] = runOf(spec, `name: a\n${text}`).files[0]?.runs ?? []
  if (!run) throw new Error('nothing was run')
  return run
}

function failuresOf(expected: string, spec = RULE, more = ''): readonly CaseFailure[] {
  return only(spec, `${SCALED}\n${more}\nexpect: ${expected}`).failures
}

describe('an expectation that holds', () => {
  it.each([
    { name: 'the outcome', expected: '{ outcome: hold }' },
    { name: 'verbs, in any order', expected: '{ verbs: [scale] }' },
    { name: 'a finding', expected: '{ findings: [{ rule: acme.down }] }' },
    { name: 'its severity', expected: '{ findings: [{ rule: acme.down, severity: high }] }' },
    {
      name: 'its message',
      expected: '{ findings: [{ rule: acme.down, message: Deployment shop/web loses replicas }] }',
    },
    { name: 'its message by a pattern', expected: '{ findings: [{ rule: acme.down, message: "*web*" }] }' },
    {
      name: 'an approval by whoever owns the file',
      expected: '{ requirements: [{ kind: approval, from: [codeowners], count: 1, verdict: unmet }] }',
    },
    { name: 'an approval by name', expected: '{ requirements: [{ kind: approval, from: ["@CodeOwner"] }] }' },
    { name: 'a window', expected: '{ requirements: [{ kind: window, max: 4h, openedBy: ["@codeowner"] }] }' },
  ])('$name', ({ expected }) => {
    expect(failuresOf(expected)).toEqual([])
  })
})

describe('an expectation that does not hold', () => {
  it.each([
    {
      name: 'the outcome',
      expected: '{ outcome: allow }',
      failure: { code: 'outcome', expected: 'allow', seen: 'hold' },
    },
    {
      name: 'a verb too many',
      expected: '{ verbs: [scale, patch] }',
      failure: { code: 'verbs', seen: ['scale'] },
    },
    {
      name: 'a verb too few',
      expected: '{ verbs: [] }',
      failure: { code: 'verbs', expected: [], seen: ['scale'] },
    },
    {
      name: 'another severity',
      expected: '{ findings: [{ rule: acme.down, severity: low }] }',
      failure: { code: 'finding-differs', seen: [{ severity: 'high' }] },
    },
    {
      name: 'another message',
      expected: '{ findings: [{ rule: acme.down, message: web loses replicas }] }',
      failure: { code: 'finding-differs', seen: [{ message: 'Deployment shop/web loses replicas' }] },
    },
    {
      name: 'a finding that must not be',
      expected: '{ not: [acme.down] }',
      failure: { code: 'finding-unwanted', rule: 'acme.down', seen: [{ rule: 'acme.down' }] },
    },
    {
      name: 'more people than are asked',
      expected: '{ requirements: [{ kind: approval, count: 2 }] }',
      failure: { code: 'requirement-missing', seen: [{ kind: 'approval' }] },
    },
    {
      name: 'other people',
      expected: '{ requirements: [{ kind: approval, from: ["@codeowner", "@acme/sre"] }] }',
      failure: { code: 'requirement-missing' },
    },
    {
      name: 'a longer window',
      expected: '{ requirements: [{ kind: window, max: 5h }] }',
      failure: { code: 'requirement-missing', seen: [{ kind: 'window' }] },
    },
    {
      name: 'other openers',
      expected: '{ requirements: [{ kind: window, openedBy: ["@acme/sre"] }] }',
      failure: { code: 'requirement-missing' },
    },
    {
      name: 'another verdict',
      expected: '{ requirements: [{ kind: approval, verdict: met }] }',
      failure: { code: 'requirement-missing' },
    },
  ])('$name', ({ expected, failure }) => {
    expect(failuresOf(expected)).toMatchObject([failure])
  })

  it('is told at its place, all of them at once', () => {
    const failures = failuresOf('{ outcome: deny, verbs: [delete], not: [acme.down] }')
    expect(failures.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['outcome', 9, 24],
      ['verbs', 9, 37],
      ['finding-unwanted', 9, 53],
    ])
  })

  it('is a rule that could not be evaluated, unless that is what is expected', () => {
    const spec = `${RULE}\n  - { id: acme.bad, when: object.spec.nope > 1, severity: low, message: m }`
    expect(failuresOf('{ findings: [{ rule: acme.bad }] }', spec)).toMatchObject([
      { code: 'finding-differs', seen: [{ rule: 'acme.bad', severity: 'high' }] },
    ])
    const expected =
      '{ findings: [{ rule: acme.bad, severity: high, message: "*could not be evaluated*ask has() first." }] }'
    expect(failuresOf(expected, spec)).toEqual([])
  })

  it('says why a rule found nothing', () => {
    const spec = `${RULE}\n  - { id: acme.up, change: [{ path: spec.replicas, op: increased }], severity: low, message: m }`
    expect(failuresOf('{ findings: [{ rule: acme.up }] }', spec)).toMatchObject([
      { code: 'finding-missing', miss: { kind: 'no-change', tests: [{ op: 'increased' }] } },
    ])
  })

  it('says that a rule is switched off', () => {
    const spec = `${RULE}\noverrides: [{ rule: acme.down, enabled: false }]`
    expect(failuresOf('{ findings: [{ rule: acme.down }] }', spec)).toMatchObject([
      { code: 'finding-missing', miss: null },
    ])
    expect(failuresOf('{ outcome: allow, not: [acme.down] }', spec)).toEqual([])
  })
})

const FACTS = `facts:
  pullRequest: { number: 1, author: { id: 9, login: amy, type: User } }
  reviews: [{ id: 1, by: { id: 1, login: codeowner, type: User, canWrite: true }, state: APPROVED, submittedAt: "2026-01-05T11:00:00Z" }]
  labels: [deploy-window/2h]
  labelEvents: [{ event: labeled, label: deploy-window/2h, by: { id: 1, login: codeowner, type: User }, at: "2026-01-05T11:30:00Z" }]`

describe('facts', () => {
  it('decide', () => {
    expect(
      failuresOf('{ outcome: allow, requirements: [{ kind: window, verdict: met }] }', RULE, FACTS),
    ).toEqual([])
  })

  it('say when it is', () => {
    expect(failuresOf('{ outcome: hold }', RULE, `${FACTS}\n  now: "2026-01-05T13:30:00Z"`)).toEqual([])
    expect(failuresOf('{ outcome: hold }', RULE, FACTS)).toMatchObject([{ seen: 'allow' }])
  })

  it('end an exception', () => {
    const spec = `${RULE}\nexceptions: [{ rule: acme.down, until: "2026-01-31", owner: "@amy", reason: r }]`
    expect(failuresOf('{ outcome: allow }', spec)).toEqual([])
    expect(failuresOf('{ outcome: hold }', spec, 'facts: { now: "2026-02-01T00:00:00Z" }')).toEqual([])
  })

  it('of an approval on another commit cover nothing', () => {
    const stale = FACTS.replace('state: APPROVED', `commit: "${'a'.repeat(40)}", state: APPROVED`)
    expect(failuresOf('{ outcome: hold }', RULE, stale)).toEqual([])
  })
})

describe('owners', () => {
  it('are those of "codeowners"', () => {
    const owners = 'codeowners: |\n  * @acme/all\n  /apps/ @acme/apps'
    expect(failuresOf('{ requirements: [{ kind: approval, from: ["@acme/apps"] }] }', RULE, owners)).toEqual(
      [],
    )
  })

  it('are those of a CODEOWNERS before, not of one that comes', () => {
    const side = (replicas: number): string => `a.yaml: ${JSON.stringify(deployment(replicas))}`
    const run = only(
      RULE,
      `files:\n  before: { CODEOWNERS: "* @old", ${side(3)} }\n  after: { CODEOWNERS: "* @new", ${side(1)} }\nexpect: { requirements: [{ kind: approval, from: ["@old"] }] }`,
    )
    expect(run.failures).toEqual([])
  })

  it('are nobody where a line that GitHub skips was probably meant', () => {
    const side = (replicas: number): string => `a.yaml: ${JSON.stringify(deployment(replicas))}`
    const run = only(
      RULE,
      `files:\n  before: { CODEOWNERS: "* @old\\n/a.yaml nobody", ${side(3)} }\n  after: { CODEOWNERS: "* @old\\n/a.yaml nobody", ${side(1)} }\nexpect: { requirements: [{ kind: approval, from: [] }] }`,
    )
    expect(run.failures).toEqual([])
  })

  it('may be nobody', () => {
    expect(
      failuresOf('{ requirements: [{ kind: approval, from: [] }] }', RULE, 'codeowners: "/x @a"'),
    ).toEqual([])
  })
})

const WINDOWS = `${RULE}
windows:
  - { name: friday, kind: deny, schedule: "0 17 * * 5", duration: 63h, timeZone: Europe/Paris }
  - { name: office, kind: allow, schedule: "0 9 * * MON-FRI", duration: 8h, timeZone: Europe/Paris }`

describe('recurring windows', () => {
  const asked = (windows: string, verdict: string): string =>
    `{ requirements: [{ kind: window, windows: [${windows}], verdict: ${verdict} }] }`

  it('are open or closed at the time of the case', () => {
    expect(failuresOf(asked('office', 'met'), WINDOWS)).toEqual([])
    const saturday = 'facts: { now: "2026-01-10T12:00:00Z" }'
    expect(failuresOf(asked('friday', 'unmet'), WINDOWS, saturday)).toEqual([])
    expect(failuresOf(asked('office', 'unmet'), WINDOWS, saturday)).toEqual([])
  })

  it.each([
    { name: 'that are not asked', expected: asked('office, friday', 'met') },
    { name: 'that answer something else', expected: asked('office', 'unmet') },
  ])('$name fail', ({ expected }) => {
    expect(failuresOf(expected, WINDOWS)).toMatchObject([{ code: 'requirement-missing' }])
  })
})

const ENVIRONMENTS = `${RULE}
environments:
  - { name: production, cluster: eu, paths: ["prod/**"], requirements: { high: { approvals: [{ from: ["@acme/sre"] }] } } }
  - { name: staging, paths: ["apps/**"], maxSeverity: low }`

describe('the environment', () => {
  it('is where the path says', () => {
    expect(
      failuresOf('{ outcome: allow, findings: [{ rule: acme.down, severity: low }] }', ENVIRONMENTS),
    ).toEqual([])
    expect(failuresOf('{ outcome: hold }', ENVIRONMENTS, 'path: prod/a.yaml')).toEqual([])
  })

  it('is where the case says, with all that belongs to it', () => {
    const expected =
      '{ findings: [{ rule: acme.down, severity: high }], requirements: [{ kind: approval, from: ["@acme/sre"] }] }'
    const run = only(ENVIRONMENTS, `${SCALED}\nenvironment: production\nexpect: ${expected}`)
    expect(run.failures).toEqual([])
    expect(run.decision.changes.changes[0]).toMatchObject({ environment: 'production', cluster: 'eu' })
  })

  it('may have any name when the policy defines none', () => {
    const spec = RULE.replace('match: {', 'match: { environments: [prod-*],')
    expect(failuresOf('{ findings: [{ rule: acme.down }] }', spec, 'environment: prod-eu')).toEqual([])
    expect(failuresOf('{ not: [acme.down] }', spec)).toEqual([])
  })
})

describe('manifests', () => {
  const LIMITED = `${RULE}\nmanifests: { include: ["clusters/**"] }`
  it('are in the file that nobody named, whatever the policy includes', () => {
    expect(failuresOf('{ findings: [{ rule: acme.down }] }', LIMITED)).toEqual([])
  })

  it('are only where the policy says when the file is named', () => {
    expect(failuresOf('{ not: [acme.down] }', LIMITED, 'path: apps/web.yaml')).toEqual([])
    expect(failuresOf('{ findings: [{ rule: acme.down }] }', LIMITED, 'path: apps/web.yaml')).toMatchObject([
      { miss: { kind: 'no-subject', skipped: ['apps/web.yaml'] } },
    ])
  })
})

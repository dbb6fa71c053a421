import { describe, expect, it } from 'vitest'

import type { Finding } from '../../../src/core/model/finding.ts'
import { formatDuration } from '../../../src/core/model/instant.ts'
import type { Severity } from '../../../src/core/model/severity.ts'
import { requirementsOf } from '../../../src/core/policy/requirements-of.ts'
import { aPolicy } from '../../support/policy.ts'

const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'a.yaml': ['@acme/a'],
  'also-a.yaml': ['@ACME/A'],
  'b.yaml': ['@acme/b', '@ben'],
}

/** What is asked, one line each. */
function asked(spec: string, findings: readonly Finding[]): readonly string[] {
  const policy = aPolicy(`extends: []\n${spec}`)
  return requirementsOf(policy, findings, (path) => OWNERS[path] ?? []).map((requirement) => {
    const rules = requirement.findings.map(({ rule }) => rule).join('+')
    const about = `for ${rules} in ${requirement.paths.join('+')}`
    if (requirement.kind === 'window') {
      const length = `${formatDuration(requirement.max)}, ahead ${formatDuration(requirement.bookAhead)}`
      return `window ${length} by ${requirement.openers.join('|')} ${about}`
    }
    const marks = [
      requirement.strict ? 'strict' : '',
      requirement.excludeCommitters ? 'no committers' : '',
      requirement.distinct === null ? '' : `distinct ${requirement.distinct}`,
      requirement.unowned.length > 0 ? `unowned ${requirement.unowned.join('+')}` : '',
    ].filter((mark) => mark !== '')
    return `${String(requirement.count)} of ${requirement.from.join('|')} ${about}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  })
}

function finding(rule: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  const path = more.path ?? 'a.yaml'
  return {
    rule,
    severity,
    effect: 'require',
    message: 'm',
    why: '',
    references: [],
    object: null,
    environment: null,
    cluster: null,
    path,
    line: 1,
    pointer: null,
    paths: [path],
    subject: { kind: 'file', path },
    narrows: false,
    exception: null,
    ...more,
  }
}

describe('without requirements', () => {
  it.each([
    ['low', []],
    ['medium', ['1 of @acme/a for r in a.yaml']],
    [
      'high',
      ['1 of @acme/a for r in a.yaml (no committers)', 'window 4h, ahead 7d by @acme/a for r in a.yaml'],
    ],
    [
      'critical',
      ['2 of @acme/a for r in a.yaml (no committers)', 'window 1h, ahead 7d by @acme/a for r in a.yaml'],
    ],
  ] as const)('%s needs the default', (severity, want) => {
    expect(asked('', [finding('r', severity)])).toEqual(want)
  })

  it.each([
    ['a notice', { effect: 'notice' }],
    ['a refusal', { effect: 'deny' }],
    ['an exception', { exception: { owner: 'a', until: '2027-01-01', reason: 'b' } }],
  ] as const)('%s asks for nothing', (_, more) => {
    expect(asked('', [finding('r', 'critical', more)])).toEqual([])
  })

  it('keeps the defaults of severities that a policy does not name', () => {
    expect(asked('requirements: { critical: {} }', [finding('r', 'medium')])).toHaveLength(1)
    expect(asked('requirements: { critical: {} }', [finding('r', 'critical')])).toEqual([])
  })
})

describe('owners', () => {
  const MEDIUM = 'requirements: { medium: { approvals: [{ from: [codeowners] }] } }'
  it('asks the owners of each path, once for the same owners', () => {
    expect(
      asked(MEDIUM, [
        finding('r', 'medium'),
        finding('s', 'medium'),
        finding('r', 'medium', { path: 'also-a.yaml' }),
        finding('r', 'medium', { path: 'b.yaml' }),
      ]),
    ).toEqual(['1 of @acme/a for r+s+r in a.yaml+also-a.yaml', '1 of @acme/b|@ben for r in b.yaml'])
  })

  it('asks for both places of a moved object, each by itself', () => {
    const moved = finding('r', 'medium', { path: 'b.yaml', paths: ['b.yaml', 'a.yaml'] })
    expect(asked(MEDIUM, [moved])).toEqual([
      '1 of @acme/b|@ben for r in b.yaml',
      '1 of @acme/a for r in a.yaml',
    ])
  })

  it('says which paths nobody owns, and asks the fallback', () => {
    const lost = finding('r', 'medium', { path: 'lost.yaml' })
    expect(asked(MEDIUM, [lost])).toEqual(['1 of  for r in lost.yaml (unowned lost.yaml)'])
    expect(asked(`${MEDIUM}\nowners: { fallback: ["@acme/all"] }`, [lost])).toEqual([
      '1 of @acme/all for r in lost.yaml',
    ])
  })

  it('joins the sources of one entry, and says so when one of them is nobody', () => {
    const mixed = MEDIUM.replace('[codeowners]', '["@ben", codeowners, "@acme/sec"]')
    expect(asked(mixed, [finding('r', 'medium', { path: 'b.yaml' })])).toEqual([
      '1 of @ben|@acme/b|@acme/sec for r in b.yaml',
    ])
    expect(asked(mixed, [finding('r', 'medium', { path: 'lost.yaml' })])).toEqual([
      '1 of @ben|@acme/sec for r in lost.yaml (unowned lost.yaml)',
    ])
  })

  it('an empty from is nobody, which is not for want of an owner', () => {
    expect(asked('requirements: { low: { approvals: [{ from: [] }] } }', [finding('r', 'low')])).toEqual([
      '1 of  for r in a.yaml',
    ])
  })
})

describe('entries', () => {
  it('keeps two entries apart, even with the same owners', () => {
    const spec = 'requirements: { medium: { approvals: [{ from: ["@a"] }, { from: ["@a"], strict: true }] } }'
    expect(asked(spec, [finding('r', 'medium')])).toEqual([
      '1 of @a for r in a.yaml',
      '1 of @a for r in a.yaml (strict)',
    ])
  })

  it('keeps severities apart and excludes committers by severity, unless told otherwise', () => {
    const spec = `requirements:
  medium: { approvals: [{ from: ["@bob"] }, { from: ["@eve"], excludeCommitters: true }] }
  critical: { approvals: [{ from: ["@bob"] }, { from: ["@eve"], excludeCommitters: false }] }`
    expect(asked(spec, [finding('r', 'medium'), finding('s', 'critical')])).toEqual([
      '1 of @bob for r in a.yaml',
      '1 of @eve for r in a.yaml (no committers)',
      '1 of @bob for s in a.yaml (no committers)',
      '1 of @eve for s in a.yaml',
    ])
  })

  it('names the requirements that one person serves once', () => {
    const spec = 'requirements: { high: { approvals: [{ from: ["@a"] }, { from: ["@b"] }], distinct: true } }'
    expect(asked(spec, [finding('r', 'high')])).toEqual([
      '1 of @a for r in a.yaml (no committers, distinct requirements.high)',
      '1 of @b for r in a.yaml (no committers, distinct requirements.high)',
    ])
  })
})

const windowed = (more: string): string =>
  `requirements: { low: { approvals: [{ from: [codeowners] }, { from: ["@sec"] }], window: { max: 30m${more} } } }`

describe('windows', () => {
  it('may be opened by whoever could give an approval', () => {
    expect(asked(windowed(''), [finding('r', 'low')])).toContain(
      'window 30m, ahead 7d by @acme/a|@sec for r in a.yaml',
    )
  })
  it('or by those whom the policy names', () => {
    expect(asked(windowed(', openedBy: ["@sre"], bookAhead: 1d'), [finding('r', 'low')])).toContain(
      'window 30m, ahead 1d by @sre for r in a.yaml',
    )
  })
  it('are asked once for the same openers', () => {
    const findings = [finding('r', 'low'), finding('s', 'low', { path: 'b.yaml' })]
    expect(asked(windowed(''), findings).filter((line) => line.startsWith('window'))).toHaveLength(2)
    expect(asked(windowed(', openedBy: ["@sre"]'), findings)).toContain(
      'window 30m, ahead 7d by @sre for r+s in a.yaml+b.yaml',
    )
  })
})

describe('environments', () => {
  const SPEC = `environments:
  - { name: production, paths: ["**"], requirements: { medium: { approvals: [{ from: ["@prod"] }], window: { max: 1h } } } }
requirements: { medium: { approvals: [{ from: ["@a"] }, { from: ["@b"] }] }, low: { approvals: [{ from: ["@c"] }] } }`
  it('replace a severity whole', () => {
    expect(asked(SPEC, [finding('r', 'medium', { environment: 'production' })])).toEqual([
      '1 of @prod for r in a.yaml',
      'window 1h, ahead 7d by @prod for r in a.yaml',
    ])
  })
  it('leave the others as they are', () => {
    expect(asked(SPEC, [finding('r', 'low', { environment: 'production' })])).toEqual([
      '1 of @c for r in a.yaml',
    ])
    expect(asked(SPEC, [finding('r', 'medium', { environment: 'other' })])).toHaveLength(2)
  })
})

import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import type { Decision } from '../../../src/core/decision/decision.ts'
import type { FileVersion } from '../../../src/core/model/changed-file.ts'
import type { FileChange } from '../../../src/core/model/change.ts'
import { findRisks } from '../../../src/core/policy/judge/find-risks.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import { annotations } from '../../../src/core/report/annotations.ts'
import { aDecision, aFinding, at } from '../../support/decision.ts'

const LOADED = loadPolicy(builtinPolicy('recommended') ?? [], builtinPolicy)

function version(text: string | null): FileVersion | null {
  return text === null ? null : { kind: 'file', id: text, bytes: new TextEncoder().encode(text) }
}

/** A hold on what becomes of one file. */
function holdOn(path: string, base: string | null, head: string | null): Decision {
  if (!LOADED.ok) throw new Error('the builtin policy does not load')
  const changes = compareFiles([{ path, base: version(base), head: version(head) }], LOADED.value)
  const findings = findRisks(LOADED.value, changes, null, at('2026-11-22T10:00:00Z'))
  return aDecision({ changes, findings, issues: changes.issues })
}

function placesOf(decision: Decision): readonly string[] {
  return annotations(decision).map(
    ({ file, line, title }) => `${title} ${file ?? '-'}:${String(line ?? '-')}`,
  )
}

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
`
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example.com/web:1" }] }
`

describe('an annotation', () => {
  it('stands at the line of the finding, and says what and why', () => {
    expect(annotations(aDecision())).toEqual([
      {
        level: 'error',
        file: 'prod/ingress.yaml',
        line: 9,
        title: 'high: ingress.host.added',
        message: 'Ingress shop/web opens admin.example.com. Anyone can reach it.',
      },
    ])
  })

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
  ] as const)('of %s is of the level %s', (severity, level) => {
    const findings = [aFinding({ severity })]
    expect(annotations(aDecision({ findings })).map((one) => one.level)).toEqual([level])
    expect(annotations(aDecision({ findings, outcome: 'deny' })).map((one) => one.level)).toEqual([level])
  })

  it('is only a notice, and last, where the finding is waived or asks for nothing', () => {
    const exception = { owner: 'amy', until: '2026-12-01', reason: 'known' }
    const findings = [
      aFinding({ severity: 'critical', exception, rule: 'waived' }),
      aFinding({ severity: 'high', effect: 'notice', rule: 'seen' }),
      aFinding({ severity: 'medium', rule: 'asked' }),
    ]
    expect(annotations(aDecision({ findings })).map(({ level, title }) => `${level} ${title}`)).toEqual([
      'warning medium: asked',
      'notice critical: waived',
      'notice high: seen',
    ])
  })

  it('is not made of an allow', () => {
    expect(annotations(aDecision({ outcome: 'allow' }))).toEqual([])
  })
})

describe('the line is one of the head', () => {
  it('of a changed field', () => {
    const decision = holdOn('prod/web.yaml', DEPLOYMENT, DEPLOYMENT.replace('replicas: 3', 'replicas: 0'))
    expect(placesOf(decision)).toContain('high: workload.replicas.zero prod/web.yaml:5')
  })

  it('and none for an object that is deleted from a file that stays', () => {
    const decision = holdOn('prod/web.yaml', `${SERVICE}---\n${DEPLOYMENT}`, SERVICE)
    const places = placesOf(decision)
    expect(places.length).toBeGreaterThan(0)
    expect(places.every((place) => place.endsWith(' prod/web.yaml:-'))).toBe(true)
  })

  it('and of a file that is deleted there is no file: the message names it', () => {
    const decision = holdOn('prod/web.yaml', DEPLOYMENT, null)
    const [first] = annotations(decision)
    expect(first).toMatchObject({ file: null, line: null, message: expect.stringContaining('prod/web.yaml') })
  })

  it('of a file that cannot be read any more, once', () => {
    const broken = DEPLOYMENT.replace('  replicas: 3\n', '  replicas: 3\n  replicas: 0\n')
    expect(placesOf(holdOn('prod/web.yaml', DEPLOYMENT, broken))).toEqual([
      'high: file.unparseable prod/web.yaml:6',
    ])
  })

  it('and none where only the version that is merged into cannot be read', () => {
    const broken = SERVICE.replace('  selector: { app: web }\n', '  selector: { app: web }\n  selector: {}\n')
    const places = placesOf(holdOn('prod/web.yaml', broken, SERVICE))
    expect(places).toContain('high: file.unparseable prod/web.yaml:-')
  })

  it.each([
    { op: 'remove', path: '/tls', line: '-' },
    { op: 'remove', path: '/tls/enabled', line: '-' },
    { op: 'remove', path: '/tl', line: '4' },
    { op: 'add', path: '/tls', line: '4' },
  ] as const)('of a setting: $op $path', ({ op, path, line }) => {
    const file: FileChange = {
      path: 'values.yaml',
      operation: 'UPDATE',
      content: 'file:1',
      rewritten: false,
      role: null,
      fields: [{ op, path, line: 4, redacted: false }],
    }
    const finding = aFinding({
      rule: 'values',
      path: 'values.yaml',
      subject: { kind: 'file', path: 'values.yaml' },
      pointer: '/tls/enabled',
      line: 4,
    })
    const { changes } = aDecision()
    const decision = aDecision({ findings: [finding], changes: { ...changes, files: [file] } })
    expect(placesOf(decision)).toEqual([`high: values values.yaml:${line}`])
  })

  it('and none of a policy: it is read from the base', () => {
    const issue = {
      code: 'policy.unknown-key',
      severity: 'high',
      path: '.github/drawbridge.yaml',
      line: 4,
      column: 1,
      text: 'There is no key "requirement".',
    } as const
    expect(annotations(aDecision({ outcome: 'error', findings: [], issues: [issue] }))).toEqual([
      {
        level: 'error',
        file: null,
        line: null,
        title: 'high: policy.unknown-key',
        message: '.github/drawbridge.yaml:4: There is no key "requirement".',
      },
    ])
  })
})

describe('the ten worst', () => {
  it('are chosen by severity, then what happens least often', () => {
    const many = Array.from({ length: 3000 }, (_, index) => {
      const path = `prod/${String(index)}.yaml`
      return aFinding({ rule: 'common', path, subject: { kind: 'file', path }, object: null })
    })
    const rare = aFinding({ rule: 'rare', path: 'z.yaml', subject: { kind: 'file', path: 'z.yaml' } })
    const worst = aFinding({ rule: 'worst', severity: 'critical', path: 'y.yaml' })
    const titles = annotations(aDecision({ findings: [...many, rare, worst] })).map(({ title }) => title)
    expect(titles).toHaveLength(10)
    expect(titles.slice(0, 3)).toEqual(['critical: worst', 'high: rare', 'high: common'])
  })

  it('are told each once', () => {
    expect(annotations(aDecision({ findings: [aFinding(), aFinding()] }))).toHaveLength(1)
  })

  it('keep to what GitHub takes, however long and strange the texts are', () => {
    const findings = [aFinding({ rule: '\u{1F6A8}'.repeat(400), why: '\u{1F6A8}\u202E\r\n'.repeat(4000) })]
    const [{ title, message } = { title: '', message: '' }] = annotations(aDecision({ findings }))
    expect(Array.from(title).length).toBeLessThanOrEqual(255)
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(4096)
    expect(`${title}${message}`).not.toMatch(/[\u202E\r\n]/)
  })
})

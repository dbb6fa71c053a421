import { beforeAll, describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import type { Decision } from '../../../src/core/decision/decision.ts'
import type { FileVersion } from '../../../src/core/model/changed-file.ts'
import { findRisks } from '../../../src/core/policy/judge/find-risks.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import { annotations } from '../../../src/core/report/annotations.ts'
import { renderComment, renderSummary } from '../../../src/core/report/markdown-report.ts'
import { renderStatus } from '../../../src/core/report/status.ts'
import { COMMENT_MARKER } from '../../../src/gate/ports/comments.ts'
import {
  aDecision,
  aMissingApproval,
  aMissingWindow,
  anApprovalRequirement,
  at,
  aWindowRequirement,
} from '../../support/decision.ts'

const FILES = 3000
/** Right to left, an override of the direction, a family of emoji, a mark that formats, and what grows when it is escaped. */
const STRANGE = '\u05E9\u05DC\u05D5\u05DD\u202E\u{1F469}\u200D\u{1F469}\u200D\u{1F467}|`&@everyone'

function version(text: string): FileVersion {
  return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) }
}

function deployment(name: string, replicas: number): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', annotations: { note: `${STRANGE.repeat(9)}${String(replicas)}` } },
    spec: { replicas, selector: {}, template: {} },
  })
}

/** A path of 200 characters of which no two are alike. */
function pathOf(index: number): string {
  const end = `/${String(index)}.yaml`
  return STRANGE.repeat(20).slice(0, 200 - end.length) + end
}

let held: Decision
beforeAll(() => {
  const loaded = loadPolicy(builtinPolicy('recommended') ?? [], builtinPolicy)
  if (!loaded.ok) throw new Error('the builtin policy does not load')
  const files = Array.from({ length: FILES }, (_, index) => ({
    path: pathOf(index),
    base: version(deployment(`${STRANGE}${String(index)}`, 3)),
    head: version(deployment(`${STRANGE}${String(index)}`, 0)),
  }))
  const changes = compareFiles(files, loaded.value)
  const findings = findRisks(loaded.value, changes, null, at('2026-11-22T10:00:00Z'))
  const needs = { findings, paths: findings.map(({ path }) => path) }
  // A requirement for each owner, as when each folder has another.
  const approvals = Array.from({ length: 300 }, (_, index) => {
    const from = [`@acme/${'team'.repeat(20)}-${String(index)}`]
    return aMissingApproval({
      requirement: anApprovalRequirement({ ...needs, from, entry: String(index) }),
      candidates: from,
    })
  })
  const window = aMissingWindow({ requirement: aWindowRequirement(needs) })
  held = aDecision({ changes, findings, issues: changes.issues, verdicts: [...approvals, window] })
})

function each(): readonly Decision[] {
  const denied = held.findings.map((finding) => ({ ...finding, effect: 'deny' }) as const)
  const reason = STRANGE.repeat(40)
  const excepted = held.findings.map((finding, index) => ({
    ...finding,
    exception: { owner: 'amy', until: '2026-12-01', reason: `${reason}${String(index)}` },
  }))
  return [
    held,
    { ...held, outcome: 'deny', findings: denied },
    { ...held, findings: excepted },
    { ...held, outcome: 'allow', expiresAt: at('2026-11-22T12:00:00Z') },
    aDecision({ outcome: 'error', obstacles: [{ code: 'unreadable', text: STRANGE.repeat(9000) }] }),
    aDecision({
      outcome: 'hold',
      obstacles: [{ code: 'conflict', paths: held.findings.map(({ path }) => path) }],
    }),
  ]
}

describe('three thousand findings with strange names and long paths', () => {
  it('are there', () => {
    expect(held.findings.length).toBeGreaterThanOrEqual(FILES)
  })

  it('fit into a status', () => {
    for (const decision of each()) expect(Array.from(renderStatus(decision)).length).toBeLessThanOrEqual(140)
  })

  it('fit into a comment', () => {
    for (const decision of each())
      expect(`${COMMENT_MARKER}\n${renderComment(decision) ?? ''}`.length).toBeLessThanOrEqual(65_536)
  })

  it('fit into a job summary', () => {
    for (const decision of each())
      expect(Buffer.byteLength(renderSummary(decision))).toBeLessThanOrEqual(1024 * 1024)
  })

  it('are shown in a comment worst first, and what is left out is counted', () => {
    const comment = renderComment(held) ?? ''
    const [heading, next] = comment.split('\n')
    expect(heading).toMatch(/^### Waiting for /)
    expect(next).toMatch(/^\*\*Next:\*\* /)
    expect(comment).toContain('| risk | would change | where |\n')
    expect(comment).toContain(`And ${String(FILES - 10)} more changes: `)
    expect(comment).toMatch(/And \d+ more requirements\./)
    expect(comment).toMatch(/- and \d+ more\n\n<\/details>/)
  })

  it('are cut where there is no room, and it is told how much', () => {
    const [, , excepted = held] = each()
    const comment = renderComment(excepted) ?? ''
    const left = 'Left out here for want of room: Evidence. The full report is in the job summary.\n'
    expect(comment.endsWith(`\n\n</details>\n\n${left}`)).toBe(true)
    const shown = comment.match(/^- .*`\/(?:spec\/replicas|metadata\/annotations\/note)`: /gm)?.length ?? 0
    expect(shown).toBeGreaterThan(10)
    expect(comment).toContain(`\n- and ${String(2 * FILES - shown)} more\n`)
    expect(comment).toContain('- and 2980 more')
  })

  it('are marked ten at most', () => {
    for (const decision of each()) expect(annotations(decision).length).toBeLessThanOrEqual(10)
    expect(annotations(held)).toHaveLength(10)
  })
})

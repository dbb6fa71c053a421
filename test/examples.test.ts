import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { main } from '../src/cli/main.ts'

const FOLDER = 'examples/shop/pull-requests'
const REPOSITORY = 'examples/shop/repository'
const UPDATE = process.env['UPDATE_GOLDEN'] === '1'

const OUTCOMES: Readonly<Record<string, { readonly outcome: string; readonly rules: readonly string[] }>> = {
  '01-nothing-risky': { outcome: 'allow', rules: [] },
  '02-host-added': { outcome: 'hold', rules: ['ingress.host.added'] },
  '03-tls-removed': { outcome: 'hold', rules: ['ingress.tls.removed'] },
  '04-scaled-to-zero': { outcome: 'hold', rules: ['workload.replicas.zero', 'acme.payments.below-three'] },
  '05-cluster-admin-bound': { outcome: 'hold', rules: ['rbac.binding.cluster-admin'] },
  '06-namespace-deleted': { outcome: 'hold', rules: ['namespace.deleted'] },
  '07-formatting-only': { outcome: 'allow', rules: [] },
  '08-policy-weakened': { outcome: 'hold', rules: ['gate.policy-changed', 'ingress.host.added'] },
  '09-host-added-and-approved': { outcome: 'allow', rules: ['ingress.host.added'] },
  '10-key-written-twice': { outcome: 'hold', rules: ['file.unparseable'] },
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const folder = join(FOLDER, name)

  it.each([
    { format: 'json', file: 'decision.json' },
    { format: 'markdown', file: 'report.md' },
    { format: 'text', file: 'terminal.txt' },
  ])('gives $file', async ({ format, file }) => {
    const got = await check(folder, format)
    const path = join(folder, 'expected', file)
    if (UPDATE) writeFileSync(path, got.stdout)
    expect(got.stderr).toBe('')
    expect(got.stdout).toBe(readFileSync(path, 'utf8'))
    expect(got.exitCode).toBe(OUTCOMES[name]?.outcome === 'allow' ? 0 : 1)
  })

  it('is decided as its name says', async () => {
    const decision = JSON.parse((await check(folder, 'json')).stdout)
    expect(decision.outcome).toBe(OUTCOMES[name]?.outcome)
    const rules = decision.findings.map(({ rule }: { readonly rule: string }) => rule)
    expect(rules).toEqual(expect.arrayContaining([...(OUTCOMES[name]?.rules ?? ['a rule to be expected'])]))
  })

  it('begins as the repository is', () => {
    const before = join(folder, 'before')
    for (const entry of readdirSync(before, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name).slice(before.length + 1)
      expect(existsSync(join(REPOSITORY, path)), path).toBe(true)
      expect(readFileSync(join(before, path), 'utf8'), path).toBe(
        readFileSync(join(REPOSITORY, path), 'utf8'),
      )
    }
  })
})

async function check(
  folder: string,
  format: string,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number }> {
  const out: string[] = []
  const errors: string[] = []
  const exitCode = await main(
    [
      'check',
      join(folder, 'before'),
      join(folder, 'after'),
      '--facts',
      join(folder, 'facts.yaml'),
      '--format',
      format,
    ],
    {
      print: (text) => out.push(text),
      tell: (text) => errors.push(text),
      isTerminal: false,
      tellsTerminal: false,
      environment: {},
      clock: () => 0,
    },
  )
  return { stdout: out.join(''), stderr: errors.join(''), exitCode }
}

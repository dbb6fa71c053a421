import { describe, expect, it } from 'vitest'

import { builtinNames, packFile } from '../../../src/adapters/files/builtin-policies.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import { makePack } from '../../../src/core/policy/make-pack.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import type { PolicyPack, PolicySource } from '../../../src/core/policy/policy-source.ts'

const LOCKED = ['gate', 'files']
const OWN: PolicySource = {
  path: 'policy.yaml',
  builtin: false,
  text: `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: own }
spec:
  extends: [builtin:recommended]
  overrides: [{ rule: ingress.host.added, severity: critical }]
`,
}

const fromFiles = shelf(packFile)
const fromPacks = shelf((name) => packNamed(name))

describe('a pack', () => {
  it.each(builtinNames())('%s loads as its file does', (name) => {
    const byFile = load([packFile(name)], fromFiles)
    expect(comparable(load([packNamed(name)], fromPacks))).toEqual(comparable(byFile))
    expect(byFile.digest).toMatch(/^sha256:[\da-f]{64}$/)
  })

  it('that a repository extends gives what its file gives', () => {
    const byPacks = load([OWN], fromPacks)
    expect(comparable(byPacks)).toEqual(comparable(load([OWN], fromFiles)))
    expect(byPacks.rules.find(({ id }) => id === 'ingress.host.added')?.severity).toBe('critical')
    expect(byPacks.rules.filter(({ locked }) => locked).length).toBeGreaterThan(0)
  })

  it('has another digest as soon as it says something else', () => {
    const file = packFile('ingress')
    const louder = file.text.replace('severity: high', 'severity: low')
    const changed = makePack({ ...file, text: louder })
    expect(louder).not.toBe(file.text)
    expect(changed.ok && changed.value.documents[0]?.digest).not.toBe(
      packNamed('ingress').documents[0]?.digest,
    )
  })

  it.each([
    { name: 'that is no YAML', text: 'spec: [' },
    {
      name: 'of a wrong shape',
      text: packFile('gate').text.replace('severity: critical', 'severity: severe'),
    },
  ])('$name is not made', ({ text }) => {
    expect(makePack({ path: 'builtin:gate', builtin: true, text }).ok).toBe(false)
  })

  it('stands with its mistakes at its first line', () => {
    const twice = OWN.text.replace(
      /spec:[^]*/,
      'spec: { rules: [{ id: pod.host-network, severity: low, message: m }] }',
    )
    const rule = load([packNamed('workloads')], fromPacks).rules.find(({ pack }) => pack === 'workloads')
    const own = { ...OWN, text: twice.replace('pod.host-network', rule?.id ?? '') }
    const loaded = loadPolicy([own, packNamed('workloads')], fromPacks)
    expect(
      loaded.ok ? [] : loaded.error.map(({ path, line, code }) => `${path}:${String(line)} ${code}`),
    ).toEqual(['builtin:workloads:1 policy.duplicate-rule'])
  })
})

function packNamed(name: string): PolicyPack {
  const pack = makePack(packFile(name))
  if (!pack.ok) throw new Error(JSON.stringify(pack.error))
  // As it comes back from the file that it is kept in.
  return JSON.parse(JSON.stringify(pack.value))
}

function shelf(read: (name: string) => PolicySource): (name: string) => readonly PolicySource[] | undefined {
  return (name) => {
    if (name === 'locked') return LOCKED.map(read)
    return builtinNames().includes(name) ? [read(name)] : undefined
  }
}

function load(
  sources: readonly PolicySource[],
  builtin: (name: string) => readonly PolicySource[] | undefined,
): Policy {
  const policy = loadPolicy(sources, builtin, { checkBuiltin: true })
  if (!policy.ok) throw new Error(JSON.stringify(policy.error))
  return policy.value
}

/** A policy without its functions; expressions and globs are as good as their texts. */
function comparable(policy: Policy): unknown {
  return JSON.parse(
    JSON.stringify(policy, (_, value: unknown) => {
      if (typeof value === 'bigint') return `${String(value)}n`
      return value instanceof Map ? [...value] : value
    }),
  )
}

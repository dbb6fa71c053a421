import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readManifestFile } from '../../../src/core/manifests/read-manifest-file.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { comparable, parseExactJson } from './kubectl-answer.ts'

interface Case {
  readonly id: string
  readonly input?: string
  readonly inputBase64?: string
  readonly kubectl: { readonly accept: boolean; readonly value: readonly JsonObject[] }
  readonly note: string
}

const fixture = fileURLToPath(new URL('../yaml/fixtures/yaml-cases.json', import.meta.url))
const { cases } = parseExactJson(readFileSync(fixture, 'utf8')) as unknown as { cases: readonly Case[] }

type Comparison = 'same' | 'both refuse' | 'refused' | 'SILENTLY OTHER' | 'ACCEPTED WHAT KUBECTL REFUSES'

function compare(example: Case): Comparison {
  const file = readManifestFile('objects.yaml', bytesOf(example))
  if (file.kind === 'unreadable') return example.kubectl.accept ? 'refused' : 'both refuse'
  if (!example.kubectl.accept) return 'ACCEPTED WHAT KUBECTL REFUSES'
  const ours = comparable(file.manifests.map((manifest) => manifest.value))
  return ours === comparable(example.kubectl.value) ? 'same' : 'SILENTLY OTHER'
}

function bytesOf(example: Case): Uint8Array {
  return example.inputBase64 === undefined
    ? new TextEncoder().encode(example.input)
    : Buffer.from(example.inputBase64, 'base64')
}

describe('the recorded answers of kubectl', () => {
  it.each(cases)('$id: $note', (example) => {
    expect(compare(example)).toMatch(/^(same|both refuse|refused)$/)
  })

  it('refuses what kubectl itself reads now in one way and now in another', () => {
    const unstable = cases.filter(({ note }) => note.includes('from run to run'))
    expect(unstable.length).toBeGreaterThan(3)
    for (const example of unstable) expect(compare(example), example.id).toBe('refused')
  })

  it('reads at least 148 of them with the value of kubectl', () => {
    expect(cases).toHaveLength(299)
    const same = cases.filter((example) => compare(example) === 'same')
    expect(same.length).toBeGreaterThanOrEqual(148)
  })
})

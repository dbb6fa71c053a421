import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../../src/core/diff/diff-manifests.ts'
import { yaml } from '../../../../support/manifest.ts'

/** Two ways to write an object: what it is about, and the text below `metadata` of each. */
export type Case = readonly [name: string, kind: string, old: string, now: string]

/** States of each case that the two ways mean the same. */
export function meansTheSame(cases: readonly Case[]): void {
  describe('means the same', () => {
    it.each(cases)('%s', (_name, kind, old, now) => {
      const { changes, unchanged } = diffManifests(object(kind, old), object(kind, now))
      expect(changes.flatMap(({ fields }) => fields.map(({ op, path }) => `${op} ${path}`))).toEqual([])
      expect(unchanged.reformatted).toBe(1)
    })
  })
}

/** States of each case that the two ways mean different things, whichever comes first. */
export function meansAnother(cases: readonly Case[]): void {
  describe('means another', () => {
    it.each(cases)('%s', (_name, kind, old, now) => {
      expect(diffManifests(object(kind, old), object(kind, now)).changes).toHaveLength(1)
      expect(diffManifests(object(kind, now), object(kind, old)).changes).toHaveLength(1)
    })
  })
}

function object(kind: string, body: string): ReturnType<typeof yaml> {
  const at = kind.lastIndexOf('/')
  const head = `apiVersion: ${kind.slice(0, at)}\nkind: ${kind.slice(at + 1)}\nmetadata: {name: web}\n`
  return yaml(head + body)
}

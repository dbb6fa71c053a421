import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { behaviours } from '../../support/github/behaviours.ts'
import { restSchema } from '../../support/github/validators.ts'

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

it('has a REST schema that nobody edited by hand', () => {
  const { operations, schemas } = restSchema
  expect(restSchema.source).toBe('@octokit/openapi@23.0.2')
  expect(digestOf(JSON.stringify({ operations, schemas }))).toBe(restSchema.digest)
})

it('has a GraphQL schema that nobody edited by hand', () => {
  const text = readFileSync(new URL('../../support/github/schema/schema.graphql', import.meta.url), 'utf8')
  const [source, digest, ...rest] = text.split('\n')
  expect(source).toContain('@octokit/graphql-schema@15.26.1')
  expect(digest).toBe(`# sha256 ${digestOf(rest.join('\n'))}`)
})

it('says of every behaviour where it is known from', () => {
  const assumed = behaviours.filter((behaviour) => behaviour.source === 'K')
  expect(behaviours.length - assumed.length).toBeGreaterThan(assumed.length)
  expect(new Set(behaviours.map((behaviour) => behaviour.says)).size).toBe(behaviours.length)
})

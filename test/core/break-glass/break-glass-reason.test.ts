import { expect, it } from 'vitest'
import { breakGlassReason } from '../../../src/core/break-glass/break-glass-reason.ts'
import { baseFacts, person, t } from '../../support/approval-world.ts'
import { BROKEN, says, seconds } from './glass-world.ts'

const NIA = person('nia').id
const reasonIn = (...comments: readonly ReturnType<typeof says>[]) =>
  breakGlassReason(NIA, t(BROKEN), baseFacts({ comments }))

it.each([
  { body: '/break-glass the shop is down', text: 'the shop is down' },
  { body: '/break-glass   the shop is down  \r\nmore about it', text: 'the shop is down' },
  { body: '/break-glass\tdown', text: 'down' },
])('is the rest of the first line: $body', ({ body, text }) => {
  expect(reasonIn(says(body))).toEqual({ kind: 'written', text })
})

it.each([
  '/break-glass',
  '/break-glass   ',
  '/break-glass\ndown',
  '/break-glassdown',
  '> /break-glass down',
  ' /break-glass down',
  'please:\n/break-glass down',
  '/Break-Glass down',
])('is not there: %j', (body) => {
  expect(reasonIn(says(body))).toEqual({ kind: 'none' })
})

it('is the newest that was not edited, of two in one second the one with the higher id', () => {
  const first = says('/break-glass one', { id: 1 })
  const second = says('/break-glass two', { id: 2 })
  expect(reasonIn(second, first)).toEqual({ kind: 'written', text: 'two' })
  expect(reasonIn(first, { ...second, editedAt: t(BROKEN + 9) })).toEqual({ kind: 'written', text: 'one' })
  expect(reasonIn({ ...first, createdAt: t(BROKEN + 5) }, second)).toEqual({ kind: 'written', text: 'one' })
})

it('is not taken from a time before', () => {
  expect(reasonIn(says('/break-glass down', { createdAt: seconds(BROKEN, -1) })).kind).toBe('none')
  expect(reasonIn(says('/break-glass down', { createdAt: t(BROKEN) })).kind).toBe('written')
})

it('is not taken from a deleted account', () => {
  expect(reasonIn(says('/break-glass down', { by: null })).kind).toBe('none')
})

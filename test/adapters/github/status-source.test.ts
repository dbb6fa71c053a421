import { expect, it } from 'vitest'
import { isOurs, type StatusCreator } from '../../../src/adapters/github/status-source.ts'

const bot = (login: string): StatusCreator => ({ type: 'Bot', login })
const user = (login: string): StatusCreator => ({ type: 'User', login })

it.each<readonly [string, StatusCreator, string, boolean]>([
  ['the same app', bot('gate'), 'gate[bot]', true],
  ['the same app, named in full', bot('gate[bot]'), 'gate[bot]', true],
  ['the same app, whose viewer has no suffix', bot('gate'), 'gate', true],
  ['capitals', bot('Gate'), 'gate[bot]', true],
  ['a person who is called like the app', user('gate'), 'gate[bot]', false],
  ['another app', bot('other'), 'gate[bot]', false],
  ['the same person', user('amy'), 'amy', true],
  ['another person', user('ben'), 'amy', false],
  ['nobody, for a workflow', null, 'github-actions[bot]', true],
  ['nobody, for an app', null, 'gate[bot]', false],
  ['nobody, for a person', null, 'amy', false],
])('a status by %s', (_, creator, viewer, ours) => {
  expect(isOurs(creator, viewer)).toBe(ours)
})

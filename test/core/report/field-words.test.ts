import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { changeHeadline } from '../../../src/core/report/change-headline.ts'
import { inPlain } from '../../../src/core/report/wording.ts'
import { placed } from '../../support/manifest.ts'

const deployment = (containers: readonly object[], spec: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { ...spec, template: { spec: { containers } } },
})
const config = (text: string): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web' },
  data: { 'app.yaml': text },
})
const custom = (spec: object): object => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'web' },
  spec,
})
const [web, proxy, log] = ['web', 'proxy', 'log'].map((name) => ({ name, image: `${name}:1` }))

describe('a change in words', () => {
  it.each([
    ['replicas', deployment([], { replicas: 3 }), deployment([], { replicas: 0 }), 'from 3 to 0 replicas'],
    [
      'what tells most first',
      deployment([], { minReadySeconds: 1, replicas: 3 }),
      deployment([], { minReadySeconds: 2, replicas: 0 }),
      'from 3 to 0 replicas; spec.minReadySeconds from 1 to 2',
    ],
    [
      'an entry more',
      deployment([web ?? {}]),
      deployment([web ?? {}, proxy ?? {}]),
      'spec.containers gains proxy',
    ],
    [
      'an entry less, by its own name',
      deployment([proxy ?? {}, web ?? {}, log ?? {}]),
      deployment([web ?? {}, log ?? {}]),
      'spec.containers loses proxy',
    ],
    ['an entry without a name', custom({ tags: ['a', 'b'] }), custom({ tags: ['a'] }), 'spec.tags loses b'],
    ['a key that is a number', custom({ a: {} }), custom({ a: { '7': 1 } }), 'a.7 becomes 1'],
    [
      'an image',
      deployment([web ?? {}]),
      deployment([{ name: 'web', image: 'web:2' }]),
      'web.image from 1 to 2',
    ],
    ['a text of many lines', config('a: 1\nb: 1\n'), config('a: 1\nb: 2\n'), 'data.app.yaml in 2 lines'],
    ['a value', custom({ a: 1 }), custom({ a: 2 }), 'spec.a from 1 to 2'],
    ['a value that goes', custom({ a: 1 }), custom({}), 'spec.a is removed (was 1)'],
  ])('%s', (_name, old, now, detail) => {
    const { changes, unchanged, issues } = diffManifests([placed(old)], [placed(now)])
    const [change] = changes
    if (!change) throw new Error('there is no change')
    const routes = { added: [], removed: [], changed: [] }
    const analysed = { files: 1, objects: 1, notManifests: 0, unreadable: 0 }
    const headline = changeHeadline(change, { changes, unchanged, issues, routes, files: [], analysed })
    expect(inPlain(headline.detail)).toBe(detail)
  })
})

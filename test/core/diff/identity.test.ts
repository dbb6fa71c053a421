import { describe, expect, it } from 'vitest'
import { effectiveRef, identityOf } from '../../../src/core/diff/identity.ts'
import { placed } from '../../support/manifest.ts'

type Options = Parameters<typeof placed>[1]

const object = (apiVersion: string, kind: string, metadata: object): object => ({
  apiVersion,
  kind,
  metadata,
})
const web = { name: 'web', namespace: 'shop' }

interface Case {
  readonly name: string
  readonly a: ReturnType<typeof placed>
  readonly b: ReturnType<typeof placed>
}

const pair = (name: string, a: object, b: object, options?: Options, other?: Options): Case => ({
  name,
  a: placed(a, options),
  b: placed(b, other),
})

const same: readonly Case[] = [
  pair('another version', object('apps/v1', 'Deployment', web), object('apps/v1beta1', 'Deployment', web)),
  pair(
    'the legacy group of an Ingress',
    object('extensions/v1beta1', 'Ingress', web),
    object('networking.k8s.io/v1', 'Ingress', web),
  ),
  pair(
    'the legacy group of a Deployment',
    object('extensions/v1beta1', 'Deployment', web),
    object('apps/v1', 'Deployment', web),
  ),
  pair(
    'the namespace of its place',
    object('v1', 'Service', web),
    object('v1', 'Service', { name: 'web' }),
    {},
    { namespace: 'shop' },
  ),
  pair(
    'an empty namespace',
    object('v1', 'Service', { name: 'a', namespace: '' }),
    object('v1', 'Service', { name: 'a' }),
  ),
  pair('a namespace on a kind without', object('v1', 'Node', web), object('v1', 'Node', { name: 'web' })),
  pair(
    'another file',
    object('v1', 'Service', web),
    object('v1', 'Service', web),
    { path: 'a.yaml' },
    { path: 'b/c.yaml' },
  ),
]

const different: readonly Case[] = [
  pair('another kind', object('v1', 'Service', web), object('v1', 'ConfigMap', web)),
  pair('a kind in another case', object('v1', 'Service', web), object('v1', 'service', web)),
  pair('another group', object('v1', 'Event', web), object('events.k8s.io/v1', 'Event', web)),
  pair(
    'another kind of the group extensions',
    object('extensions/v1beta1', 'Scale', web),
    object('apps/v1', 'Scale', web),
  ),
  pair('another namespace', object('v1', 'Service', web), object('v1', 'Service', { name: 'web' })),
  pair(
    'another environment',
    object('v1', 'Service', web),
    object('v1', 'Service', web),
    { environment: 'a' },
    { environment: 'b' },
  ),
  pair(
    'another cluster',
    object('v1', 'Service', web),
    object('v1', 'Service', web),
    { cluster: 'a' },
    { cluster: 'b' },
  ),
  pair(
    'a patch of it',
    object('v1', 'Service', web),
    object('v1', 'Service', web),
    {},
    { role: 'kustomize-patch' },
  ),
  pair(
    'patches in two files',
    object('v1', 'Service', web),
    object('v1', 'Service', web),
    { role: 'kustomize-patch', path: 'a/p.yaml' },
    { role: 'kustomize-patch', path: 'b/p.yaml' },
  ),
  pair(
    'a name made to look the same',
    object('v1', 'Service', { name: 'b/c', namespace: 'a' }),
    object('v1', 'Service', { name: 'c', namespace: 'a/b' }),
  ),
  pair(
    'another beginning of a generated name',
    object('batch/v1', 'Job', { generateName: 'a-' }),
    object('batch/v1', 'Job', { generateName: 'b-' }),
  ),
  pair(
    'a name instead of a generated one',
    object('batch/v1', 'Job', { generateName: 'a' }),
    object('batch/v1', 'Job', { name: 'a' }),
  ),
]

describe('identity', () => {
  it.each(same)('is the same with $name', ({ a, b }) => {
    expect(identityOf(a)).toBe(identityOf(b))
  })

  it.each(different)('is another with $name', ({ a, b }) => {
    expect(identityOf(a)).not.toBe(identityOf(b))
  })
})

describe('the effective reference', () => {
  it('has the namespace of the place when none is written', () => {
    const bare = placed(object('v1', 'Service', { name: 'web' }), { namespace: 'shop' })
    expect(effectiveRef(bare).namespace).toBe('shop')
  })

  it('has none for a kind without namespaces', () => {
    const role = placed(object('rbac.authorization.k8s.io/v1', 'ClusterRole', web), { namespace: 'shop' })
    expect(effectiveRef(role).namespace).toBeNull()
  })
})

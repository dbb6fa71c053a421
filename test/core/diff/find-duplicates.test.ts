import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import type { PlacedManifest } from '../../../src/core/diff/placed-manifest.ts'
import { placed } from '../../support/manifest.ts'

const web = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop' } }
const at = (path: string, line = 1, object: object = web): PlacedManifest => placed(object, { path, line })

const ingress = (apiVersion: string): object => ({
  apiVersion,
  kind: 'Ingress',
  metadata: { name: 'web' },
})

describe('an object that stands twice', () => {
  it('in one file is an issue that names both places', () => {
    expect(diffManifests([], [at('a/x.yaml', 30), at('a/x.yaml', 1)]).issues).toEqual([
      {
        code: 'manifest.duplicate',
        severity: 'high',
        path: 'a/x.yaml',
        line: 30,
        column: 1,
        text: 'ConfigMap shop/web stands here and at a/x.yaml:1; which one the cluster gets depends on the tool. Remove one.',
      },
    ])
  })

  it('in one folder is an issue, whatever the version of its API', () => {
    const { issues } = diffManifests(
      [],
      [at('a/x.yaml', 1, ingress('extensions/v1beta1')), at('a/y.yaml', 1, ingress('networking.k8s.io/v1'))],
    )
    expect(issues.map((issue) => `${issue.path} ${issue.code}`)).toEqual(['a/y.yaml manifest.duplicate'])
  })

  it('in one file is an issue even when it was one before', () => {
    const twice = [at('a/x.yaml', 1), at('a/x.yaml', 30)]
    expect(diffManifests(twice, twice).issues).toHaveLength(1)
  })

  it('that moved together with its copy is no issue', () => {
    const { issues } = diffManifests([at('a/x.yaml'), at('a/y.yaml')], [at('b/a/x.yaml'), at('b/a/y.yaml')])
    expect(issues).toEqual([])
  })

  it.each([
    { name: 'one of which changes', now: [at('b/x.yaml'), at('b/y.yaml', 1, { ...web, data: { a: 'b' } })] },
    { name: 'one more of which comes', now: [at('b/x.yaml'), at('b/y.yaml'), at('b/z.yaml')] },
    { name: 'that stand in other files', now: [at('b/x.yaml'), at('b/z.yaml')] },
    {
      name: 'of which the old ones stay',
      now: [at('a/x.yaml'), at('a/y.yaml'), at('b/x.yaml'), at('b/y.yaml')],
    },
  ])('with copies $name is an issue', ({ now }) => {
    const { issues } = diffManifests([at('a/x.yaml'), at('a/y.yaml')], now)
    expect(issues.map(({ code }) => code)).toContain('manifest.duplicate')
  })

  it('in one folder is an issue when the copy is new', () => {
    const { issues } = diffManifests([at('a/x.yaml')], [at('a/x.yaml'), at('a/y.yaml')])
    expect(issues.map((issue) => issue.path)).toEqual(['a/y.yaml'])
  })

  it.each([
    [
      'in two files of one folder, as before',
      [at('a/x.yaml'), at('a/y.yaml')],
      [at('a/x.yaml'), at('a/y.yaml')],
    ],
    ['in two folders', [], [at('a/x.yaml'), at('b/x.yaml')]],
    ['in a folder and one below', [], [at('a/x.yaml'), at('a/b/x.yaml')]],
    ['before the merge only', [at('a/x.yaml'), at('a/y.yaml')], [at('a/x.yaml')]],
    [
      'as itself and as a patch',
      [],
      [at('a/x.yaml'), placed(web, { path: 'a/p.yaml', role: 'kustomize-patch' })],
    ],
    [
      'as two branches of a template',
      [],
      [
        placed(web, { path: 't/x.yaml', role: 'helm-template' }),
        placed(web, { path: 't/x.yaml', role: 'helm-template', line: 9 }),
      ],
    ],
    [
      'without a name of its own',
      [],
      [1, 2].map((line) => at('a/x.yaml', line, { ...web, metadata: { generateName: 'run-' } })),
    ],
  ] as const)('%s is none', (_name, base, head) => {
    expect(diffManifests(base, head).issues).toEqual([])
  })
})

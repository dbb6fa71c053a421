import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../src/core/diff/diff-manifests.ts'
import { VERBS, type Change } from '../../../../src/core/model/change.ts'
import { placed, yaml } from '../../../support/manifest.ts'
import { object, withSpec, workload } from '../../../support/verb-objects.ts'
import { NODES, RIGHTS } from './kubectl-table/cluster-rows.ts'
import { DELETING, ROLLOUTS } from './kubectl-table/gitops-rows.ts'
import { REACHING } from './kubectl-table/route-rows.ts'
import { RUNNING, SCALING, SETTING } from './kubectl-table/workload-rows.ts'

const TABLE = [...SCALING, ...DELETING, ...ROLLOUTS, ...SETTING, ...NODES, ...REACHING, ...RUNNING, ...RIGHTS]

describe('the kubectl table', () => {
  it.each(TABLE)('$typed: $change', ({ before, after, said }) => {
    const change = changeBetween(before, after)
    expect(change.evidence.map(({ verb, side, path }) => `${verb} ${side} ${path}`)).toEqual(said)
    expect(change.verbs).toEqual([...new Set(said.map((one) => one.split(' ')[0]))])
  })

  it('has a row for every word', () => {
    const words = new Set(TABLE.flatMap(({ said }) => said.map((one) => one.split(' ')[0])))
    expect(VERBS.filter((verb) => !words.has(verb))).toEqual([])
  })

  it('is told to those who write policies', () => {
    const told = readFileSync('docs/policy.md', 'utf8')
    const section = told.slice(told.indexOf('### `verbs`'), told.indexOf('### `change`'))
    const first = [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap((row) => row[1]?.match(/[a-z-]+/g) ?? [])
    expect(first.toSorted()).toEqual(VERBS.toSorted())
  })
})

describe('evidence', () => {
  it('has the line of the new file, and of the old one for what goes', () => {
    const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n'
    const { changes } = diffManifests(
      yaml(`# moved\n${head}  replicas: 1\n  paused: true\n`, 'old.yaml'),
      yaml(`${head}  foo: 1\n  replicas: 3\n`, 'new.yaml'),
    )
    expect(changes[0]?.source.oldPath).toBe('old.yaml')
    expect(changes[0]?.evidence).toEqual([
      { verb: 'scale', side: 'new', path: '/spec/replicas', line: 6 },
      { verb: 'resume', side: 'old', path: '/spec/paused', line: 7 },
      { verb: 'patch', side: 'new', path: '/spec/foo', line: 5 },
    ])
  })

  it('says the nearest common place where one addition holds several', () => {
    const change = changeBetween(
      workload({ containers: [{ name: 'a' }] }),
      workload({
        containers: [{ name: 'a', livenessProbe: { exec: { command: ['a', 'b'] }, periodSeconds: 5 } }],
      }),
    )
    expect(change.evidence.map(({ verb, path }) => `${verb} ${path}`)).toEqual([
      'exec /spec/template/spec/containers/0/livenessProbe/exec/command',
      'patch /spec/template/spec/containers/0/livenessProbe/periodSeconds',
    ])
  })

  it('of a patch is what the patch says', () => {
    const patch = { ...withSpec('apps/v1', 'Deployment', { replicas: 0 }), $patch: 'delete' }
    const keeping = object(
      'apps/v1',
      'Deployment',
      {},
      { annotations: { 'helm.sh/resource-policy': 'keep' } },
    )
    expect(evidenceOfPatch(null, patch)).toEqual([
      'create new ',
      'delete new /$patch',
      'scale new /spec/replicas',
      'patch new /$patch',
    ])
    expect(evidenceOfPatch(keeping, null)).toEqual([
      'delete old ',
      'annotate old /metadata/annotations/helm.sh~1resource-policy',
    ])
  })
})

function changeBetween(before: object | null, after: object | null, isPatch = false): Change {
  const side = (one: object | null): ReturnType<typeof placed>[] =>
    one ? [placed(one, { role: isPatch ? 'kustomize-patch' : 'manifest' })] : []
  const [change, ...others] = diffManifests(side(before), side(after)).changes
  expect(others).toEqual([])
  if (!change) throw new Error('nothing changed')
  return change
}

function evidenceOfPatch(before: object | null, after: object | null): readonly string[] {
  return changeBetween(before, after, true).evidence.map(({ verb, side, path }) => `${verb} ${side} ${path}`)
}

import { describe, expect, it } from 'vitest'
import { builtinFields } from '../../../../src/adapters/files/kind-schemas.ts'
import { changePathProblem } from '../../../../src/core/policy/compile/change-path-problem.ts'
import { parseChangePath } from '../../../../src/core/policy/patterns/parse-change-path.ts'

function problem(text: string, kinds: readonly string[]): string | undefined {
  const path = parseChangePath(text)
  if (!path.ok) throw new Error(path.error)
  const found = changePathProblem(path.value, kinds, builtinFields)
  return (
    found && [found.text, ...(found.suggestion === undefined ? [] : [`-> ${found.suggestion}`])].join(' ')
  )
}

const DEPLOYMENT = ['apps/Deployment']
const INGRESS = ['networking.k8s.io/Ingress', 'extensions/Ingress']

describe('a path that leads nowhere', () => {
  it.each([
    ['spec.replcas', DEPLOYMENT, 'There is no field "replcas" in spec of apps/Deployment -> replicas'],
    ['sepc.replicas', DEPLOYMENT, 'There is no field "sepc" in apps/Deployment -> spec'],
    [
      'spec.rules[].hots',
      INGRESS,
      'There is no field "hots" in spec.rules[] of networking.k8s.io/Ingress, extensions/Ingress -> host',
    ],
    [
      'spec.rules.host',
      INGRESS,
      'There is no field "host" in spec.rules of networking.k8s.io/Ingress, extensions/Ingress, which is a list: its elements are "[]"',
    ],
    [
      'spec.replicas[]',
      DEPLOYMENT,
      'There is no list at spec.replicas of apps/Deployment; "[]" stands for the elements of one',
    ],
    ['$containers.imge', DEPLOYMENT, 'There is no field "imge" in $containers of apps/Deployment -> image'],
    [
      '$pod.hostNetwrok',
      ['batch/CronJob'],
      'There is no field "hostNetwrok" in $pod of batch/CronJob -> hostNetwork',
    ],
    ['$podmeta.lables', ['core/Pod'], 'There is no field "lables" in $podmeta of core/Pod -> labels'],
    ['$containers.image', ['core/Service'], 'There is no pod in core/Service'],
    ["spec['zzz*']", DEPLOYMENT, 'There is no field "zzz*" in spec of apps/Deployment'],
    [
      'spec.replcas',
      ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'core/ReplicationController'],
      'There is no field "replcas" in spec of apps/Deployment, apps/StatefulSet and 2 other kinds -> replicas',
    ],
  ])('%s', (path, kinds, want) => {
    expect(problem(path, kinds)).toBe(want)
  })
})

describe('a path that may lead somewhere', () => {
  it.each([
    ['spec.replicas', DEPLOYMENT],
    ['spec', DEPLOYMENT],
    ['spec.rules[].http.paths[].backend.service.name', INGRESS],
    ['spec.rules[].http.paths[].backend.serviceName', INGRESS],
    ["metadata.annotations['nginx.ingress.kubernetes.io/*']", INGRESS],
    ['metadata.labels.*', DEPLOYMENT],
    ["spec['rep*']", DEPLOYMENT],
    ['$containers.env[].valueFrom.secretKeyRef.name', ['core/Pod', 'core/Service']],
    ['$containers.resources.limits.cpu', ['apps/StatefulSet']],
    ["spec['newInNextYear'].depth", DEPLOYMENT],
    ['spec.serviceName', ['apps/Deployment', 'apps/StatefulSet']],
    ['status.anything', DEPLOYMENT],
    ['data.*', ['core/ConfigMap']],
  ])('%s', (path, kinds) => {
    expect(problem(path, kinds)).toBeUndefined()
  })
})

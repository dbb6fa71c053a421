import { groupKind, type ObjectRef } from '../model/object-ref.ts'
import { storedGroup } from './identity.ts'

/** Where each kind keeps its pod template: a path, empty when the object is the pod itself. */
const POD_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['core/Pod', ''],
  ['core/PodTemplate', 'template'],
  ['core/ReplicationController', 'spec.template'],
  ['apps/Deployment', 'spec.template'],
  ['apps/StatefulSet', 'spec.template'],
  ['apps/DaemonSet', 'spec.template'],
  ['apps/ReplicaSet', 'spec.template'],
  ['batch/Job', 'spec.template'],
  ['batch/CronJob', 'spec.jobTemplate.spec.template'],
  ['argoproj.io/Rollout', 'spec.template'],
])

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers']

/** The path of a kind's pod template; undefined when it is not known to have one. */
export function podTemplateOf(ref: Pick<ObjectRef, 'group' | 'kind'>): string | undefined {
  return POD_TEMPLATES.get(groupKind({ group: storedGroup(ref), kind: ref.kind }))
}

/** The kinds that are known to have a pod template. */
export const POD_KINDS: readonly string[] = [...POD_TEMPLATES.keys()]

/** Writes out `$template`, `$pod` (the pod's spec) and `$container` (an entry of each list of containers). */
export function writeOutPath(path: string, template: string | undefined): readonly string[] {
  const prefix = template ? `${template}.` : ''
  const [head, rest] = splitHead(path)
  switch (head) {
    case '$template':
      return [prefix + rest.slice(1)]
    case '$pod':
      return [`${prefix}spec${rest}`]
    case '$container':
      return CONTAINER_LISTS.map((list) => `${prefix}spec.${list}[]${rest}`)
    default:
      return [path]
  }
}

function splitHead(path: string): readonly [string, string] {
  const end = path.indexOf('.')
  return end < 0 ? [path, ''] : [path.slice(0, end), path.slice(end)]
}

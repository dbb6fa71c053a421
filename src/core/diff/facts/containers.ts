import type { Json } from '../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, some } from './list-rule.ts'

const PROBE: Readonly<Record<string, Json>> = {
  initialDelaySeconds: 0n,
  timeoutSeconds: 1n,
  periodSeconds: 10n,
  successThreshold: 1n,
  failureThreshold: 3n,
  'httpGet.path': '/',
  'httpGet.scheme': 'HTTP',
}

/** What every container has. */
export const CONTAINERS: readonly KindFacts[] = [
  {
    kinds: ['pod'],
    lists: {
      // A value may refer to those before it.
      '$container.env': keyedInOrder(['name'], some('value', refersToVariables)),
      '$container.ports': keyed('containerPort', ['protocol', 'TCP']),
      '$container.volumeMounts': keyed('mountPath'),
      '$container.volumeDevices': keyed('devicePath'),
      '$container.resources.claims': keyed('name'),
    },
    sets: ['$container.securityContext.capabilities.add', '$container.securityContext.capabilities.drop'],
    quantities: [
      '$container.resources.limits.*',
      '$container.resources.requests.*',
      '$container.env[].valueFrom.resourceFieldRef.divisor',
    ],
  },
  {
    kinds: ['built-in pod'],
    emptyIsAbsent: [
      '$container.command',
      '$container.args',
      '$container.env',
      '$container.envFrom',
      '$container.ports',
      '$container.volumeMounts',
      '$container.resources',
      '$container.resources.limits',
      '$container.resources.requests',
      '$container.securityContext',
    ],
    defaults: {
      v1: {
        '$container.terminationMessagePath': '/dev/termination-log',
        '$container.terminationMessagePolicy': 'File',
        '$container.ports[].protocol': 'TCP',
        '$container.env[].value': '',
        '$container.env[].valueFrom.fieldRef.apiVersion': 'v1',
        '$container.volumeMounts[].readOnly': false,
        '$container.securityContext.privileged': false,
        '$container.securityContext.readOnlyRootFilesystem': false,
        ...probeDefaults('livenessProbe'),
        ...probeDefaults('readinessProbe'),
        ...probeDefaults('startupProbe'),
      },
    },
  },
]

function refersToVariables(value: Json | undefined): boolean {
  return typeof value === 'string' && value.includes('$(')
}

function probeDefaults(probe: string): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(PROBE).map(([field, value]) => [`$container.${probe}.${field}`, value]),
  )
}

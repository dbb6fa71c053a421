import { type Json, type JsonObject, textAt } from '../../../model/json.ts'
import { below, type Defaults, type KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, some } from './list-rule.ts'

const PROBE: Defaults = {
  initialDelaySeconds: 0n,
  timeoutSeconds: 1n,
  periodSeconds: 10n,
  successThreshold: 1n,
  failureThreshold: 3n,
  'httpGet.path': '/',
  'httpGet.scheme': 'HTTP',
}

const HOOK: Defaults = { 'httpGet.path': '/', 'httpGet.scheme': 'HTTP' }

/** What every container has. `runAsNonRoot` has no default here: false overrules the pod. */
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
      '$container.resizePolicy': keyed('resourceName'),
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
    emptyIsAbsent: below(
      ['$container'],
      [
        'command',
        'args',
        'workingDir',
        'env',
        'envFrom',
        'envFrom[].prefix',
        'ports',
        'ports[].name',
        'ports[].hostIP',
        'volumeMounts',
        'volumeMounts[].subPath',
        'volumeMounts[].subPathExpr',
        'volumeDevices',
        'resources',
        'resources.limits',
        'resources.requests',
        'securityContext',
        'securityContext.capabilities.add',
        'securityContext.capabilities.drop',
      ],
    ),
    defaults: {
      v1: under('$container', {
        imagePullPolicy: pullPolicyOf,
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        stdin: false,
        stdinOnce: false,
        tty: false,
        'ports[].protocol': 'TCP',
        'ports[].hostPort': 0n,
        'env[].value': '',
        'env[].valueFrom.fieldRef.apiVersion': 'v1',
        'env[].valueFrom.resourceFieldRef.divisor': '0',
        'volumeMounts[].readOnly': false,
        'securityContext.privileged': false,
        'securityContext.allowPrivilegeEscalation': true,
        'securityContext.readOnlyRootFilesystem': false,
        'securityContext.procMount': 'Default',
        ...under('livenessProbe', PROBE),
        ...under('readinessProbe', PROBE),
        ...under('startupProbe', PROBE),
        ...under('lifecycle.postStart', HOOK),
        ...under('lifecycle.preStop', HOOK),
      }),
    },
  },
]

function refersToVariables(value: Json | undefined): boolean {
  return typeof value === 'string' && value.includes('$(')
}

/** An image without tag and digest is that of `latest`. Undefined without an image, and for one that is not plain. */
function pullPolicyOf(container: JsonObject): Json | undefined {
  const form = /^[\w./-]+(?::\d+\/[\w./-]+)?(?::(?<tag>[\w.-]+))?(?<digest>@\w+:[\da-fA-F]+)?$/.exec(
    textAt(container, 'image') ?? '',
  )
  if (!form) return undefined
  const { tag, digest } = form.groups ?? {}
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent'
}

function under(place: string, defaults: Defaults): Defaults {
  return Object.fromEntries(Object.entries(defaults).map(([path, value]) => [`${place}.${path}`, value]))
}

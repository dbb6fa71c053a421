import type { Verb } from '../model/change.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { grantedVerbs } from './granted-verbs.ts'
import { loosensBudget } from './disruption-budget.ts'

/**
 * What a change at one place is in the words of kubectl. `verbs` are said of the place and all below it;
 * `decide` is asked only where both the place and its values are known, and may say nothing.
 */
export interface FieldVerbRule {
  /** `group/Kind`, `*` for every kind, `pod` for every kind with a pod template. */
  readonly in: readonly string[]
  readonly at: readonly string[]
  readonly verbs?: readonly Verb[]
  readonly decide?: (old: Json | undefined, now: Json | undefined) => readonly Verb[]
  /** Not said of a piece: what it adds may stand elsewhere already. */
  readonly wholeOnly?: boolean
}

/** The rules, first match first. Undefined stands for a value that is not there. */
export const FIELD_VERB_RULES: readonly FieldVerbRule[] = [
  { in: ['*'], at: ["metadata.annotations['autoscaling.keda.sh/paused-replicas']"], verbs: ['scale'] },
  { in: ['*'], at: ['metadata.labels'], verbs: ['label'] },
  { in: ['*'], at: ['metadata.annotations'], verbs: ['annotate'] },
  {
    in: ['autoscaling/HorizontalPodAutoscaler'],
    at: ['spec.minReplicas', 'spec.maxReplicas'],
    verbs: ['scale', 'autoscale'],
  },
  {
    in: ['keda.sh/ScaledObject'],
    at: ['spec.minReplicaCount', 'spec.maxReplicaCount', 'spec.idleReplicaCount'],
    verbs: ['scale', 'autoscale'],
  },
  { in: ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'], at: ['spec'], verbs: ['autoscale'] },
  { in: ['*'], at: ['spec.replicas'], verbs: ['scale'] },
  {
    in: ['*'],
    at: ['spec.paused', 'spec.suspend'],
    decide: (_old, now) => [now === true ? 'pause' : 'resume'],
  },

  {
    in: ['pod'],
    at: ["$template.metadata.annotations['kubectl.kubernetes.io/restartedAt']"],
    verbs: ['restart'],
  },
  { in: ['pod'], at: ['$pod.serviceAccountName', '$pod.serviceAccount'], verbs: ['set-serviceaccount'] },
  { in: ['pod'], at: ['$pod.resources', '$container.resources'], verbs: ['set-resources'] },
  { in: ['pod'], at: ['$pod.tolerations[]'], decide: (_old, now) => (now ? ['taint'] : ['taint', 'drain']) },
  {
    in: ['pod'],
    at: ['$container'],
    wholeOnly: true,
    decide: (old, now) => (old === undefined && now !== undefined ? ['exec'] : []),
  },
  { in: ['pod'], at: ['$pod.ephemeralContainers'], verbs: ['exec'] },
  { in: ['pod'], at: ['$container.image'], verbs: ['set-image'] },
  { in: ['pod'], at: ['$container.env', '$container.envFrom'], verbs: ['set-env'] },
  {
    in: ['pod'],
    at: [
      '$container.command',
      '$container.args',
      '$container.lifecycle',
      '$container.livenessProbe.exec',
      '$container.readinessProbe.exec',
      '$container.startupProbe.exec',
    ],
    verbs: ['exec'],
  },
  { in: ['pod'], at: ['$container.ports[].hostPort'], verbs: ['port-forward'] },

  { in: ['core/Service'], at: ['spec.selector'], verbs: ['set-selector'] },
  { in: ['core/Service'], at: ['spec.type', 'spec.externalIPs'], verbs: ['expose'] },
  { in: ['core/Service'], at: ['spec.ports[].nodePort'], verbs: ['port-forward'] },
  { in: ['core/Service'], at: ['spec.ports[]'], decide: exposesWhenAdded },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ['spec.defaultBackend', 'spec.backend', 'spec.rules[]', 'spec.rules[].http.paths[]'],
    decide: exposesWhenAdded,
  },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ['spec.rules[].host', 'spec.rules[].http.paths[].path'],
    decide: (_old, now) => (now === undefined ? ['patch'] : ['expose']),
  },
  { in: ['gateway.networking.k8s.io/Gateway'], at: ['spec.listeners[]'], decide: exposesWhenAdded },
  {
    in: ['gateway.networking.k8s.io/Gateway'],
    at: ['spec.listeners[].hostname', 'spec.listeners[].port'],
    verbs: ['expose'],
  },
  {
    in: ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'],
    at: ['spec.hostnames', 'spec.parentRefs', 'spec.rules[].matches'],
    verbs: ['expose'],
  },
  {
    in: ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'],
    at: ['spec.rules[]'],
    decide: exposesWhenAdded,
  },
  { in: ['networking.istio.io/VirtualService'], at: ['spec.hosts', 'spec.gateways'], verbs: ['expose'] },
  {
    in: ['networking.istio.io/VirtualService'],
    at: ['spec.http[]', 'spec.tls[]', 'spec.tcp[]'],
    decide: exposesWhenAdded,
  },
  { in: ['networking.istio.io/VirtualService'], at: ['spec.http[].match'], verbs: ['expose'] },
  {
    in: ['networking.istio.io/Gateway'],
    at: ['spec.servers[].hosts', 'spec.servers[].port'],
    verbs: ['expose'],
  },
  { in: ['networking.istio.io/Gateway'], at: ['spec.servers[]'], decide: exposesWhenAdded },
  {
    in: ['traefik.io/IngressRoute', 'traefik.containo.us/IngressRoute'],
    at: ['spec.entryPoints', 'spec.routes[].match'],
    verbs: ['expose'],
  },
  {
    in: ['traefik.io/IngressRoute', 'traefik.containo.us/IngressRoute'],
    at: ['spec.routes[]'],
    decide: exposesWhenAdded,
  },
  {
    in: ['projectcontour.io/HTTPProxy'],
    at: ['spec.virtualhost.fqdn', 'spec.routes[].conditions'],
    verbs: ['expose'],
  },
  {
    in: ['projectcontour.io/HTTPProxy'],
    at: ['spec.routes[]', 'spec.virtualhost'],
    decide: exposesWhenAdded,
  },
  {
    in: ['route.openshift.io/Route'],
    at: ['spec.host', 'spec.path', 'spec.wildcardPolicy'],
    verbs: ['expose'],
  },

  {
    in: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    at: ['subjects'],
    verbs: ['set-subject'],
  },
  {
    in: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
    at: ['rules[]'],
    decide: (_old, now) => (now === undefined ? [] : [...grantedVerbs(now), 'patch']),
  },
  {
    in: ['core/Node'],
    at: ['spec.unschedulable'],
    decide: (_old, now) => [now === true ? 'cordon' : 'uncordon'],
  },
  {
    in: ['core/Node'],
    at: ['spec.taints[]'],
    decide: (_old, now) =>
      isJsonObject(now) && now['effect'] === 'NoExecute' ? ['taint', 'drain'] : ['taint'],
  },
  { in: ['core/Node'], at: ['spec.taints'], decide: (_old, now) => (now === undefined ? ['taint'] : []) },
  {
    in: ['policy/PodDisruptionBudget'],
    at: ['spec.minAvailable'],
    decide: (old, now) => (loosensBudget('minAvailable', old, now) ? ['drain'] : []),
  },
  {
    in: ['policy/PodDisruptionBudget'],
    at: ['spec.maxUnavailable'],
    decide: (old, now) => (loosensBudget('maxUnavailable', old, now) ? ['drain'] : []),
  },
]

function exposesWhenAdded(old: Json | undefined, now: Json | undefined): readonly Verb[] {
  return old === undefined && now !== undefined ? ['expose'] : []
}

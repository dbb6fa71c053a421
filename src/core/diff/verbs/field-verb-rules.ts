import { CLUSTER_VERB_RULES } from './cluster-verb-rules.ts'
import type { FieldVerbRule } from './field-verb-rule.ts'
import { GITOPS_VERB_RULES } from './gitops-verb-rules.ts'
import { KUSTOMIZE_VERB_RULES } from './kustomize-verb-rules.ts'
import { hostPortWords } from './open-ports.ts'
import { ROUTE_VERB_RULES } from './route-verb-rules.ts'

/** The kinds that scale something by themselves. */
export const AUTOSCALERS: ReadonlySet<string> = new Set([
  'autoscaling/HorizontalPodAutoscaler',
  'autoscaling.k8s.io/VerticalPodAutoscaler',
  'keda.sh/ScaledObject',
  'keda.sh/ScaledJob',
])

/** The annotations that make an object a hook: it runs at the moment that they name. */
export const HOOKS: readonly string[] = ['argocd.argoproj.io/hook', 'helm.sh/hook']

/** The rules, first match first. */
export const FIELD_VERB_RULES: readonly FieldVerbRule[] = [
  { in: ['*'], at: ["metadata.annotations['autoscaling.keda.sh/paused-replicas']"], verbs: ['scale'] },
  {
    in: ['*'],
    at: ["metadata.annotations['autoscaling.keda.sh/paused']"],
    verbs: ['autoscale', 'annotate'],
  },
  {
    in: ['*'],
    at: HOOKS.map((hook) => `metadata.annotations['${hook}']`),
    decide: (_old, now) => (now === undefined ? [] : ['annotate', 'exec']),
  },
  { in: ['*'], at: ['metadata.labels'], verbs: ['label'] },
  { in: ['*'], at: ['metadata.annotations'], verbs: ['annotate'] },
  {
    in: ['autoscaling/HorizontalPodAutoscaler'],
    at: ['spec.minReplicas', 'spec.maxReplicas'],
    verbs: ['scale', 'autoscale'],
  },
  {
    in: ['keda.sh/ScaledObject', 'keda.sh/ScaledJob'],
    at: ['spec.minReplicaCount', 'spec.maxReplicaCount', 'spec.idleReplicaCount'],
    verbs: ['scale', 'autoscale'],
  },
  { in: [...AUTOSCALERS], at: ['spec'], verbs: ['autoscale'] },
  { in: ['*'], at: ['spec.replicas'], verbs: ['scale'] },
  {
    in: ['*'],
    at: ['spec.paused', 'spec.suspend'],
    decide: (_old, now) => [now === true ? 'pause' : 'resume'],
  },

  ...GITOPS_VERB_RULES,
  ...KUSTOMIZE_VERB_RULES,

  {
    in: ['pod'],
    at: ["$template.metadata.annotations['kubectl.kubernetes.io/restartedAt']"],
    verbs: ['restart'],
  },
  { in: ['pod'], at: ['$pod.serviceAccountName', '$pod.serviceAccount'], verbs: ['set-serviceaccount'] },
  { in: ['pod'], at: ['$pod.resources', '$container.resources'], verbs: ['set-resources'] },
  {
    in: ['pod'],
    at: ['$pod.tolerations[]'],
    decide: (old) => (old === undefined ? ['taint'] : ['taint', 'drain']),
  },
  { in: ['pod'], at: ['$pod.ephemeralContainers[]'], decide: () => ['exec', 'debug'] },
  { in: ['pod'], at: ['$pod.ephemeralContainers'], verbs: ['exec', 'debug'] },
  {
    in: ['pod'],
    at: ['$container'],
    wholeOnly: true,
    decide: (old, now) => (old === undefined && now !== undefined ? ['exec', ...hostPortWords(now)] : []),
  },
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

  ...ROUTE_VERB_RULES,
  ...CLUSTER_VERB_RULES,
]

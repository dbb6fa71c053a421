import { percentRule, resources } from './amounts.ts'
import { ingressRule, ingressTls } from './ingress.ts'
import { labelsRule, objectMeta, workloadSpec } from './labels.ts'
import { podSpec } from './pods.ts'
import { containerPort, portRule, servicePort, servicePorts } from './ports.ts'
import type { PartRule } from './rule.ts'

/** What the server asks of a part beyond its schema, by the name of the part's definition. */
export const PART_RULES: ReadonlyMap<string, readonly PartRule[]> = new Map([
  ['IoK8sApimachineryPkgApisMetaV1ObjectMeta', [objectMeta]],
  ['IoK8sApimachineryPkgApisMetaV1LabelSelector', [labelsRule('matchLabels')]],
  ['IoK8sApiAppsV1DeploymentSpec', [workloadSpec]],
  ['IoK8sApiAppsV1DaemonSetSpec', [workloadSpec]],
  ['IoK8sApiAppsV1ReplicaSetSpec', [workloadSpec]],
  ['IoK8sApiAppsV1StatefulSetSpec', [workloadSpec]],
  ['IoK8sApiCoreV1PodSpec', [podSpec, labelsRule('nodeSelector')]],
  ['IoK8sApiCoreV1ContainerPort', [containerPort]],
  ['IoK8sApiCoreV1HTTPGetAction', [portRule('port')]],
  ['IoK8sApiCoreV1TCPSocketAction', [portRule('port')]],
  ['IoK8sApiCoreV1GRPCAction', [portRule('port')]],
  ['IoK8sApiCoreV1ResourceRequirements', [resources]],
  ['IoK8sApiCoreV1ServicePort', [servicePort]],
  ['IoK8sApiCoreV1ServiceSpec', [servicePorts, labelsRule('selector')]],
  ['IoK8sApiNetworkingV1ServiceBackendPort', [portRule('number', 'name')]],
  ['IoK8sApiNetworkingV1NetworkPolicyPort', [portRule('port', 'endPort')]],
  ['IoK8sApiNetworkingV1IngressRule', [ingressRule]],
  ['IoK8sApiNetworkingV1IngressTLS', [ingressTls]],
  ['IoK8sApiAppsV1RollingUpdateDeployment', [percentRule('maxSurge', 'maxUnavailable')]],
  ['IoK8sApiAppsV1RollingUpdateDaemonSet', [percentRule('maxSurge', 'maxUnavailable')]],
  ['IoK8sApiAppsV1RollingUpdateStatefulSetStrategy', [percentRule('maxUnavailable')]],
  ['IoK8sApiPolicyV1PodDisruptionBudgetSpec', [percentRule('minAvailable', 'maxUnavailable')]],
])

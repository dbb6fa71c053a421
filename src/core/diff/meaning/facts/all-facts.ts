import { ADMISSION } from './admission.ts'
import { ARGOCD } from './argocd.ts'
import { AUTOSCALING } from './autoscaling.ts'
import { CERT_MANAGER } from './cert-manager.ts'
import { CLUSTER } from './cluster.ts'
import { CONFIG } from './config.ts'
import { CONTAINERS } from './containers.ts'
import { EXTERNAL_SECRETS } from './external-secrets.ts'
import { FLUX } from './flux.ts'
import { GATEWAY_API } from './gateway-api.ts'
import { INGRESS } from './ingress.ts'
import { ISTIO } from './istio.ts'
import type { KindFacts } from './kind-facts.ts'
import { KUSTOMIZE } from './kustomize.ts'
import { METADATA } from './metadata.ts'
import { NETWORKING } from './networking.ts'
import { PODS } from './pods.ts'
import { PROMETHEUS_OPERATOR } from './prometheus-operator.ts'
import { RBAC } from './rbac.ts'
import { SCHEDULING } from './scheduling.ts'
import { STORAGE } from './storage.ts'
import { TRAEFIK } from './traefik.ts'
import { VOLUMES } from './volumes.ts'
import { WORKLOADS } from './workloads.ts'

/** What is known about kinds, family by family. Of a kind that is not here nothing is guessed. */
export const ALL_FACTS: readonly KindFacts[] = [
  METADATA,
  PODS,
  CONTAINERS,
  VOLUMES,
  SCHEDULING,
  WORKLOADS,
  AUTOSCALING,
  CONFIG,
  NETWORKING,
  INGRESS,
  STORAGE,
  RBAC,
  ADMISSION,
  CLUSTER,
  GATEWAY_API,
  ISTIO,
  TRAEFIK,
  KUSTOMIZE,
  ARGOCD,
  FLUX,
  CERT_MANAGER,
  EXTERNAL_SECRETS,
  PROMETHEUS_OPERATOR,
].flat()

import { ADMISSION } from './admission.ts'
import { AUTOSCALING } from './autoscaling.ts'
import { CLUSTER } from './cluster.ts'
import { CONFIG } from './config.ts'
import { CONTAINERS } from './containers.ts'
import { FLUX } from './flux.ts'
import { GATEWAY_API } from './gateway-api.ts'
import type { KindFacts } from './kind-facts.ts'
import { KUSTOMIZE } from './kustomize.ts'
import { METADATA } from './metadata.ts'
import { NETWORKING } from './networking.ts'
import { PODS } from './pods.ts'
import { RBAC } from './rbac.ts'
import { STORAGE } from './storage.ts'
import { WORKLOADS } from './workloads.ts'

/** What is known about kinds, family by family. Of a kind that is not here nothing is guessed. */
export const ALL_FACTS: readonly KindFacts[] = [
  METADATA,
  PODS,
  CONTAINERS,
  WORKLOADS,
  AUTOSCALING,
  CONFIG,
  NETWORKING,
  STORAGE,
  RBAC,
  ADMISSION,
  CLUSTER,
  GATEWAY_API,
  KUSTOMIZE,
  FLUX,
].flat()

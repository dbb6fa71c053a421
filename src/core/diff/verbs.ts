import { VERBS, type Operation, type Verb } from '../model/change.ts'
import { emptyObject, isJsonList, isJsonObject, textAt, type Json, type JsonObject } from '../model/json.ts'
import { valueAt } from '../model/json-pointer.ts'
import type { SourceRole } from '../model/manifest.ts'
import { groupKind, type ObjectRef } from '../model/object-ref.ts'
import type { Difference } from './differences.ts'
import { placeOfPointer } from './field-path.ts'
import { fieldVerbs, type VerbContext } from './field-verbs.ts'
import { grantedVerbs } from './granted-verbs.ts'
import { storedGroup } from './identity.ts'
import { podTemplateOf } from './pod-template.ts'

/** One object's change with its real values, secrets included: for deciding, not for printing. */
interface ChangedObject {
  readonly ref: ObjectRef
  readonly role: SourceRole
  readonly old: JsonObject | null
  readonly now: JsonObject | null
  readonly differences: readonly Difference[]
}

/** What somebody would have typed to do the same by hand, in the order of {@link VERBS}; at least one word. */
export function verbsOf(operation: Operation, changed: ChangedObject): readonly Verb[] {
  const verbs = new Set(
    changed.role === 'kustomize-patch' ? patchVerbs(operation, changed) : wholeVerbs(operation, changed),
  )
  if (verbs.size === 0) verbs.add('patch')
  return VERBS.filter((verb) => verbs.has(verb))
}

function wholeVerbs(operation: Operation, changed: ChangedObject): readonly Verb[] {
  if (operation === 'UPDATE') return updateVerbs(changed)
  const kind = kindOf(changed)
  if (operation === 'CREATE') return ['create', ...createVerbs(kind, changed.now ?? emptyObject())]
  return kind === 'policy/PodDisruptionBudget' ? ['delete', 'drain'] : ['delete']
}

const EXPOSING: ReadonlySet<string> = new Set([
  'core/Service',
  'networking.k8s.io/Ingress',
  'networking.istio.io/Gateway',
  'networking.istio.io/VirtualService',
  'traefik.io/IngressRoute',
  'traefik.io/IngressRouteTCP',
  'traefik.io/IngressRouteUDP',
  'traefik.containo.us/IngressRoute',
  'traefik.containo.us/IngressRouteTCP',
  'traefik.containo.us/IngressRouteUDP',
  'projectcontour.io/HTTPProxy',
  'route.openshift.io/Route',
  ...['Gateway', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
    (kind) => `gateway.networking.k8s.io/${kind}`,
  ),
])

const AUTOSCALERS: ReadonlySet<string> = new Set([
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
])
const RUNS_ONCE: ReadonlySet<string> = new Set(['batch/Job', 'batch/CronJob'])
const HOOKS = ['argocd.argoproj.io/hook', 'helm.sh/hook']

function createVerbs(kind: string, object: JsonObject): readonly Verb[] {
  const verbs: Verb[] = []
  if (EXPOSING.has(kind)) verbs.push('expose')
  if (AUTOSCALERS.has(kind)) verbs.push('autoscale')
  if (RUNS_ONCE.has(kind) || isHook(object)) verbs.push('exec')
  const rules = kind.startsWith('rbac.authorization.k8s.io/') ? object['rules'] : undefined
  if (isJsonList(rules)) verbs.push(...rules.flatMap(grantedVerbs))
  return verbs
}

function isHook(object: JsonObject): boolean {
  const annotations = valueAt(object, '/metadata/annotations')
  return isJsonObject(annotations) && HOOKS.some((hook) => textAt(annotations, hook) !== undefined)
}

function updateVerbs(changed: ChangedObject): readonly Verb[] {
  const context = contextOf(changed)
  return changed.differences.flatMap((difference) => {
    if (difference.op === 'reorder') return ['patch' as const]
    const oldAt = difference.op === 'replace' ? difference.oldAt : difference.at
    const old = difference.op === 'add' ? undefined : valueIn(changed.old, oldAt)
    const now = difference.op === 'remove' ? undefined : valueIn(changed.now, difference.at)
    return fieldVerbs(context, placeOfPointer(difference.at), old, now)
  })
}

/**
 * A new patch says what some fields are from now on, and one that goes no longer says it, so the words for these
 * fields are added. That it is a patch is known from names of files only: the words for a whole object stay.
 */
function patchVerbs(operation: Operation, changed: ChangedObject): readonly Verb[] {
  const deletion = [changed.old, changed.now].flatMap((object) => (object ? deletionIn(object) : []))
  const words = [...wholeVerbs(operation, changed), ...deletion]
  if (operation === 'UPDATE') return words
  const object = withoutName(changed.now ?? changed.old ?? emptyObject())
  const [old, now] = changed.now ? [undefined, object] : [object, undefined]
  return [...words, ...fieldVerbs(contextOf(changed), '', old, now)]
}

function deletionIn(patch: JsonObject): readonly Verb[] {
  return patch['$patch'] === 'delete' ? ['delete'] : []
}

/** What the patch says besides which object it is for. */
function withoutName(patch: JsonObject): JsonObject {
  const rest = emptyObject()
  for (const [key, value] of Object.entries(patch)) {
    if (key === 'apiVersion' || key === 'kind') continue
    if (key !== 'metadata' || !isJsonObject(value)) rest[key] = value
    else {
      const entries = Object.entries(value).filter(([field]) => field !== 'name' && field !== 'namespace')
      if (entries.length > 0) rest[key] = Object.fromEntries(entries)
    }
  }
  return rest
}

function contextOf(changed: ChangedObject): VerbContext {
  const kind = kindOf(changed)
  const template = podTemplateOf(changed.ref) ?? (hasPodTemplate(changed) ? 'spec.template' : undefined)
  return { kind, template, old: changed.old ?? emptyObject(), isPiece: changed.role !== 'manifest' }
}

/** Whether a kind that is not known has a pod template where most kinds have it. */
function hasPodTemplate(changed: ChangedObject): boolean {
  return [changed.old, changed.now].some((object) =>
    isJsonList(valueIn(object, '/spec/template/spec/containers')),
  )
}

function kindOf({ ref }: ChangedObject): string {
  return groupKind({ group: storedGroup(ref), kind: ref.kind })
}

function valueIn(object: JsonObject | null, at: string): Json | undefined {
  return object ? valueAt(object, at) : undefined
}

import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import { signInNames } from '../sign-in-names.ts'
import { hasIn, objectIn, textIn, textsIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'
import { sourcesOf } from '../sources.ts'
import { allGuards, type Guards, NO_GUARDS, sureGuards } from '../guards.ts'

/** What a list of references to Policies of the NGINX Ingress Controller guards. */
export function nginxGuards(references: readonly Json[], owner: ObjectRef, around: Neighbours): Guards {
  return allGuards(
    references.map((reference) =>
      policyGuards(textIn(reference, 'name'), textIn(reference, 'namespace') || owner.namespace, around),
    ),
  )
}

/** One that is not known is told by a name that speaks of signing in. */
function policyGuards(name: string, namespace: string | null, around: Neighbours): Guards {
  const { objects, state } = around.find('k8s.nginx.org/Policy', namespace, name)
  if (objects.length === 0 || state === 'partial')
    return { ...NO_GUARDS, auth: signInNames([name]).length > 0 ? `policy ${name}` : null }
  return sureGuards(
    objects.map(({ object, value }) => {
      const spec = objectIn(value, 'spec')
      return {
        auth: signInOf(name, spec),
        sources: sourcesOf(textsIn(spec, 'accessControl', 'allow')),
        via: [object],
      }
    }),
  )
}

const SIGN_IN = ['basicAuth', 'jwt', 'oidc', 'ingressMTLS', 'apiKey', 'externalAuth']

/** A client certificate that is optional keeps nobody out. */
function signInOf(name: string, spec: JsonObject): string | null {
  const kinds = SIGN_IN.filter((member) => hasIn(spec, member)).filter(
    (member) => member !== 'ingressMTLS' || /^(?:|on)$/.test(textIn(spec, member, 'verifyClient')),
  )
  return kinds.length === 0 ? null : `policy ${name} (${kinds.join(', ')})`
}

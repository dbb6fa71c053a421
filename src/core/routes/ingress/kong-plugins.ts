import type { ObjectRef } from '../../model/object-ref.ts'
import { type Guards, NO_GUARDS, sureGuards } from '../guards.ts'
import { objectIn, textIn, textsIn } from '../members.ts'
import type { Neighbour, Neighbours } from '../neighbours.ts'
import { signInNames } from '../sign-in-names.ts'
import { sourcesOf } from '../sources.ts'

const SIGN_IN = /^(?:.*-auth|jwt.*|oauth2.*|openid-connect|saml)$/

/**
 * What a Kong plugin guards, by the object of that name; one that is not known is told by a name that speaks of
 * signing in.
 */
export function pluginGuards(name: string, owner: ObjectRef, around: Neighbours): Guards {
  const own = around.find('configuration.konghq.com/KongPlugin', owner.namespace, name)
  const found =
    own.objects.length > 0 ? own : around.find('configuration.konghq.com/KongClusterPlugin', null, name)
  if (found.objects.length === 0 || found.state === 'partial')
    return { ...NO_GUARDS, auth: signInNames([name]).length > 0 ? `plugin ${name}` : null }
  return sureGuards(found.objects.map(guardsOf))
}

function guardsOf({ object, value }: Neighbour): Guards {
  const plugin = textIn(value, 'plugin')
  if (objectIn(value)['disabled'] === true) return { ...NO_GUARDS, via: [object] }
  return {
    auth: SIGN_IN.test(plugin) ? `plugin ${object.name} (${plugin})` : null,
    sources: plugin === 'ip-restriction' ? sourcesOf(textsIn(value, 'config', 'allow')) : null,
    via: [object],
  }
}

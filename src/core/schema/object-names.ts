import { isJsonObject } from '../model/json.ts'
import { pointerTo } from '../model/json-pointer.ts'
import type { Manifest } from '../model/manifest.ts'
import { groupKind } from '../model/object-ref.ts'
import type { Fault } from './fault.ts'
import { dns1035Label, dnsLabel, dnsSubdomain, pathSegment, type NameRule } from './names.ts'
import { checkName } from './rules/named.ts'

/** Faults of an object's own name and namespace. */
export function checkObjectNames({ value, ref }: Manifest): readonly Fault[] {
  const metadata = value['metadata']
  if (!isJsonObject(metadata)) return []
  const rule = NAME_RULES.get(groupKind(ref)) ?? dnsSubdomain
  const { name, generateName, namespace } = {
    name: metadata['name'],
    generateName: metadata['generateName'],
    namespace: metadata['namespace'],
  }
  return [
    ...(name === '' ? [] : checkName('schema.name', name, pointerTo('/metadata', 'name'), rule)),
    ...(generateName === ''
      ? []
      : checkName('schema.name', generateName, '/metadata/generateName', beginning(rule))),
    ...(namespace === '' ? [] : checkName('schema.name', namespace, '/metadata/namespace', dnsLabel)),
  ]
}

/** A beginning is good when a name is that begins with it. */
function beginning(rule: NameRule): NameRule {
  return (text) => rule(`${text.slice(0, 57)}a`)
}

const anyName: NameRule = () => undefined

const NAME_RULES: ReadonlyMap<string, NameRule> = new Map([
  ['core/Namespace', dnsLabel],
  ['core/Service', dns1035Label],
  ['rbac.authorization.k8s.io/Role', pathSegment],
  ['rbac.authorization.k8s.io/RoleBinding', pathSegment],
  ['rbac.authorization.k8s.io/ClusterRole', pathSegment],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', pathSegment],
  ['certificates.k8s.io/CertificateSigningRequest', anyName],
  ['networking.k8s.io/IPAddress', anyName],
])

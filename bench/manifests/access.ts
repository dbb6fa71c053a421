import { type App, metadata } from './app.ts'

/** A Role with some rules. */
export function role(app: App): string {
  const { dice, revision } = app
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
${metadata(app)}rules:
  - apiGroups: [""]
    resources: [configmaps, ${dice.pick(['pods', 'services', 'endpoints'])}]
    verbs: ["get", "list", "watch"]
  - apiGroups:
      - apps
    resources:
      - deployments
    verbs:
      - get
    resourceNames: [ name-${String(revision)} ]
`
}

/** A RoleBinding of the app's Role. */
export function roleBinding(app: App): string {
  const { name, namespace, dice, revision } = app
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${metadata(app)}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${name}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${namespace}
  - kind: Group
    apiGroup: rbac.authorization.k8s.io
    name: "${dice.pick(['developers', 'operators'])}:${String(revision)}"
`
}

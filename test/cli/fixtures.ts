/** A Deployment with so many replicas. */
export function deployment(replicas: number, name = 'web'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: ${name}, image: "registry.example.com/${name}:1.0.0" }
`
}

/** A policy of one rule: a scale-down to zero is high. */
export const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  environments:
    - { name: production, cluster: prod-eu, paths: [ "prod/**" ] }
  rules:
    - id: acme.scale.to-zero
      match: { kinds: [ apps/Deployment ], verbs: [ scale ] }
      change: [ { path: spec.replicas, op: to-zero } ]
      severity: high
      message: "nothing would run"
      why: "Zero replicas serve nobody."
  requirements:
    high: { approvals: [ { from: [ codeowners ] } ] }
`

/** Everything belongs to ben. */
export const CODEOWNERS = '* @ben\n'

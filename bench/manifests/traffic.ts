import { type App, metadata } from './app.ts'

/** A Service with one port. */
export function service(app: App): string {
  const { name, dice, revision } = app
  return `apiVersion: v1
kind: Service
${metadata(app)}spec:
  type: ${dice.pick(['ClusterIP', 'ClusterIP', '"ClusterIP"', 'NodePort'])}
  ports:
    - name: http
      port: ${String(80 + revision)}
      targetPort: http
      protocol: TCP
  selector:
    app.kubernetes.io/name: '${name}'
`
}

/** An Ingress with one host and one path or more. */
export function ingress(app: App): string {
  const { name, dice, revision } = app
  const host = `${name}.${dice.pick(['example.com', 'shop.example.com', 'internal.example.com'])}`
  const paths = Array.from({ length: 1 + dice.whole(3) }, (_, index) => pathOf(name, index))
  const annotations = [`nginx.ingress.kubernetes.io/proxy-read-timeout: "${String(30 + revision)}"`]
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(app, annotations)}spec:
  ingressClassName: nginx
  tls:
    - hosts: ["${host}"]
      secretName: ${name}-tls
  rules:
    - host: ${host}
      http:
        paths:
${paths.join('')}`
}

/** A NetworkPolicy that lets some in. */
export function networkPolicy(app: App): string {
  const { name, dice, revision } = app
  return `# Only those named here.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata(app)}spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: ${dice.pick(['ingress', 'monitoring'])}}
        - ipBlock:
            cidr: 10.${String(dice.whole(200))}.${String(revision)}.0/24
      ports:
        - port: ${String(8000 + dice.whole(1000))}
          protocol: TCP
  egress:
    - to:
        - podSelector: {}
`
}

/** An object of a custom kind. */
export function serviceMonitor(app: App): string {
  const { name, dice, revision } = app
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
${metadata(app)}spec:
  endpoints:
  - interval: ${String(15 + revision)}s
    port: http
    path: /metrics
    relabelings:
    - action: replace
      regex: (.+);(.+)
      replacement: $1:$2
      sourceLabels: [__meta_kubernetes_pod_ip, __meta_kubernetes_pod_port_${String(dice.whole(10))}]
      targetLabel: instance
  selector:
    matchLabels:
      app.kubernetes.io/name: "${name}"
`
}

function pathOf(name: string, index: number): string {
  return `          - path: ${index === 0 ? '/' : `/part-${String(index)}`}
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port: {name: http}
`
}

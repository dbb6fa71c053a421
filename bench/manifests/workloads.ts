import { type App, metadata } from './app.ts'
import type { Dice } from './dice.ts'

/** A Deployment with one container or two. */
export function deployment(app: App): string {
  const { name, dice, revision } = app
  const annotations = [`checksum/settings: ${'0123456789abcdef'.repeat(4)}`, 'prometheus.io/scrape: "true"']
  return `# ${name}: ${dice.lines(1, WORDS).join('')}
apiVersion: apps/v1
kind: Deployment
${metadata(app, annotations)}spec:
  replicas: ${String(1 + dice.whole(6))}
  revisionHistoryLimit: 3
  selector:
    matchLabels: {app.kubernetes.io/name: ${name}}
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        version: v${String(revision)}
    spec:
      serviceAccountName: ${name}
      securityContext: {runAsNonRoot: true, runAsUser: 10001}
      containers:
${container(app, name)}${dice.once(3) ? container(app, 'proxy') : ''}      volumes:
        - name: settings
          configMap: {name: ${name}}
        - name: scratch
          emptyDir: {}
`
}

/** A HorizontalPodAutoscaler of the app's Deployment. */
export function autoscaler(app: App): string {
  const { name, dice, revision } = app
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata(app)}spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  minReplicas: ${String(1 + dice.whole(3))}
  maxReplicas: ${String(10 + revision)}
  metrics:
  - type: Resource
    resource:
      name: cpu
      target: {type: Utilization, averageUtilization: ${String(50 + dice.whole(40))}}
  behavior:
    scaleDown:
      stabilizationWindowSeconds: 300 # slowly
`
}

function container({ dice, revision }: App, name: string): string {
  const port = String(8000 + dice.whole(1000))
  return `        - name: ${name}
          image: "registry.example.com/${dice.pick(['shop', 'platform'])}/${name}:1.${String(dice.whole(40))}.${String(revision)}"
          imagePullPolicy: IfNotPresent
          args: ["--listen=:${port}", "--log-level", '${dice.pick(['info', 'debug', 'warn'])}']
          ports:
            - containerPort: ${port}
              name: http
          env:
${Array.from({ length: 2 + dice.whole(8) }, (_, index) => variable(dice, index)).join('')}          resources:
            requests: {cpu: ${String(50 + dice.whole(900))}m, memory: ${String(64 + dice.whole(900))}Mi}
            limits:
              memory: 1Gi
          livenessProbe:
            httpGet: {path: /healthz, port: http}
            periodSeconds: 15
          readinessProbe:
            httpGet:
              path: "/ready"
              port: http
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: settings
              mountPath: /etc/settings
              readOnly: true
            - name: scratch
              mountPath: /tmp
`
}

function variable(dice: Dice, index: number): string {
  const name = `SETTING_${String(index)}`
  if (dice.once(4)) {
    return `            - name: ${name}
              valueFrom:
                configMapKeyRef: {name: settings, key: ${name.toLowerCase()}}
`
  }
  const value = dice.pick(['"true"', "'8080'", 'https://api.example.com/v2', 'plain text', '"30s"'])
  return `            - name: ${name}\n              value: ${value}\n`
}

const WORDS = ['serves', 'the', 'orders', 'of', 'customers', 'and', 'their', 'baskets', 'quickly'] as const

import { container, withSpec, workload } from '../../../../support/verb-objects.ts'
import type { VerbRow } from './verb-row.ts'

const service = (spec: object): object => withSpec('v1', 'Service', spec)
const gateway = (kind: string, spec: object): object => withSpec('gateway.networking.k8s.io/v1', kind, spec)

/** What lets somebody reach a workload. */
export const REACHING: readonly VerbRow[] = [
  {
    typed: 'expose',
    change: 'a Service created',
    before: null,
    after: service({ ports: [{ port: 80 }] }),
    said: ['create new ', 'expose new '],
  },
  {
    typed: 'expose',
    change: 'another type of Service',
    before: service({ type: 'LoadBalancer' }),
    after: service({}),
    said: ['expose old /spec/type'],
  },
  {
    typed: 'expose',
    change: 'a port more',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 22 }, { port: 80 }] }),
    said: ['expose new /spec/ports/0'],
  },
  {
    typed: 'expose',
    change: 'a route more in an Ingress',
    before: withSpec('networking.k8s.io/v1', 'Ingress', { rules: [{ host: 'a' }] }),
    after: withSpec('networking.k8s.io/v1', 'Ingress', { rules: [{ host: 'a' }, { host: 'b' }] }),
    said: ['expose new /spec/rules/1'],
  },
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind): VerbRow => ({
    typed: 'expose',
    change: `a rule more in a ${kind}`,
    before: gateway(kind, { rules: [{ backendRefs: [{ name: 'a' }] }] }),
    after: gateway(kind, { rules: [{ backendRefs: [{ name: 'a' }] }, { backendRefs: [{ name: 'b' }] }] }),
    said: ['expose new /spec/rules/1'],
  })),
  {
    typed: 'expose',
    change: 'another host of a TLSRoute',
    before: gateway('TLSRoute', { hostnames: ['a'] }),
    after: gateway('TLSRoute', { hostnames: ['b'] }),
    said: ['expose new /spec/hostnames/0'],
  },
  ...['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'].map((kind): VerbRow => ({
    typed: 'expose',
    change: `an entry point more in an ${kind}`,
    before: withSpec('traefik.io/v1alpha1', kind, { entryPoints: ['inner'] }),
    after: withSpec('traefik.io/v1alpha1', kind, { entryPoints: ['inner', 'web'] }),
    said: ['expose new /spec/entryPoints/1'],
  })),
  {
    typed: 'expose',
    change: 'a listener created apart from its Gateway',
    before: null,
    after: gateway('ListenerSet', { listeners: [{ name: 'a' }] }),
    said: ['create new ', 'expose new '],
  },
  {
    typed: 'port-forward',
    change: 'hostPort',
    before: container({ ports: [{ containerPort: 80 }] }),
    after: container({ ports: [{ containerPort: 80, hostPort: 80 }] }),
    said: ['port-forward new /spec/template/spec/containers/0/ports/0/hostPort'],
  },
  {
    typed: 'port-forward',
    change: 'hostPort of a new workload',
    before: null,
    after: container({ ports: [{ containerPort: 80, hostPort: 80 }] }),
    said: ['create new ', 'port-forward new /spec/template/spec/containers/0/ports/0/hostPort'],
  },
  {
    typed: 'port-forward',
    change: 'hostPort of a new sidecar',
    before: container({}),
    after: workload({
      containers: [{ name: 'web' }, { name: 'b', ports: [{ containerPort: 80, hostPort: 80 }] }],
    }),
    said: [
      'exec new /spec/template/spec/containers/1',
      'port-forward new /spec/template/spec/containers/1/ports/0/hostPort',
    ],
  },
  {
    typed: 'port-forward',
    change: 'nodePort of a new port',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 80 }, { port: 22, nodePort: 30022 }] }),
    said: ['expose new /spec/ports/1', 'port-forward new /spec/ports/1/nodePort'],
  },
  {
    typed: 'port-forward',
    change: 'nodePort of a new Service',
    before: null,
    after: service({ ports: [{ port: 80, nodePort: 30080 }] }),
    said: ['create new ', 'expose new ', 'port-forward new /spec/ports/0/nodePort'],
  },
  {
    typed: 'port-forward',
    change: 'nodePort',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 80, nodePort: 30080 }] }),
    said: ['port-forward new /spec/ports/0/nodePort'],
  },
]

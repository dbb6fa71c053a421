import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { openDirectories } from '../../src/adapters/files/directory-repository.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import { compareRepository } from '../../src/gate/compare-repository.ts'
import { openGitRepository } from '../../src/adapters/git/git-repository.ts'
import type { Repository } from '../../src/gate/ports/repository.ts'
import { GitSandbox, writeFiles } from '../support/git-sandbox.ts'

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: infra }
spec:
  gatewayClassName: internet
  listeners:
    - name: web
      port: 443
      protocol: HTTPS
      hostname: "*.example.com"
      tls: { certificateRefs: [{ name: wildcard }] }
      allowedRoutes: { namespaces: { from: All } }
`
const route = (host: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: shop }
spec:
  parentRefs: [{ name: public, namespace: infra }]
  hostnames: [${host}]
  rules: [{ backendRefs: [{ name: shop, port: 80 }] }]
`
const BEFORE = { 'infra/gateway.yaml': gateway, 'shop/route.yaml': route('shop.example.com') }
const AFTER = { 'infra/gateway.yaml': gateway, 'shop/route.yaml': route('new.example.com') }

async function routesOpenedIn(repository: Repository) {
  const policy = loadPolicy([], builtinPolicy)
  if (!policy.ok) throw new Error('the builtin policy does not load')
  const changes = await compareRepository(repository, 'head', policy.value)
  if (!changes.ok) throw new Error(changes.error.code)
  return changes.value.routes.added.map((added) => ({ host: added.host, tls: added.tls, class: added.class }))
}

describe('a route whose Gateway does not change', () => {
  const opened = [{ host: 'new.example.com', tls: true, class: 'internet' }]

  let sandbox: GitSandbox
  beforeEach(() => {
    sandbox = GitSandbox.create()
  })
  afterEach(() => {
    sandbox.remove()
  })

  it('is seen through it in two directories', async () => {
    const [base, head] = [join(sandbox.dir, 'base'), join(sandbox.dir, 'head')]
    writeFiles(base, BEFORE)
    writeFiles(head, AFTER)
    const repository = openDirectories(base, head)
    if (!repository.ok) throw new Error(repository.error.text)
    expect(await routesOpenedIn(repository.value)).toEqual(opened)
  })

  it('is seen through it in two commits', async () => {
    const [base, head] = [sandbox.commit(BEFORE), sandbox.commit(AFTER)]
    const repository = await openGitRepository(sandbox.dir, base, head, { merge: false })
    if (!repository.ok) throw new Error(repository.error.text)
    try {
      expect(await repository.value.listAllBase()).toEqual(['infra/gateway.yaml', 'shop/route.yaml'])
      expect(await routesOpenedIn(repository.value)).toEqual(opened)
    } finally {
      repository.value.close()
    }
  })
})

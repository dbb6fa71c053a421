import { describe, expect, it } from 'vitest'
import { isClusterScoped } from '../../../src/core/manifests/cluster-scoped.ts'

describe('isClusterScoped', () => {
  it.each([
    ['', 'Namespace', true],
    ['', 'Pod', false],
    ['rbac.authorization.k8s.io', 'ClusterRole', true],
    ['rbac.authorization.k8s.io', 'Role', false],
    ['authorization.k8s.io', 'LocalSubjectAccessReview', false],
    ['constraints.gatekeeper.sh', 'K8sRequiredLabels', true],
    ['argoproj.io', 'AppProject', false],
    ['example.com', 'ClusterRole', false],
    ['', 'namespace', false],
    ['__proto__', 'constructor', false],
  ])('%s %s: %s', (group, kind, expected) => {
    expect(isClusterScoped(group, kind)).toBe(expected)
  })
})

/** Whether objects of a kind belong to no namespace. Kinds that are not known count as namespaced. */
export function isClusterScoped(group: string, kind: string): boolean {
  if (ALL_CLUSTER_SCOPED.has(group)) return true
  return CLUSTER_SCOPED.get(group)?.has(kind) === true
}

/** Groups in which every kind is one of the cluster. */
const ALL_CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'constraints.gatekeeper.sh',
  'config.openshift.io',
  'drawbridge.dev',
])

const CLUSTER_SCOPED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '': ['Namespace', 'Node', 'PersistentVolume', 'ComponentStatus'],
    'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
    'apiextensions.k8s.io': ['CustomResourceDefinition'],
    'apiregistration.k8s.io': ['APIService'],
    'admissionregistration.k8s.io': [
      'MutatingWebhookConfiguration',
      'ValidatingWebhookConfiguration',
      'ValidatingAdmissionPolicy',
      'ValidatingAdmissionPolicyBinding',
      'MutatingAdmissionPolicy',
      'MutatingAdmissionPolicyBinding',
    ],
    'storage.k8s.io': ['StorageClass', 'CSIDriver', 'CSINode', 'VolumeAttachment', 'VolumeAttributesClass'],
    'scheduling.k8s.io': ['PriorityClass'],
    'node.k8s.io': ['RuntimeClass'],
    'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
    'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
    'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
    'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
    'authentication.k8s.io': ['TokenReview', 'SelfSubjectReview'],
    'authorization.k8s.io': ['SubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview'],
    policy: ['PodSecurityPolicy'],
    extensions: ['PodSecurityPolicy'],
    'internal.apiserver.k8s.io': ['StorageVersion'],
    'storagemigration.k8s.io': ['StorageVersionMigration'],
    // Custom kinds that are common enough to know without their definition.
    'gateway.networking.k8s.io': ['GatewayClass'],
    'kustomize.config.k8s.io': ['Kustomization', 'Component'],
    'cert-manager.io': ['ClusterIssuer'],
    'kyverno.io': ['ClusterPolicy', 'ClusterCleanupPolicy'],
    'policies.kyverno.io': [
      'ValidatingPolicy',
      'MutatingPolicy',
      'ImageValidatingPolicy',
      'GeneratingPolicy',
    ],
    'templates.gatekeeper.sh': ['ConstraintTemplate'],
    'cilium.io': [
      'CiliumClusterwideNetworkPolicy',
      'CiliumClusterwideEnvoyConfig',
      'CiliumLoadBalancerIPPool',
      'CiliumL2AnnouncementPolicy',
    ],
    'argoproj.io': ['ClusterWorkflowTemplate', 'ClusterAnalysisTemplate'],
    'trust.cert-manager.io': ['Bundle'],
    'policy.cert-manager.io': ['CertificateRequestPolicy'],
    'tekton.dev': ['ClusterTask'],
    'security.openshift.io': ['SecurityContextConstraints'],
    'project.openshift.io': ['Project', 'ProjectRequest'],
    'user.openshift.io': ['User', 'Group', 'Identity'],
    'oauth.openshift.io': ['OAuthClient'],
    'machineconfiguration.openshift.io': ['MachineConfig', 'MachineConfigPool', 'KubeletConfig'],
    'console.openshift.io': ['ConsoleLink', 'ConsolePlugin', 'ConsoleNotification'],
    'crd.projectcalico.org': ['GlobalNetworkPolicy'],
    'projectcalico.org': ['GlobalNetworkPolicy'],
    'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy'],
    'external-secrets.io': ['ClusterSecretStore', 'ClusterExternalSecret'],
    'karpenter.sh': ['NodePool', 'NodeClaim', 'Provisioner', 'Machine'],
    'karpenter.k8s.aws': ['EC2NodeClass', 'AWSNodeTemplate'],
    'elbv2.k8s.aws': ['IngressClassParams'],
    'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
  }).map(([group, kinds]) => [group, new Set(kinds)]),
)

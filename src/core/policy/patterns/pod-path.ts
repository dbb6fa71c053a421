/** Where an object of a kind keeps the spec of its pod, if it has one: keys from the top. */
export function podPath(kind: string): readonly string[] {
  if (kind === 'Pod') return ['spec']
  if (kind === 'PodTemplate') return ['template', 'spec']
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template', 'spec']
  return ['spec', 'template', 'spec']
}

/** The lists of containers in the spec of a pod. */
export const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const

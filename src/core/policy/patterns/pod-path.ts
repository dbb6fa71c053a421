const IN_TEMPLATE = ['spec', 'template', 'spec']
const BY_KIND: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['spec']],
  ['PodTemplate', ['template', 'spec']],
  ['CronJob', ['spec', 'jobTemplate', ...IN_TEMPLATE]],
])

/** Where an object of a kind keeps the spec of its pod, if it has one: keys from the top. */
export function podPath(kind: string): readonly string[] {
  return BY_KIND.get(kind) ?? IN_TEMPLATE
}

/** Every place where an object may keep the spec of its pod. */
export const POD_PATHS: readonly (readonly string[])[] = [...BY_KIND.values(), IN_TEMPLATE]

/** The lists of containers in the spec of a pod. */
export const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const

import type { Survey } from './survey.ts'

/** How far an environment is from customers. */
export type Stage = 'production' | 'staging' | 'development'

/** An environment that the folders of a repository show. */
export interface FoundEnvironment {
  readonly name: string
  readonly stage: Stage
  /** Globs, sorted. */
  readonly paths: readonly string[]
  /** The one cluster that Argo CD deploys it to, or that its folder is named after; null: none, or several. */
  readonly cluster: string | null
  /** The one namespace that Argo CD deploys it to; null: none, or several. */
  readonly namespace: string | null
}

const WORDS: Readonly<Record<Stage, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live'],
  staging: ['staging', 'stage', 'stg', 'preprod', 'uat', 'qa'],
  development: ['development', 'dev', 'sandbox', 'preview'],
}
const STAGES: readonly Stage[] = ['production', 'staging', 'development']

/** Below these, each folder is a cluster. */
const CLUSTER_FOLDERS = new Set(['clusters', 'cluster'])

/** More folders of one name are one glob. */
const FOLDERS_EACH = 3

/** Folders that are no place of desired state, whatever they are called. */
const NO_PLACE =
  /(?:^|\/)(?:\.[^/]*|_[^/]*|docs?|tests?|src|node_modules|vendor|charts|templates|scripts|hack|examples?)(?:\/|$)/

/**
 * The environments that folders are named after, production first. The outermost folder of such a name counts: what is below belongs to it.
 */
export function findEnvironments(survey: Survey): readonly FoundEnvironment[] {
  const folders = new Map<Stage, Set<string>>()
  for (const path of survey.paths) {
    if (!/\.(?:ya?ml|json)$/.test(path)) continue
    const place = placeOf(path)
    if (place === null) continue
    const known = folders.get(place.stage) ?? new Set()
    folders.set(place.stage, known.add(place.folder))
  }
  return STAGES.flatMap((stage) => {
    const found = [...(folders.get(stage) ?? [])].toSorted()
    return found.length === 0 ? [] : environmentsOf(stage, found, survey)
  })
}

interface EnvironmentPlace {
  readonly stage: Stage
  /** The folder of that name, with all above it. */
  readonly folder: string
}

function placeOf(path: string): EnvironmentPlace | null {
  const segments = path.split('/').slice(0, -1)
  for (const [index, segment] of segments.entries()) {
    const stage = stageOf(segment)
    const folder = segments.slice(0, index + 1).join('/')
    if (stage !== null && !NO_PLACE.test(segments.slice(0, index).join('/'))) return { stage, folder }
  }
  return null
}

/** `prod`, `prod-eu`, `eu-production`, `shop_prod`: a word of its own in the name. */
function stageOf(segment: string): Stage | null {
  const words = segment.toLowerCase().split(/[-_.]/)
  if (words.includes('non') || words.includes('nonprod')) return 'staging'
  return STAGES.find((stage) => words.some((word) => WORDS[stage].includes(word))) ?? null
}

/** Folders under `clusters/` are environments each, since what one cluster may is not what another may; others are one. */
function environmentsOf(
  stage: Stage,
  folders: readonly string[],
  survey: Survey,
): readonly FoundEnvironment[] {
  const clusters = folders.filter((folder) => CLUSTER_FOLDERS.has(folder.split('/').at(-2) ?? ''))
  const others = folders.filter((folder) => !clusters.includes(folder))
  const single = clusters.length === 1 && others.length === 0
  return [
    ...clusters.map((folder) => environment(single ? stage : nameOf(folder), stage, [folder], survey)),
    ...(others.length > 0 ? [environment(stage, stage, others, survey)] : []),
  ]
}

function environment(
  name: string,
  stage: Stage,
  folders: readonly string[],
  survey: Survey,
): FoundEnvironment {
  const deployed = survey.deployments.filter(({ path }) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`)),
  )
  const [first] = folders
  const isCluster = folders.length === 1 && CLUSTER_FOLDERS.has(first?.split('/').at(-2) ?? '')
  return {
    name,
    stage,
    paths: globsOf(folders),
    cluster: only(deployed.map(({ cluster }) => cluster)) ?? (isCluster ? nameOf(first ?? '') : null),
    namespace: only(deployed.map(({ namespace }) => namespace)),
  }
}

function nameOf(folder: string): string {
  return folder.split('/').at(-1) ?? folder
}

/** `apps/a/overlays/prod` and many like it are one glob: whatever has that name below a folder of the other. */
function globsOf(folders: readonly string[]): readonly string[] {
  const endings = new Map<string, string[]>()
  for (const folder of folders) {
    const segments = folder.split('/')
    const ending = segments.slice(-2).join('/')
    const key = segments.length > 2 ? ending : folder
    endings.set(key, [...(endings.get(key) ?? []), folder])
  }
  return [...endings]
    .flatMap(([ending, group]) =>
      group.length > FOLDERS_EACH ? [`**/${ending}/**`] : group.map((folder) => `${folder}/**`),
    )
    .toSorted()
}

/** The one text of a list; null when there are several, or one place says none. */
function only(texts: readonly (string | null)[]): string | null {
  const [first = null, ...others] = [...new Set(texts)]
  return others.length === 0 ? first : null
}

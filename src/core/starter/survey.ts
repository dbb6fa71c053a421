import { isJsonList, isJsonObject, type Json, textAt } from '../model/json.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** A file of the repository. */
export interface SurveyedFile {
  readonly path: string
  /** Null: not text, or of no interest. */
  readonly text: string | null
}

/** Where an Argo CD Application takes manifests from, and where they go. */
export interface Deployment {
  readonly path: string
  /** The name or the server of its cluster; null: it says none. */
  readonly cluster: string | null
  readonly namespace: string | null
}

/** What a repository is made of, as far as files tell. */
export interface Survey {
  readonly paths: readonly string[]
  /** What Argo CD Applications and the templates of ApplicationSets deploy from here. */
  readonly deployments: readonly Deployment[]
  readonly hasArgo: boolean
  readonly hasFlux: boolean
  readonly hasKustomize: boolean
  readonly hasHelm: boolean
}

/** Looks at the files of a repository. Nothing of them is executed, and what cannot be read is passed over. */
export function surveyRepository(files: readonly SurveyedFile[]): Survey {
  const paths = files.map(({ path }) => path).toSorted()
  const texts = files.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))
  const mentions = (word: string): boolean => texts.some(({ text }) => text.includes(word))
  return {
    paths,
    deployments: texts.filter(({ text }) => text.includes('argoproj.io')).flatMap(deploymentsIn),
    hasArgo: mentions('argoproj.io/v1alpha1'),
    hasFlux: mentions('toolkit.fluxcd.io'),
    hasKustomize: paths.some((path) => /(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/.test(path)),
    hasHelm: paths.some((path) => /(?:^|\/)Chart\.ya?ml$/.test(path)),
  }
}

function deploymentsIn({
  path,
  text,
}: {
  readonly path: string
  readonly text: string
}): readonly Deployment[] {
  const documents = readYaml(text, path)
  return documents.ok ? documents.value.flatMap(({ value }) => deploymentsOf(value)) : []
}

function deploymentsOf(value: Json): readonly Deployment[] {
  if (!isJsonObject(value)) return []
  const { kind, spec } = value
  if (!isJsonObject(spec)) return []
  if (kind === 'Application') return deploymentsBySpec(spec)
  const template = kind === 'ApplicationSet' ? spec['template'] : undefined
  const templated = isJsonObject(template) ? template['spec'] : undefined
  return isJsonObject(templated) ? deploymentsBySpec(templated) : []
}

/** A path or cluster that a template fills in names nothing. */
function deploymentsBySpec(spec: Readonly<Record<string, Json>>): readonly Deployment[] {
  const { source, sources, destination } = spec
  const target = isJsonObject(destination) ? destination : {}
  const cluster = plainText(target, 'name') ?? plainText(target, 'server')
  const namespace = plainText(target, 'namespace')
  return [source ?? null, ...(isJsonList(sources) ? sources : [])].flatMap((one) => {
    const path = isJsonObject(one) ? plainText(one, 'path') : null
    return path === null ? [] : [{ path: path.replace(/^\.?\/+|\/+$/g, ''), cluster, namespace }]
  })
}

function plainText(object: Readonly<Record<string, Json>>, key: string): string | null {
  const text = textAt(object, key)
  return text === undefined || text === '' || text.includes('{{') ? null : text
}

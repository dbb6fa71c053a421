import { err, ok, type Result } from '../core/model/result.ts'

/** What the runner says about where it runs. */
export interface Surroundings {
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly serverUrl: string
  readonly owner: string
  readonly name: string
  readonly eventName: string
  readonly eventPath: string
  readonly temp: string
  /** The file name of the workflow that runs this; null: the runner does not say. */
  readonly workflow: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the runner's variables; every one that is missing is named. */
export function readSurroundings(environment: Environment): Result<Surroundings, readonly string[]> {
  const mistakes: string[] = []
  const variable = (name: string): string => {
    const value = environment[name] ?? ''
    if (value === '') mistakes.push(`The variable ${name} is not set. This runs inside a GitHub Actions job.`)
    return value
  }
  const repository = variable('GITHUB_REPOSITORY')
  const [owner = '', name = '', ...rest] = repository.split('/')
  if (repository !== '' && (owner === '' || name === '' || rest.length > 0))
    mistakes.push(`GITHUB_REPOSITORY is "${repository}"; it has the form owner/name.`)
  const surroundings = {
    apiUrl: variable('GITHUB_API_URL'),
    graphqlUrl: variable('GITHUB_GRAPHQL_URL'),
    serverUrl: variable('GITHUB_SERVER_URL'),
    owner,
    name,
    eventName: variable('GITHUB_EVENT_NAME'),
    eventPath: variable('GITHUB_EVENT_PATH'),
    temp: variable('RUNNER_TEMP'),
    workflow: workflowOf(environment['GITHUB_WORKFLOW_REF'] ?? ''),
  }
  return mistakes.length > 0 ? err(mistakes) : ok(surroundings)
}

/** `owner/name/.github/workflows/FILE@ref`; the ref may hold anything. */
function workflowOf(ref: string): string | null {
  return /^[^/]+\/[^/]+\/\.github\/workflows\/(?<file>[^/@]+)@/.exec(ref)?.groups?.['file'] ?? null
}

import { chooseCodeowners, parseCodeowners } from '../approvals/codeowners.ts'
import { findEnvironments, type FoundEnvironment } from './find-environments.ts'
import { missingOwnerLines, starterOwners, UNKNOWN_OWNER } from './starter-owners.ts'
import { starterPolicy } from './starter-policy.ts'
import { type SurveyedFile, type Survey, surveyRepository } from './survey.ts'

/** What is needed to begin, beside the files. */
export interface StarterRequest {
  readonly files: readonly SurveyedFile[]
  /** The branch that merges go to. */
  readonly branch: string
  /** Who owns what nobody else does; null: not said. */
  readonly owner: string | null
  /** The workflows to copy, by name. */
  readonly workflows: ReadonlyMap<string, string>
}

/** A file to write, or one that is left as it is. */
export interface StarterFile {
  readonly path: string
  readonly text: string
  /** Already there: it is not touched. */
  readonly exists: boolean
}

/** What to begin with. */
export interface Starter {
  readonly survey: Survey
  readonly environments: readonly FoundEnvironment[]
  readonly files: readonly StarterFile[]
  /** Lines that the CODEOWNERS which is there lacks, and its path; null: nothing is missing. */
  readonly ownerLines: { readonly path: string; readonly lines: readonly string[] } | null
  /** Labels to create. */
  readonly labels: readonly StarterLabel[]
}

/** A label with what it says to people who set it. */
export interface StarterLabel {
  readonly name: string
  readonly description: string
}

const LABELS: readonly StarterLabel[] = ['30m', '1h', '2h', '4h'].map((length) => ({
  name: `deploy-window/${length}`,
  description: `Opens a deploy window of ${length} from now on`,
}))

const POLICY = '.github/drawbridge.yaml'

/** A policy, workflows and owners for a repository as it is. A file that is there is never part of what to write. */
export function makeStarter(request: StarterRequest): Starter {
  const survey = surveyRepository(request.files)
  const environments = findEnvironments(survey)
  const owner = request.owner ?? UNKNOWN_OWNER
  const used = chooseCodeowners(survey.paths)
  const files = [
    { path: POLICY, text: starterPolicy(survey, environments) },
    ...[...request.workflows].map(([name, text]) => ({
      path: `.github/workflows/${name}`,
      text: text.replace(/(?<=^\s+branches: )\[main\]/m, `[${JSON.stringify(request.branch)}]`),
    })),
    ...(used === null ? [{ path: '.github/CODEOWNERS', text: starterOwners(environments, owner) }] : []),
  ]
  return {
    survey,
    environments,
    files: files.map((file) => ({ ...file, exists: isThere(file.path, survey) })),
    ownerLines: used === null ? null : linesFor(used, request.files, owner),
    labels: LABELS,
  }
}

/** A policy in several files is a policy that is there. */
function isThere(path: string, { paths }: Survey): boolean {
  if (path === POLICY && paths.some((one) => /^\.github\/drawbridge\/[^/]+\.ya?ml$/.test(one))) return true
  return paths.includes(path)
}

function linesFor(path: string, files: readonly SurveyedFile[], owner: string): Starter['ownerLines'] {
  const text = files.find((file) => file.path === path)?.text ?? null
  const lines = text === null ? [] : missingOwnerLines(parseCodeowners(text, path), owner)
  return lines.length === 0 ? null : { path, lines }
}

import type { Starter } from '../starter/starter.ts'
import { count, listOf } from './phrases.ts'
import { plain } from './untrusted.ts'

/** How the gate is set up: with an app of one's own, or with nothing but a workflow. */
export type StarterLayout = 'app' | 'zero'

/** What was found and written, and the three steps that only people can take. */
export function starterText(starter: Starter, layout: StarterLayout, written: boolean): string {
  return `${[foundLine(starter), ...fileLines(starter, written), ...ownerLines(starter), '', ...steps(starter, layout)].join('\n')}\n`
}

function foundLine({ survey, environments }: Starter): string {
  const tools = [
    ...(survey.hasArgo ? ['Argo CD'] : []),
    ...(survey.hasFlux ? ['Flux'] : []),
    ...(survey.hasKustomize ? ['kustomize'] : []),
    ...(survey.hasHelm ? ['Helm'] : []),
  ]
  const places = environments.map(({ name, paths }) => `${name} (${listOf(paths, 'and', 3)})`)
  return plain(
    `Found ${listOf(tools) || 'plain manifests'}; ${places.length > 0 ? listOf(places) : 'no folder that is named after an environment'}.`,
  )
}

function fileLines({ files }: Starter, written: boolean): readonly string[] {
  return files.map(({ path, exists }) => {
    if (exists) return `  kept     ${plain(path)}, which is there already`
    return `  ${written ? 'wrote  ' : 'to write'} ${plain(path)}`
  })
}

function ownerLines({ ownerLines: missing }: Starter): readonly string[] {
  if (missing === null) return []
  const { path, lines } = missing
  return [
    '',
    `Add to the end of ${path}, which gives the gate's own files no owner:`,
    ...lines.map((line) => `  ${plain(line)}`),
  ]
}

function steps(starter: Starter, layout: StarterLayout): readonly string[] {
  const labels = starter.labels.map(
    ({ name, description }) => `       gh label create ${name} --description "${description}"`,
  )
  const app =
    layout === 'app'
      ? 'Create the GitHub App and the environment "drawbridge" as the head of .github/workflows/drawbridge.yml says.'
      : 'Nothing to create: the workflow speaks with its own token, which everybody who can push a workflow can imitate.'
  return [
    'Left to do by hand:',
    '  1. In what was written, put names for OWNER and the full commit of a release; then commit it to the default branch.',
    `  2. ${app} Create ${count(labels.length, 'label')}:`,
    ...labels,
    `  3. Require the status "drawbridge" in a ruleset of the branch${layout === 'app' ? ', with your app as its source' : ', with GitHub Actions as its source'}.`,
    'Then "drawbridge doctor OWNER/NAME" says whether everything is in its place.',
  ]
}

import type { FoundEnvironment, Stage } from './find-environments.ts'
import type { Survey } from './survey.ts'

/** A policy to begin with, commented, for what was found. It decides as `builtin:recommended` does but for what it says of environments. */
export function starterPolicy(survey: Survey, environments: readonly FoundEnvironment[]): string {
  return [
    HEAD,
    tools(survey),
    environments.length > 0 ? environmentLines(environments) : NO_ENVIRONMENTS,
    NEEDS,
    WINDOWS,
  ].join('\n')
}

const HEAD = `# What a merge needs before it reaches the cluster. Read at the base of each pull request, so nobody changes the rules for their own.
#   drawbridge lint       every mistake in this file
#   drawbridge simulate   what it would have done to the last merges
#   drawbridge rules      the rules, and what each asks for
apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: gate }
spec:
  extends: [ builtin:recommended ]
`

function tools({ hasArgo, hasFlux, hasKustomize, hasHelm }: Survey): string {
  const found = [
    ...(hasArgo ? ['Argo CD'] : []),
    ...(hasFlux ? ['Flux'] : []),
    ...(hasKustomize ? ['kustomize'] : []),
    ...(hasHelm ? ['Helm charts'] : []),
  ]
  if (found.length === 0) return ''
  const sources =
    hasKustomize || hasHelm ? ' Sources of kustomize and Helm are judged as they are written.' : ''
  return `  # Found here: ${found.join(', ')}.${sources}\n`
}

const NO_ENVIRONMENTS = `  # No folder is named after an environment. Where some of them are production and some are not, say so:
  # environments:
  #   - { name: production, paths: [ "clusters/prod/**" ] }
  #   - { name: development, paths: [ "clusters/dev/**" ], maxSeverity: low }
`

const REMARK: Readonly<Record<Stage, string>> = {
  production: '',
  staging: ', maxSeverity: medium',
  development: ', maxSeverity: low',
}

function environmentLines(environments: readonly FoundEnvironment[]): string {
  const lines = environments.map(({ name, stage, paths, cluster, namespace }) => {
    const place = [
      ...(cluster === null ? [] : [`cluster: ${quoted(cluster)}`]),
      `paths: [ ${paths.map(quoted).join(', ')} ]`,
      ...(namespace === null ? [] : [`namespace: ${quoted(namespace)}`]),
    ]
    return `    - { name: ${quoted(name)}, ${place.join(', ')}${REMARK[stage]} }`
  })
  return [
    '  # The first whose paths match a file has it. maxSeverity caps what its findings ask for.',
    '  environments:',
    ...lines,
    '',
  ].join('\n')
}

/** Plain where YAML reads it as the same text. */
function quoted(text: string): string {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)
}

const NEEDS = `  # What each severity needs. Without this: medium one code owner; high one who wrote none of it, and a window of at most 4h;
  # critical two of them, and a window of at most 1h.
  # requirements:
  #   high: { approvals: [ { from: [ codeowners ] }, { from: [ "@acme/platform" ] } ], window: { max: 4h } }
  # Who is asked for paths that CODEOWNERS leaves without an owner. Without this such a finding holds.
  # owners: { fallback: [ "@acme/platform" ] }
`

const WINDOWS = `  # When nothing risky merges, whoever approved.
  # windows:
  #   - { name: friday, kind: deny, schedule: "0 16 * * 5", duration: 63h, timeZone: Europe/Paris, reason: nobody is here at the weekend }
  # The way through at night: the label, a reason, one approval; a review is due afterwards.
  # breakGlass: { label: break-glass, by: [ "@acme/oncall" ], max: 1h, reviewedBy: [ "@acme/security" ] }
`

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import type { Observation, Read } from '../../src/core/doctor/observation.ts'
import { type Setup, setupOf } from '../../src/core/doctor/setup.ts'
import { type Instant, parseInstant } from '../../src/core/model/instant.ts'
import { err, ok } from '../../src/core/model/result.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'

/** Something that could not be read. */
export const UNREAD: Read<never> = err({ why: 'Cannot read it.', todo: 'Run again.' })

/** The remark of every check that stands on {@link UNREAD}. */
export const UNREAD_REMARK = { code: 'unread', why: 'Cannot read it.', todo: 'Run again.' } as const

export const APP = 7
export const ACTIONS = 15_368

/** A moment; throws for what is none. */
export function moment(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`no moment: ${text}`)
  return instant
}

/** A policy with this spec. */
export function policyOf(spec: string): Policy {
  const text = `apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: gate }\nspec: ${spec}\n`
  const loaded = loadPolicy([{ path: 'policy.yaml', text, builtin: false }], builtinPolicy)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  return loaded.value
}

const RECOMMENDED = policyOf('{ extends: [builtin:recommended] }')

/** Workflows by the name of their file. */
export function workflows(files: Readonly<Record<string, string>>): Observation['workflows'] {
  return ok(
    Object.entries(files).map(([name, text]) => ({ path: `.github/workflows/${name}`, text: ok(text) })),
  )
}

/** The workflows of `examples/workflows`, as somebody copied them. */
export function example(name: string): string {
  return readFileSync(resolve('examples/workflows', name), 'utf8')
}

export const WITH_APP: Observation['workflows'] = workflows({
  'drawbridge.yml': example('drawbridge.yml'),
  'drawbridge-relay.yml': example('drawbridge-relay.yml'),
})
export const ZERO: Observation['workflows'] = workflows({
  'drawbridge.yml': example('drawbridge-zero-setup.yml'),
})

/** A workflow that runs the gate with an app's token: its triggers, more inputs of its step, more lines of its job. */
export function gate(
  on: string,
  { inputs = '', job = '' }: { readonly inputs?: string; readonly job?: string } = {},
): string {
  return `name: gate
on: ${on}
jobs:
  decide:
    environment: drawbridge
    steps:
${job}      - uses: acme/drawbridge@v1
        with: { token: "\${{ steps.app.outputs.token }}"${inputs} }
`
}

/** The setup of these workflows. */
export function setup(read: Observation['workflows']): Setup {
  return setupOf({ workflows: read })
}

/** A repository with an app, as it should be, but for what is given. */
export function observation(given: Partial<Observation> = {}): Observation {
  const at = moment('2026-11-23T08:00:00Z')
  return {
    repository: 'acme/gitops',
    branch: 'main',
    defaultBranch: 'main',
    isPublic: false,
    context: 'drawbridge',
    actionsApp: ACTIONS,
    app: null,
    rules: ok([
      { kind: 'required-checks', ruleset: 1, strict: true, checks: [{ context: 'drawbridge', app: APP }] },
    ]),
    rulesets: new Map([[1, ok({ name: 'gate', actors: [] })]]),
    classic: ok({ enabled: false, checks: [] }),
    protection: null,
    workflows: WITH_APP,
    codeowners: ok([{ path: '.github/CODEOWNERS', text: ok('* @acme/net\n') }]),
    codeownersErrors: ok([]),
    teams: [{ owner: '@acme/net', team: ok({ secret: false, canWrite: true }) }],
    policy: ok(RECOMMENDED),
    policyFiles: [],
    labels: ok(['deploy-window/2h']),
    sweeps: [
      {
        path: '.github/workflows/drawbridge.yml',
        seen: ok({ state: 'active', at, last: { startedAt: at, conclusion: 'success' } }),
      },
    ],
    environments: new Map([['drawbridge', ok({ kind: 'protected' })]]),
    ...given,
  }
}

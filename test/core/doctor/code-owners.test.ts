import { describe, expect, it } from 'vitest'
import { checkGateFiles, checkOwners } from '../../../src/core/doctor/code-owners.ts'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { checkTeams, teamsOf } from '../../../src/core/doctor/teams.ts'
import { ok } from '../../../src/core/model/result.ts'
import {
  gate,
  observation,
  policyOf,
  setup,
  UNREAD,
  UNREAD_REMARK,
  WITH_APP,
  workflows,
  ZERO,
} from '../../support/observation.ts'

function owners(...texts: readonly string[]): Observation['codeowners'] {
  const paths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
  return ok(texts.map((text, index) => ({ path: paths[index] ?? '', text: ok(text) })))
}

const NONE = owners()
const UNREADABLE: Observation['codeowners'] = ok([{ path: 'CODEOWNERS', text: UNREAD }])
const FALLBACK = ok(policyOf('{ extends: [builtin:recommended], owners: { fallback: ["@acme/net"] } }'))

describe('CODEOWNERS', () => {
  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    {
      name: 'as it should be',
      given: {},
      verdict: 'ok',
      remark: { code: 'owners', path: '.github/CODEOWNERS' },
    },
    {
      name: 'none',
      given: { codeowners: NONE },
      verdict: 'fix',
      remark: { code: 'owners-missing', branch: 'main', fallback: false },
    },
    {
      name: 'none, and the policy names others',
      given: { codeowners: NONE, policy: FALLBACK },
      verdict: 'note',
      remark: { code: 'owners-missing', fallback: true },
    },
    {
      name: 'none, and the policy cannot be read',
      given: { codeowners: NONE, policy: UNREAD },
      verdict: 'fix',
      remark: { code: 'owners-missing', fallback: false },
    },
    {
      name: 'with lines that GitHub skips',
      given: { codeownersErrors: ok([{ line: 2, message: 'Unknown owner' }]) },
      verdict: 'fix',
      remark: { code: 'owners-errors', errors: [{ line: 2, message: 'Unknown owner' }] },
    },
    {
      name: 'twice',
      given: { codeowners: owners('* @a', '* @b') },
      verdict: 'note',
      remark: { code: 'owners-ignored', path: '.github/CODEOWNERS', ignored: ['CODEOWNERS'] },
    },
    { name: 'that may be there', given: { codeowners: UNREAD }, verdict: 'unknown', remark: UNREAD_REMARK },
    {
      name: 'that cannot be read',
      given: { codeowners: UNREADABLE },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'of which GitHub may skip lines',
      given: { codeownersErrors: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkOwners(observation(given))).toMatchObject({ verdict, remark })
  })
})

describe("the gate's own files", () => {
  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    { name: 'are owned', given: {}, verdict: 'ok', remark: { code: 'gate-files-owned' } },
    {
      name: 'are not, each that is there and the one that would be there',
      given: {
        codeowners: owners('/prod/ @a\n/.github/CODEOWNERS @a\n'),
        policyFiles: ['.github/drawbridge/extra.yaml'],
        workflows: workflows({ 'a.yml': gate('push') }),
      },
      verdict: 'fix',
      remark: {
        code: 'gate-files-unowned',
        path: '.github/CODEOWNERS',
        unowned: ['.github/drawbridge.yaml', '.github/drawbridge/extra.yaml', '.github/workflows/a.yml'],
      },
    },
    {
      name: 'are not where another CODEOWNERS would be used instead',
      given: {
        codeowners: ok([{ path: 'CODEOWNERS', text: ok('/CODEOWNERS @a\n/.github/workflows/ @a\n') }]),
      },
      verdict: 'fix',
      remark: { unowned: ['.github/CODEOWNERS', '.github/drawbridge.yaml'] },
    },
    { name: 'may be', given: { codeowners: UNREAD }, verdict: 'unknown', remark: UNREAD_REMARK },
    { name: 'are not all known', given: { workflows: UNREAD }, verdict: 'unknown', remark: UNREAD_REMARK },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkGateFiles(observation(given))).toMatchObject({ verdict, remark })
  })

  it('are not asked for where nothing is owned', () => {
    expect(checkGateFiles(observation({ codeowners: NONE }))).toBeNull()
  })
})

describe('teams', () => {
  const seen = (secret: boolean, canWrite: boolean): Observation['teams'] => [
    { owner: '@acme/net', team: ok({ secret, canWrite }) },
  ]
  const unreadTeam = { owner: '@acme/far', team: UNREAD }

  it.each<{
    name: string
    given: Partial<Observation>
    read?: Observation['workflows']
    verdict: string
    remark: object
  }>([
    { name: 'none', given: { teams: [] }, verdict: 'ok', remark: { code: 'no-teams' } },
    { name: 'that may write', given: {}, verdict: 'ok', remark: { code: 'teams', teams: ['@acme/net'] } },
    {
      name: 'that may not',
      given: { teams: seen(false, false) },
      verdict: 'fix',
      remark: { code: 'teams-cannot-own', teams: [{ owner: '@acme/net', why: 'no-write' }] },
    },
    {
      name: 'that are secret',
      given: { teams: seen(true, true) },
      verdict: 'fix',
      remark: { code: 'teams-cannot-own', teams: [{ owner: '@acme/net', why: 'secret' }] },
    },
    {
      name: 'that cannot be verified',
      given: { teams: [...seen(false, true), unreadTeam] },
      verdict: 'unknown',
      remark: { code: 'teams-unread', teams: [{ owner: '@acme/far', why: 'Cannot read it.' }] },
    },
    {
      name: 'that the job of zero set-up cannot read',
      given: {},
      read: ZERO,
      verdict: 'fix',
      remark: { code: 'teams-not-read-by-gate', teams: ['@acme/net'] },
    },
    {
      name: 'that it reads with another token',
      given: {},
      read: workflows({
        'a.yml': gate('push', { inputs: ', members-token: "${{ secrets.T }}"' }).replace(
          'steps.app.outputs.token',
          'github.token',
        ),
      }),
      verdict: 'ok',
      remark: { code: 'teams' },
    },
    {
      name: 'of owners that cannot be read',
      given: { codeowners: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, read = WITH_APP, verdict, remark }) => {
    expect(checkTeams(observation(given), setup(read))).toMatchObject({ verdict, remark })
  })

  it('are those of the file that counts, each once', () => {
    const text = '* @acme/net @amy a@b.example\n/a/ @Acme/Net @acme/far\n/b/ @!bad/team @acme/lost\n'
    expect(teamsOf({ codeowners: owners(text, '* @acme/ignored') })).toEqual(['@Acme/Net', '@acme/far'])
    expect(teamsOf({ codeowners: UNREAD })).toEqual([])
  })
})

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

import { type Diagnosis, type DoctorCheck, examine } from '../../../src/core/doctor/examine.ts'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { stringifyJson } from '../../../src/core/model/json.ts'
import { err, ok } from '../../../src/core/model/result.ts'
import { DiagnosisSchema } from '../../../src/core/report/diagnosis-schema.ts'
import { checkSaid } from '../../../src/core/report/doctor/check-said.ts'
import { doctorJson, doctorMarkdown, doctorText } from '../../../src/core/report/doctor-text.ts'
import { gate, moment, observation, workflows } from '../../support/observation.ts'

const PATH = '.github/workflows/a.yml'
const AT = moment('2026-11-23T08:00:00Z')
const ACTOR = { type: 'RepositoryRole', id: 5, mode: 'always' }
const unread = { code: 'unread', why: 'Cannot read it.', todo: 'Run again.' } as const

function check<Id extends DoctorCheck['id']>(
  id: Id,
  verdict: DoctorCheck['verdict'],
  remark: Extract<DoctorCheck, { readonly id: Id }>['remark'],
): DoctorCheck {
  return { id, verdict, remark } as DoctorCheck
}

const said = (one: DoctorCheck): string => {
  const { seen, todo } = checkSaid(one)
  return todo === null ? seen : `${seen} ${todo}`
}

describe('what is said', () => {
  it.each([
    [
      check('required-status', 'fix', { code: 'required-otherwise-written', context: 'a', written: 'A' }),
      /Write "a" in the rule/,
    ],
    [
      check('required-status', 'fix', { code: 'not-required', context: 'a', branch: 'b' }),
      /Branch b merges without the status "a".* Require/,
    ],
    [
      check('status-source', 'ok', { code: 'source-own', app: 7, slug: null }),
      /app 7; --app SLUG looks whether that is yours\./,
    ],
    [
      check('status-source', 'fix', { code: 'source-any' }),
      /everybody who can write to the repository can post it\./,
    ],
    [check('status-source', 'fix', { code: 'source-app-without-app', app: 7 }), /app 7.*never counts/],
    [check('status-source', 'fix', { code: 'sources-differ', apps: [7, 8] }), /\(apps 7 and 8\)/],
    [
      check('status-source', 'fix', { code: 'source-other-app', app: 7, slug: 'mine', id: 8 }),
      /mine is app 8\. Select mine/,
    ],
    [
      check('bypass', 'note', {
        code: 'bypass-actors',
        actors: [
          ACTOR,
          { type: 'RepositoryRole', id: 99, mode: 'pull_request' },
          { type: 'OrganizationAdmin', id: null, mode: 'always' },
          { type: 'Integration', id: 7, mode: 'always' },
          { type: 'Team', id: 3, mode: 'odd' },
        ],
        admins: false,
      }),
      /^Open to merge without it: everybody with the role admin \(always\), everybody with the role of number 99 \(by pull request\), owners of the organisation \(always\), app 7 \(always\) and team 3 \(odd\)\. Keep/,
    ],
    [
      check('bypass', 'note', { code: 'bypass-actors', actors: [], admins: true }),
      /administrators\. Switch on "Do not allow bypassing/,
    ],
    [
      check('bypass', 'fix', { code: 'bypass-exempt', actors: [{ ...ACTOR, mode: 'exempt' }] }),
      /role admin \(exempt\) the rules do not run at all/,
    ],
    [check('bypass', 'unknown', { code: 'bypass-hidden', rulesets: ['gate'] }), /"administration: write"/],
    [
      check('gate-workflow', 'fix', { code: 'gate-missing', defaultBranch: 'main' }),
      /No workflow on main .*"drawbridge init" does it\./,
    ],
    [
      check('gate-workflow', 'fix', { code: 'gate-context', path: PATH, given: 'b', context: 'a' }),
      /--context b/,
    ],
    [
      check('gate-event', 'fix', { code: 'event-of-head', path: PATH, events: ['pull_request'] }),
      /its author can change it\. Use pull_request_target/,
    ],
    [check('gate-event', 'fix', { code: 'event-missing', paths: [PATH] }), /Add pull_request_target/],
    [
      check('gate-types', 'fix', { code: 'types-missing', path: PATH, types: ['labeled', 'closed'] }),
      /labeled or closed\. Add labeled and closed/,
    ],
    [
      check('gate-filters', 'fix', { code: 'filtered', path: PATH, filters: ['paths'] }),
      /missing for ever\. Remove paths/,
    ],
    [check('gate-schedule', 'fix', { code: 'not-scheduled' }), /Add a schedule/],
    [
      check('job-names', 'fix', { code: 'job-named-as-status', path: PATH, job: 'j', context: 'a' }),
      /Job j .*Give the job another name/,
    ],
    [
      check('job-names', 'unknown', {
        code: 'job-may-be-named-as-status',
        path: PATH,
        job: 'j',
        context: 'a',
      }),
      /an expression for a name/,
    ],
    [
      check('head-checkout', 'fix', {
        code: 'head-checkout',
        path: PATH,
        job: 'j',
        step: 'actions/checkout@v4',
      }),
      /\(actions\/checkout@v4\)\. Remove the step/,
    ],
    [
      check('key', 'fix', { code: 'key-in-no-environment', job: 'j' }),
      /every workflow on every branch can read/,
    ],
    [check('key', 'fix', { code: 'key-open', environment: 'e' }), /Limit its deployment branches/],
    [
      check('key', 'fix', {
        code: 'key-branches',
        environment: 'e',
        patterns: ['v*'],
        defaultBranch: 'main',
      }),
      /more than main: v\*\. Leave only/,
    ],
    [
      check('sweep', 'fix', {
        code: 'sweep-disabled',
        path: PATH,
        state: 'disabled_inactivity',
        isPublic: true,
      }),
      /disabled by GitHub for want of activity.*after 60 days/,
    ],
    [
      check('sweep', 'fix', { code: 'sweep-disabled', path: PATH, state: 'frozen', isPublic: false }),
      /is frozen, .*Enable it on the Actions page\.$/,
    ],
    [check('sweep', 'fix', { code: 'sweep-never', path: PATH }), /has never run by the clock/],
    [
      check('sweep', 'fix', { code: 'sweep-late', path: PATH, last: moment('2026-11-22T07:00:00Z'), at: AT }),
      /2026-11-22 07:00 UTC, more than an hour ago/,
    ],
    [check('sweep', 'fix', { code: 'sweep-fails', path: PATH, conclusion: 'failure' }), /ended with failure/],
    [check('relay', 'note', { code: 'relay-missing' }), /Copy drawbridge-relay\.yml/],
    [check('relay', 'fix', { code: 'relay-not-named', path: PATH, name: 'r' }), /Add "r" to the workflows/],
    [
      check('relay', 'fix', { code: 'relay-types', path: PATH, types: ['dismissed'] }),
      /Add dismissed to the types/,
    ],
    [check('merge-queue', 'ok', { code: 'queue-relayed', path: PATH }), /start it through/],
    [check('merge-queue', 'fix', { code: 'queue-not-relayed' }), /Add merge_group/],
    [check('merge-queue', 'note', { code: 'queue-head-only' }), /Require all queue entries/],
    [
      check('codeowners', 'fix', { code: 'owners-missing', branch: 'main', fallback: false }),
      /nobody can approve/,
    ],
    [
      check('codeowners', 'note', { code: 'owners-missing', branch: 'main', fallback: true }),
      /the policy names whom to ask/,
    ],
    [
      check('codeowners', 'fix', {
        code: 'owners-errors',
        path: 'CODEOWNERS',
        errors: [{ line: 4, message: 'Unknown owner\nmore' }],
      }),
      /1 line of CODEOWNERS; line 4: Unknown owner\. Correct it:/,
    ],
    [
      check('codeowners', 'note', {
        code: 'owners-ignored',
        path: 'CODEOWNERS',
        ignored: ['docs/CODEOWNERS'],
      }),
      /ignores docs\/CODEOWNERS/,
    ],
    [
      check('gate-files', 'fix', { code: 'gate-files-unowned', path: 'CODEOWNERS', unowned: [PATH] }),
      /Nobody owns .*at the end of CODEOWNERS/,
    ],
    [
      check('teams', 'fix', {
        code: 'teams-cannot-own',
        teams: [
          { owner: '@a/b', why: 'secret' },
          { owner: '@a/c', why: 'no-write' },
        ],
      }),
      /@a\/b is secret and @a\/c may not write/,
    ],
    [check('teams', 'fix', { code: 'teams-not-read-by-gate', teams: ['@a/b'] }), /members-token/],
    [
      check('teams', 'unknown', {
        code: 'teams-unread',
        teams: [
          { owner: '@a/b', ...unread },
          { owner: '@a/c', ...unread },
        ],
      }),
      /The same holds for 1 more team\. Run again\. The gate's own/,
    ],
    [
      check('reviews', 'note', { code: 'reviews-stricter', rules: ['dismissStale', 'codeOwners'] }),
      /dismisses approvals at every push and wants a code owner/,
    ],
    [check('base', 'ok', { code: 'base-queue' }), /merge queue/],
    [check('base', 'note', { code: 'base-may-move' }), /Require branches to be up to date/],
    [check('window-labels', 'ok', { code: 'no-windows' }), /asks for no deploy window/],
    [check('window-labels', 'fix', { code: 'labels-missing' }), /gh label create/],
    [
      check('window-labels', 'fix', { code: 'labels-malformed', labels: ['deploy-window/x+'] }),
      /deploy-window\/x\+ opens nothing/,
    ],
    [
      check('window-openers', 'unknown', { code: 'openers-elsewhere', path: PATH }),
      /takes the policy that its input policy names/,
    ],
    [
      check('window-openers', 'note', { code: 'openers-not-named', entries: ['high.window'] }),
      /\(high\.window\).*openedBy/,
    ],
  ] as const)('%j', (one, want) => {
    expect(said(one)).toMatch(want)
    expect(said(one)).toMatch(/[.?!]$/)
  })

  it.each([
    'required-status',
    'status-source',
    'bypass',
    'gate-workflow',
    'job-names',
    'key',
    'sweep',
    'relay',
    'merge-queue',
    'codeowners',
    'gate-files',
    'teams',
    'reviews',
    'base',
    'window-labels',
    'window-openers',
  ] as const)('of %s that could not be read is why, and what to do', (id) => {
    expect(checkSaid(check(id, 'unknown', unread))).toEqual({ seen: 'Cannot read it.', todo: 'Run again.' })
  })
})

const HOSTILE: Partial<Observation> = {
  workflows: workflows({ 'a.yml': gate('pull_request') }),
  codeownersErrors: ok([{ line: 1, message: '\u001B[31m@acme/all **x** <!-- y' }]),
}

describe('a diagnosis', () => {
  it('begins with the set-up, what there is to do and what first', () => {
    const lines = doctorText(examine(observation(HOSTILE)), { color: false }).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'acme/gitops, branch main: with a GitHub App.',
      '4 to fix and 1 note. Most urgent: Use pull_request_target, and a relay for what has no such event.',
      '',
    ])
    expect(lines).toContain(
      'fix     gate-event      .github/workflows/a.yml runs the gate on pull_request, for which GitHub takes the file of the pull request: its author can change it.',
    )
    expect(lines).toContain(
      '                        Use pull_request_target, and a relay for what has no such event.',
    )
  })

  it('names what could not be read first when there is nothing to fix', () => {
    const unknown = observation({
      classic: err({ why: 'Cannot read it.', todo: 'Ask.' }),
      rules: err({ why: 'No.', todo: 'Ask first.' }),
    })
    expect(doctorText(examine(unknown), { color: false }).split('\n')[1]).toBe(
      'Nothing to fix, 3 that could not be read and 1 note. Most urgent: Ask first.',
    )
  })

  it('without a gate says that it cannot tell the set-up', () => {
    const [first] = doctorText(examine(observation({ workflows: ok([]) })), { color: false }).split('\n')
    expect(first).toBe('acme/gitops, branch main: no set-up that could be made out.')
  })

  it('shows nothing of others as more than text', () => {
    const diagnosis = examine(observation(HOSTILE))
    expect(doctorText(diagnosis, { color: false })).not.toContain('\u001B')
    expect(doctorMarkdown(diagnosis)).toContain('?\\[31m@\u200Bacme/all \\*\\*x\\*\\* \\<!-- y')
  })

  it('is coloured where a terminal shows it', () => {
    expect(doctorText(examine(observation()), { color: true })).toContain('\u001B[32mok')
  })

  it('is data', () => {
    const diagnosis: Diagnosis = examine(observation())
    const data: unknown = JSON.parse(stringifyJson(doctorJson(diagnosis)))
    expect(v.is(DiagnosisSchema, data)).toBe(true)
    expect(data).toMatchObject({
      apiVersion: 'drawbridge.dev/v1alpha1',
      kind: 'Diagnosis',
      repository: 'acme/gitops',
      setup: 'app',
      mostUrgent: null,
      checks: expect.arrayContaining([
        {
          id: 'window-openers',
          verdict: 'note',
          code: 'openers-not-named',
          seen: expect.stringMatching(/^The policy does not say/),
          todo: 'Name few people with openedBy.',
        },
        {
          id: 'job-names',
          verdict: 'ok',
          code: 'job-names-differ',
          seen: 'No job is called like the status.',
          todo: null,
        },
      ]),
    })
  })
})

import { describe, expect, it } from 'vitest'

import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { aPolicy, policyText } from '../../../support/policy.ts'

const WINDOW = 'name: friday, kind: deny, schedule: "0 17 * * 5", duration: 63h, reason: r'

/** What is said about a policy with these windows: the line and column within it, the sentence. */
function said(windows: string, more = ''): readonly string[] {
  const text = policyText(`extends: []\n${more}windows: ${windows}`)
  const loaded = loadPolicy([{ path: 'p.yaml', text, builtin: false }], () => undefined)
  const issues = loaded.ok ? loaded.value.warnings : loaded.error
  return issues
    .filter(({ code }) => code !== 'policy.no-rules')
    .map(({ severity, text: sentence }) => `${severity === 'low' ? 'warning: ' : ''}${sentence}`)
}

it('reads every field', () => {
  const policy = aPolicy(`environments: [{ name: production, cluster: eu, paths: [a] }]
windows:
  - { ${WINDOW}, timeZone: Europe/Paris, environments: [production], clusters: [eu], namespaces: [shop],
      kinds: [apps/Deployment], minSeverity: medium }
  - { name: office, kind: allow, schedule: "0 9 * * MON-FRI", duration: 8h }`)
  expect(policy.windows).toMatchObject([
    {
      name: 'friday',
      kind: 'deny',
      schedule: '0 17 * * 5',
      duration: 63 * 3_600_000,
      timeZone: 'Europe/Paris',
      environments: { patterns: ['production'] },
      clusters: { patterns: ['eu'] },
      namespaces: { patterns: ['shop'] },
      kinds: { patterns: ['apps/Deployment'] },
      minSeverity: 'medium',
      reason: 'r',
    },
    { name: 'office', timeZone: 'UTC', environments: null, kinds: null, minSeverity: 'low', reason: '' },
  ])
})

describe('mistakes', () => {
  it.each([
    [
      'a schedule',
      WINDOW.replace('17', '25'),
      'The schedule "0 25 * * 5" cannot be read: the hour "25" is not within 0 to 23; write it like "0 17 * * 5" for Fridays at 17:00.',
    ],
    [
      'a schedule that can be mended',
      WINDOW.replace('0 17 * * 5', '@daily'),
      'The schedule "@daily" cannot be read: names like this are not read; did you mean "0 0 * * *"?',
    ],
    [
      'a day that there is not',
      WINDOW.replace('0 17 * * 5', '0 0 30 2 *'),
      'The schedule "0 0 30 2 *" names no day that there is, so the window never opens.',
    ],
    ['a duration', WINDOW.replace('63h', '3 days'), '"3 days" is no duration; did you mean "3d"?'],
    [
      'a time zone',
      `${WINDOW}, timeZone: Paris`,
      '"Paris" is no time zone by its IANA name; did you mean "Europe/Paris"?',
    ],
    [
      'a name that no label can have',
      WINDOW.replace('friday', '"friday evening"'),
      'The window "friday evening" cannot be named by a label; did you mean "friday-evening"?',
    ],
    [
      'a name that is a length',
      WINDOW.replace('friday', '2h'),
      'The window "2h" cannot be named by a label; did you mean "window-2h"?',
    ],
    [
      'another kind',
      WINDOW.replace('deny', 'forbid'),
      'Unknown kind of window "forbid"; there is allow, deny.',
    ],
    [
      'a kind without its group',
      `${WINDOW}, kinds: [Ingress]`,
      'The kind "Ingress" is not written as group/Kind; did you mean "*/Ingress"?',
    ],
    [
      'a freeze without a reason',
      WINDOW.replace(', reason: r', ''),
      'warning: The freeze "friday" says no reason. Write one: people who are held read it.',
    ],
    [
      'an environment that nobody defines',
      `${WINDOW}, environments: [prod]`,
      'warning: No environment is named "prod", so this never matches; none is defined under "environments".',
    ],
    [
      'a list without entries',
      `${WINDOW}, namespaces: []`,
      'warning: An empty "namespaces" matches nothing, so this never applies. Remove the key or fill the list.',
    ],
    [
      'a freeze that never closes',
      WINDOW.replace('63h', '7d'),
      'warning: The window "friday" starts again before its duration is over, so it never closes: this freezes for good. Shorten the duration.',
    ],
    [
      'manualSync',
      `${WINDOW}, manualSync: true`,
      'Unknown key "manualSync": in Argo CD it lets syncs that a person starts through the window. Here nothing passes a freeze but changes that only take access away. Remove the key.',
    ],
    [
      'applications',
      `${WINDOW}, applications: ["*"]`,
      'Unknown key "applications": Argo CD chooses Applications by it. Here environments, clusters, namespaces and kinds choose what is held. Write these.',
    ],
    [
      'useAndOperator',
      `${WINDOW}, useAndOperator: true`,
      'Unknown key "useAndOperator": in Argo CD it asks for all selectors instead of one. Here all that are given must hold. Remove the key, and make two windows where one selector is to be enough.',
    ],
    ['timezone', `${WINDOW}, timezone: UTC`, 'Unknown key "timezone"; did you mean "timeZone"?'],
    [
      'description',
      `${WINDOW}, description: x`,
      'Unknown key "description": Argo CD says there what a window is for. Did you mean "reason"?',
    ],
  ])('%s', (_, window, want) => {
    expect(said(`[{ ${window} }]`)).toEqual([want])
  })

  it('two of one name', () => {
    expect(said(`[{ ${WINDOW} }, { ${WINDOW.replace('friday', 'FRIDAY')} }]`)).toEqual([
      'The window "FRIDAY" is defined twice. Rename one; labels compare without regard to case.',
    ])
  })

  it('an allow window that a freeze always covers', () => {
    const allow = '{ name: late, kind: allow, schedule: "0 17 * * 5", duration: 2h }'
    expect(said(`[{ ${WINDOW} }, ${allow}]`)).toEqual([
      'warning: The window "late" opens nothing: the freeze "friday" is active whenever it is, and deny beats allow.',
    ])
    expect(said(`[{ ${WINDOW}, minSeverity: high }, ${allow}]`)).toEqual([])
    expect(said(`[{ ${WINDOW}, namespaces: [a] }, ${allow}]`)).toEqual([])
    expect(said(`[{ ${WINDOW.replace('63h', '1h')} }, ${allow}]`)).toEqual([])
  })
})

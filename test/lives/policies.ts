import type { Policy } from '../../src/core/policy/policy.ts'
import { aPolicy } from '../support/policy.ts'

/*
 * Policies, each said twice: as people write it, for the program; and as a table by hand, for the oracle, which reads no policy.
 */

/** The objects of the world. Each has a namespace of its own name and a file of its own. */
export const OBJECTS = ['a', 'b', 'c'] as const
export type ObjectName = (typeof OBJECTS)[number]

/** Who owns the file of an object. */
export const OWNERS: Readonly<Record<ObjectName, readonly string[]>> = {
  a: ['@dan', '@o/team'],
  b: ['@eve'],
  c: [],
}

export type Severity = 'low' | 'medium' | 'high' | 'critical'

/** What a rule says of an object that changes. */
export interface TableRule {
  readonly object: ObjectName
  readonly severity: Severity
  /** Only when the object goes to zero, and then it is denied. */
  readonly deniesZero?: true
  readonly narrows?: true
  /** Seconds since 1970 until which it is excepted. */
  readonly exceptedUntil?: number
}

export interface TableEntry {
  readonly from: readonly string[]
  readonly count: number
  readonly strict?: true
  readonly excludesCommitters: boolean
}

export interface TableNeeds {
  readonly approvals: readonly TableEntry[]
  readonly distinct?: true
  readonly window?: {
    readonly max: number
    readonly openedBy: readonly string[] | null
    readonly excludesCommitters: boolean
  }
}

/** A recurring window by the seconds of a week, which begins on Thursday at midnight, as the year 1970 did. */
export interface TableWindow {
  readonly name: string
  readonly kind: 'allow' | 'deny'
  readonly starts: readonly number[]
  readonly length: number
  readonly least: Severity
}

export interface TablePolicy {
  readonly name: string
  readonly policy: Policy
  readonly rules: readonly TableRule[]
  readonly needs: Readonly<Partial<Record<Severity, TableNeeds>>>
  readonly fallback: readonly string[]
  readonly windows: readonly TableWindow[]
  readonly glass: { readonly by: readonly string[]; readonly reviewedBy: readonly string[] } | null
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const [FRIDAY, MONDAY] = [1, 4]

function rule(id: string, object: ObjectName, severity: Severity, more = ''): string {
  return `  - { id: ${id}, match: { namespaces: [${object}] }, severity: ${severity}, message: it changes${more} }\n`
}

const PLAIN = `rules:\n${rule('t.a', 'a', 'medium')}${rule('t.b', 'b', 'high')}${rule('t.c', 'c', 'critical')}`
const PLAIN_TABLE: readonly TableRule[] = [
  { object: 'a', severity: 'medium' },
  { object: 'b', severity: 'high' },
  { object: 'c', severity: 'critical' },
]

const defaults: TablePolicy = {
  name: 'what no requirements mean',
  policy: aPolicy(PLAIN),
  rules: PLAIN_TABLE,
  needs: {
    medium: { approvals: [{ from: ['codeowners'], count: 1, excludesCommitters: false }] },
    high: {
      approvals: [{ from: ['codeowners'], count: 1, excludesCommitters: true }],
      window: { max: 4 * HOUR, openedBy: null, excludesCommitters: true },
    },
    critical: {
      approvals: [{ from: ['codeowners'], count: 2, excludesCommitters: true }],
      distinct: true,
      window: { max: HOUR, openedBy: null, excludesCommitters: true },
    },
  },
  fallback: [],
  windows: [],
  glass: null,
}

const distinct: TablePolicy = {
  name: 'distinct people of two entries',
  policy: aPolicy(`${PLAIN}requirements:
  medium: { approvals: [ { from: [codeowners] }, { from: ["@o/team", "@eve"] } ], distinct: true }
  high: { approvals: [ { from: ["@dan", "@gil"] } ], window: { max: 2h, openedBy: ["@sue"] } }
  critical: { approvals: [ { from: [codeowners], count: 2 }, { from: ["@sue", "@dan"] } ], distinct: true }
owners: { fallback: ["@o/team"] }
`),
  rules: PLAIN_TABLE,
  needs: {
    medium: {
      approvals: [
        { from: ['codeowners'], count: 1, excludesCommitters: false },
        { from: ['@o/team', '@eve'], count: 1, excludesCommitters: false },
      ],
      distinct: true,
    },
    high: {
      approvals: [{ from: ['@dan', '@gil'], count: 1, excludesCommitters: true }],
      window: { max: 2 * HOUR, openedBy: ['@sue'], excludesCommitters: true },
    },
    critical: {
      approvals: [
        { from: ['codeowners'], count: 2, excludesCommitters: true },
        { from: ['@sue', '@dan'], count: 1, excludesCommitters: true },
      ],
      distinct: true,
    },
  },
  fallback: ['@o/team'],
  windows: [],
  glass: null,
}

const strict: TablePolicy = {
  name: 'strict, with a freeze and an exception',
  policy: aPolicy(`${PLAIN}requirements:
  medium: { approvals: [ { from: ["@dan", "@eve"], strict: true } ] }
  high: { approvals: [ { from: ["@eve", "@gil"], excludeCommitters: false } ] }
  critical: { approvals: [ { from: ["@dan"] } ] }
windows:
  - { name: weekend, kind: deny, schedule: "0 17 * * 5", duration: 63h, timeZone: UTC, minSeverity: medium, reason: nobody is here }
exceptions:
  - { rule: t.c, until: "2026-11-24T12:00:00Z", owner: "@eve", reason: known }
`),
  rules: [
    { object: 'a', severity: 'medium' },
    { object: 'b', severity: 'high' },
    { object: 'c', severity: 'critical', exceptedUntil: Date.UTC(2026, 10, 24, 12) / 1000 },
  ],
  needs: {
    medium: { approvals: [{ from: ['@dan', '@eve'], count: 1, strict: true, excludesCommitters: false }] },
    high: { approvals: [{ from: ['@eve', '@gil'], count: 1, excludesCommitters: false }] },
    critical: { approvals: [{ from: ['@dan'], count: 1, excludesCommitters: true }] },
  },
  fallback: [],
  windows: [
    { name: 'weekend', kind: 'deny', starts: [FRIDAY * DAY + 17 * HOUR], length: 63 * HOUR, least: 'medium' },
  ],
  glass: null,
}

const hours: TablePolicy = {
  name: 'office hours, a denial and what narrows',
  policy: aPolicy(`rules:
${rule('t.a', 'a', 'medium', ', narrows: true')}${rule('t.b', 'b', 'high')}${rule('t.c', 'c', 'low')}${rule('t.z', 'c', 'high', ', change: [ { path: spec.replicas, op: to-zero } ], effect: deny')}requirements:
  medium: { approvals: [ { from: ["@o/team"] } ] }
  high: { approvals: [ { from: ["@eve"] } ], window: { max: 8h, openedBy: ["@sue", "@o/team"] } }
windows:
  - { name: office, kind: allow, schedule: "0 9 * * 1-5", duration: 8h, timeZone: UTC, minSeverity: medium }
  - { name: lunch, kind: deny, schedule: "0 12 * * *", duration: 30m, timeZone: UTC, reason: lunch }
`),
  rules: [
    { object: 'a', severity: 'medium', narrows: true },
    { object: 'b', severity: 'high' },
    { object: 'c', severity: 'low' },
    { object: 'c', severity: 'high', deniesZero: true },
  ],
  needs: {
    medium: { approvals: [{ from: ['@o/team'], count: 1, excludesCommitters: false }] },
    high: {
      approvals: [{ from: ['@eve'], count: 1, excludesCommitters: true }],
      window: { max: 8 * HOUR, openedBy: ['@sue', '@o/team'], excludesCommitters: true },
    },
  },
  fallback: [],
  windows: [
    {
      name: 'office',
      kind: 'allow',
      starts: [0, 1, 2, 3, 4].map((day) => ((MONDAY + day) % 7) * DAY + 9 * HOUR),
      length: 8 * HOUR,
      least: 'medium',
    },
    {
      name: 'lunch',
      kind: 'deny',
      starts: [0, 1, 2, 3, 4, 5, 6].map((day) => day * DAY + 12 * HOUR),
      length: 30 * MINUTE,
      least: 'low',
    },
  ],
  glass: null,
}

const glass: TablePolicy = {
  ...distinct,
  name: 'a glass to break',
  policy: aPolicy(`${PLAIN}requirements:
  medium: { approvals: [ { from: ["@o/team"] } ] }
  high: { approvals: [ { from: ["@dan"] } ], window: { max: 2h } }
  critical: { approvals: [ { from: ["@dan", "@eve"], count: 2 } ] }
breakGlass: { label: break-glass, by: ["@sue", "@amy", "@gil"], max: 1h, reviewedBy: ["@eve"] }
`),
  needs: {
    medium: { approvals: [{ from: ['@o/team'], count: 1, excludesCommitters: false }] },
    high: {
      approvals: [{ from: ['@dan'], count: 1, excludesCommitters: true }],
      window: { max: 2 * HOUR, openedBy: null, excludesCommitters: true },
    },
    critical: { approvals: [{ from: ['@dan', '@eve'], count: 2, excludesCommitters: true }] },
  },
  glass: { by: ['@sue', '@amy', '@gil'], reviewedBy: ['@eve'] },
}

/** The policies of the world. */
export const POLICIES: readonly TablePolicy[] = [defaults, distinct, strict, hours, glass]

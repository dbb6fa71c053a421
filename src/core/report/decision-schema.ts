import * as v from 'valibot'
import { FILE_ROLES } from '../model/file-role.ts'

/*
 * The shapes of what Drawbridge prints. Nothing at work reads them: the JSON Schemas are generated from them, and the tests hold
 * every rendering against them.
 */

const Instant = v.pipe(v.string(), v.description('A moment in UTC, such as 2026-11-22T10:00:00Z.'))
const Line = v.pipe(v.number(), v.description('Counts from 1.'))

const ObjectReference = v.strictObject({
  group: v.pipe(v.string(), v.description('Empty for the core group.')),
  version: v.string(),
  kind: v.string(),
  namespace: v.pipe(v.nullable(v.string()), v.description('Null for cluster-scoped objects.')),
  name: v.string(),
})

const Field = v.strictObject({
  op: v.picklist(['add', 'remove', 'replace']),
  path: v.pipe(v.string(), v.description('A JSON Pointer into the new object, for remove into the old one.')),
  old: v.optional(v.unknown()),
  new: v.optional(v.unknown()),
  redacted: v.optional(v.pipe(v.literal(true), v.description('The values are secret and left out.'))),
  lines: v.optional(
    v.pipe(
      v.array(v.strictObject({ op: v.picklist(['add', 'remove']), line: Line, text: v.string() })),
      v.description(
        'Of a text of several lines: those that differ, numbered in the new text, for remove in the old one.',
      ),
    ),
  ),
  line: v.nullable(Line),
})

const Evidence = v.strictObject({
  verb: v.string(),
  side: v.pipe(
    v.picklist(['old', 'new']),
    v.description('The object that path leads into: old for what goes.'),
  ),
  path: v.pipe(
    v.string(),
    v.description('A JSON Pointer to what made the verb be said; empty for the whole object.'),
  ),
  line: v.pipe(
    v.nullable(Line),
    v.description('In the file of that side: for old, oldPath if there is one.'),
  ),
})

const Change = v.strictObject({
  operation: v.picklist(['CREATE', 'UPDATE', 'DELETE']),
  object: ObjectReference,
  environment: v.nullable(v.string()),
  cluster: v.nullable(v.string()),
  source: v.strictObject({
    path: v.string(),
    line: Line,
    oldPath: v.nullable(v.string()),
    role: v.picklist(['manifest', 'kustomize-patch', 'helm-template', 'kustomization']),
  }),
  verbs: v.array(v.string()),
  evidence: v.pipe(v.array(Evidence), v.description('Why each verb is said: at least one entry for each.')),
  fields: v.array(Field),
})

const File = v.strictObject({
  path: v.string(),
  operation: v.picklist(['CREATE', 'UPDATE', 'DELETE']),
  role: v.pipe(v.picklist(FILE_ROLES), v.description('What the file decides besides the objects in it.')),
  rewritten: v.pipe(v.boolean(), v.description('Only written in another way: its settings mean the same.')),
  fields: v.pipe(v.array(Field), v.description('Where its settings differ, as far as that can be told.')),
})

const Route = v.strictObject({
  host: v.pipe(v.string(), v.description('* for every host.')),
  path: v.string(),
  pathType: v.string(),
  conditions: v.pipe(
    v.optional(v.string()),
    v.description('What else a request must have; absent: nothing else.'),
  ),
  backend: v.string(),
  tls: v.boolean(),
  auth: v.pipe(v.nullable(v.string()), v.description('What signs people in; null for nobody.')),
  sources: v.pipe(v.nullable(v.array(v.string())), v.description('Who may reach it; null for anyone.')),
  class: v.nullable(v.string()),
  environment: v.nullable(v.string()),
  object: ObjectReference,
  via: v.pipe(
    v.optional(v.array(ObjectReference)),
    v.description('Other objects that it passes through: gateways, middlewares. Absent: none that is known.'),
  ),
})

const Issue = v.strictObject({
  code: v.string(),
  severity: v.picklist(['low', 'medium', 'high', 'critical']),
  path: v.string(),
  line: Line,
  column: Line,
  text: v.string(),
  suggestion: v.optional(v.string()),
})

const CHANGE_MEMBERS = {
  changes: v.array(Change),
  files: v.pipe(
    v.array(File),
    v.description('Files that differ and decide how objects are built, or which of them count.'),
  ),
  unchanged: v.strictObject({ moved: v.number(), reformatted: v.number() }),
  routes: v.strictObject({
    added: v.array(Route),
    removed: v.array(Route),
    changed: v.array(v.strictObject({ old: Route, new: Route })),
  }),
  analysed: v.strictObject({
    files: v.number(),
    objects: v.number(),
    notManifests: v.number(),
    unreadable: v.number(),
  }),
}

const Finding = v.strictObject({
  rule: v.string(),
  severity: v.picklist(['low', 'medium', 'high', 'critical']),
  effect: v.picklist(['require', 'deny', 'notice']),
  message: v.string(),
  why: v.string(),
  references: v.array(v.string()),
  object: v.pipe(v.nullable(ObjectReference), v.description('Null when the finding is about a file.')),
  environment: v.nullable(v.string()),
  cluster: v.nullable(v.string()),
  path: v.string(),
  line: v.nullable(Line),
  pointer: v.nullable(v.string()),
  narrows: v.pipe(v.boolean(), v.description('The change only takes access away.')),
  exception: v.nullable(v.strictObject({ owner: v.string(), until: v.string(), reason: v.string() })),
})

const Reason = v.strictObject({ code: v.string(), text: v.string() })
const Verdict = v.picklist(['met', 'unmet', 'not-applicable', 'indeterminate'])
const Person = v.strictObject({ login: v.string(), id: v.number() })

const ANSWER = {
  for: v.pipe(v.array(v.string()), v.description('The rules that ask.')),
  paths: v.array(v.string()),
  verdict: Verdict,
  reason: Reason,
  notes: v.array(Reason),
}

const Approval = v.strictObject({
  kind: v.literal('approval'),
  from: v.array(v.string()),
  count: v.number(),
  strict: v.boolean(),
  excludeCommitters: v.boolean(),
  ...ANSWER,
  by: v.array(Person),
  candidates: v.pipe(v.array(v.string()), v.description('Owners who could still meet it.')),
})

const SyncWindow = v.strictObject({
  name: v.string(),
  kind: v.picklist(['allow', 'deny']),
  schedule: v.string(),
  duration: v.string(),
  timeZone: v.string(),
  reason: v.string(),
})

const Window = v.strictObject({
  kind: v.literal('window'),
  max: v.pipe(v.nullable(v.string()), v.description('Null for recurring windows, which nobody opens.')),
  openedBy: v.array(v.string()),
  windows: v.pipe(
    v.optional(v.array(SyncWindow)),
    v.description('The recurring windows of the policy that answer; absent: a label does.'),
  ),
  ...ANSWER,
  grant: v.nullable(
    v.strictObject({
      label: v.string(),
      grantedBy: v.string(),
      grantedById: v.number(),
      grantedAt: Instant,
      notBefore: Instant,
      notAfter: Instant,
    }),
  ),
})

const Commit = v.pipe(v.nullable(v.string()), v.description('head: directories were compared.'))

/** A `Decision`: what `check --format json` prints and the Action writes. */
export const DecisionSchema: v.GenericSchema = v.strictObject({
  apiVersion: v.literal('drawbridge.dev/v1alpha1'),
  kind: v.literal('Decision'),
  outcome: v.picklist(['allow', 'hold', 'deny', 'error']),
  summary: v.string(),
  decidedAt: Instant,
  expiresAt: v.pipe(v.nullable(Instant), v.description('When an allow ends by itself.')),
  nextChangeAt: v.pipe(v.nullable(Instant), v.description('When time alone will change the answer.')),
  digests: v.strictObject({
    policy: v.nullable(v.string()),
    facts: v.string(),
    changes: v.nullable(v.string()),
  }),
  policies: v.array(v.string()),
  ...CHANGE_MEMBERS,
  findings: v.array(Finding),
  requirements: v.array(v.variant('kind', [Approval, Window])),
  approvals: v.strictObject({
    counted: v.array(
      v.strictObject({ ...Person.entries, review: v.number(), commit: Commit, covers: v.array(v.string()) }),
    ),
    notCounted: v.array(
      v.strictObject({
        login: v.nullable(v.string()),
        id: v.nullable(v.number()),
        review: v.number(),
        commit: Commit,
        code: v.string(),
        text: v.string(),
      }),
    ),
  }),
  ask: v.pipe(
    v.array(v.string()),
    v.description('A smallest set of owners whose approvals would meet what is unmet.'),
  ),
  obstacles: v.pipe(
    v.array(
      v.strictObject({
        code: v.picklist(['policy-invalid', 'conflict', 'unreadable']),
        paths: v.array(v.string()),
        text: v.nullable(v.string()),
      }),
    ),
    v.description('What kept a decision from being made.'),
  ),
  issues: v.array(Issue),
})

/** A `Changes` document: what `diff --format json` prints. */
export const ChangesSchema: v.GenericSchema = v.strictObject({
  kind: v.literal('Changes'),
  ...CHANGE_MEMBERS,
  issues: v.array(Issue),
})

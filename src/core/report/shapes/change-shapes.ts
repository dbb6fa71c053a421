import * as v from 'valibot'
import { FILE_ROLES } from '../../model/file-role.ts'
import { Line, ObjectReference } from './shared-shapes.ts'

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

/** What a decision and a list of changes have in common. */
export const CHANGE_MEMBERS: v.ObjectEntries = {
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

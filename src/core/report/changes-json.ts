import type { Change, ChangeSet, Evidence, FieldChange, FileChange } from '../model/change.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'
import { issueJson } from './issue-json.ts'

/** The `Changes` document of the contract: output of `diff --format json`. */
export function changesJson(changes: ChangeSet): Json {
  return { kind: 'Changes', ...changeMembers(changes), issues: changes.issues.map(issueJson) }
}

/** The members that a `Decision` and a `Changes` document share. */
export function changeMembers(changes: ChangeSet): JsonObject {
  const { unchanged, routes, analysed } = changes
  return {
    changes: changes.changes.map(changeJson),
    unchanged: { moved: BigInt(unchanged.moved), reformatted: BigInt(unchanged.reformatted) },
    routes: {
      added: routes.added.map(routeJson),
      removed: routes.removed.map(routeJson),
      changed: routes.changed.map(({ old, new: now }) => ({ old: routeJson(old), new: routeJson(now) })),
    },
    files: changes.files.filter(({ role }) => role !== null).map(fileJson),
    analysed: {
      files: BigInt(analysed.files),
      objects: BigInt(analysed.objects),
      notManifests: BigInt(analysed.notManifests),
      unreadable: BigInt(analysed.unreadable),
    },
  }
}

/** An object reference; the namespace is null for cluster-scoped objects. */
export function objectJson({ group, version, kind, namespace, name }: ObjectRef): Json {
  return { group, version, kind, namespace, name }
}

function changeJson(change: Change): Json {
  const { operation, ref, environment, cluster, source, verbs, evidence, fields } = change
  return {
    operation,
    object: objectJson(ref),
    environment,
    cluster,
    source: { path: source.path, line: BigInt(source.line), oldPath: source.oldPath, role: source.role },
    verbs,
    evidence: evidence.map(evidenceJson),
    fields: fields.map(fieldJson),
  }
}

function evidenceJson({ verb, side, path, line }: Evidence): Json {
  return { verb, side, path, line: line === null ? null : BigInt(line) }
}

function fileJson({ path, operation, role, rewritten, fields }: FileChange): Json {
  return { path, operation, role, rewritten, fields: fields.map(fieldJson) }
}

function fieldJson(field: FieldChange): Json {
  const line = field.line === null ? null : BigInt(field.line)
  const place = { op: field.op, path: field.path }
  if (field.redacted) return { ...place, redacted: true, line }
  return {
    ...place,
    ...(field.old === undefined ? {} : { old: field.old }),
    ...(field.new === undefined ? {} : { new: field.new }),
    ...(field.lines && {
      lines: field.lines.map(({ op, line: at, text }) => ({ op, line: BigInt(at), text })),
    }),
    line,
  }
}

/** Conditions, and the objects that a route passes through, are there when there are some. */
function routeJson(route: Route): Json {
  const { host, path, pathType, conditions, backend, tls, auth, sources, environment, via } = route
  return {
    host,
    path,
    pathType,
    ...(conditions === null ? {} : { conditions }),
    backend,
    tls,
    auth,
    sources,
    class: route.class,
    environment,
    object: objectJson(route.object),
    ...(via.length === 0 ? {} : { via: via.map(objectJson) }),
  }
}

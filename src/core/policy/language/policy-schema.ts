import * as v from 'valibot'
import { VERBS } from '../../model/change.ts'
import { SEVERITIES } from '../../model/severity.ts'
import type { PolicyDocument } from './policy-document.ts'
import { CHANGE_OPS } from '../rule.ts'

const OPERATIONS = ['CREATE', 'UPDATE', 'DELETE'] as const
const RENDERING = ['auto', 'never'] as const

const text = (about: string) => v.pipe(v.string(), v.description(about))
const texts = (about: string) => v.pipe(v.array(v.string()), v.description(about))
const flag = (about: string) => v.pipe(v.boolean(), v.description(about))
const severity = (about: string) => v.pipe(v.picklist(SEVERITIES), v.description(about))
const duration = (about: string) =>
  v.pipe(v.string(), v.description(`${about} A duration such as 30m, 4h or 7d.`))

const matchEntries = {
  kinds: v.optional(
    texts('Kinds as group/Kind, the legacy group as core: apps/Deployment, core/Service, */Ingress.'),
  ),
  namespaces: v.optional(texts('Namespaces of objects. Objects without a namespace never match.')),
  names: v.optional(texts('Names of objects.')),
  environments: v.optional(texts('Names of environments. What is in no environment never matches.')),
  clusters: v.optional(texts('Names of clusters. What is in no cluster never matches.')),
  operations: v.optional(
    v.pipe(
      v.array(v.picklist(OPERATIONS)),
      v.description('What happens. Default: everything; CREATE and UPDATE when the rule has `change`.'),
    ),
  ),
  verbs: v.optional(v.pipe(v.array(v.picklist(VERBS)), v.description('kubectl words for what happens.'))),
  files: v.optional(texts('Paths of changed files. The rule then looks at files instead of objects.')),
  issues: v.optional(
    texts(
      'Codes of what was wrong when reading files, such as yaml.*. The rule then looks at these instead of objects.',
    ),
  ),
}

const MatchSchema = v.pipe(
  v.strictObject(matchEntries),
  v.description('Where it applies. All that is given must hold; lists are alternatives; globs are allowed.'),
)

const testEntries = {
  path: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.description(
        "Where to look, one path or alternatives. Dots between keys; [] for each element of a list; ['a.b/c'] for one key, " +
          "['a.b/*'] for keys that start so; $pod, $podmeta, $podtemplate and $containers for a pod's places in every kind.",
      ),
    ),
  ),
  op: v.optional(
    v.pipe(
      v.picklist(CHANGE_OPS),
      v.description(
        'What happened there. added: nothing or empty before. removed: nothing or empty now. changed: any difference, so also ' +
          'added and removed. increased, decreased, to-zero: exact quantities, percentages and durations. widened, narrowed: ' +
          'sets of CIDRs, hosts, RBAC rules or words, where * is everything. set-true, set-false. matches: a value that is new or ' +
          'changed matches `values` or `pattern`.',
      ),
    ),
  ),
  pattern: v.optional(
    text('For matches: an RE2 regular expression, found anywhere in the value unless anchored.'),
  ),
  values: v.optional(
    texts(
      'For matches: patterns for the whole value; * is any characters, slashes too, ? is one, a backslash makes them literal.',
    ),
  ),
  absent: v.optional(
    v.pipe(
      v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]),
      v.description(
        'What it means when nothing is written there. Default: as Kubernetes has it (replicas 1, allowPrivilegeEscalation true, ' +
          'an allow-list of addresses "*", other booleans false). For widened and narrowed "*" is everything and [] nothing.',
      ),
    ),
  ),
}

const ChangeSchema = v.strictObject({
  ...testEntries,
  any: v.optional(
    v.pipe(v.array(v.strictObject(testEntries)), v.description('Alternatives instead of path and op.')),
  ),
})

const RuleSchema = v.strictObject({
  id: text('The name of the rule, such as acme.payments.never-below-three. Unique over all policies.'),
  match: v.optional(MatchSchema),
  change: v.optional(
    v.pipe(
      v.array(ChangeSchema),
      v.description('What must have changed in the object. All entries must hold.'),
    ),
  ),
  when: v.optional(
    text(
      'A CEL expression that must be true. Variables: object, oldObject, operation, verbs, fields, environment, cluster, routes, ' +
        'pullRequest, namespace, name, title, kind, group, path; with `change` also value, oldValue, values, pointer. A condition that ' +
        'uses value, oldValue or pointer is asked for each matched place. value and oldValue are what is written, else what absence means, else null. ' +
        'Rules about files have path, operation, environment, cluster, pullRequest, role, fields, and value, oldValue, values, pointer of each field.',
    ),
  ),
  severity: severity('How bad it is.'),
  effect: v.optional(
    v.pipe(
      v.picklist(['require', 'deny', 'notice']),
      v.description(
        'What it leads to: the requirements of its severity (default), a refusal, or only a mention.',
      ),
    ),
  ),
  message: v.optional(text('What is seen, in one line.')),
  messageExpression: v.optional(text('A CEL expression that makes the message; same variables as `when`.')),
  why: v.optional(text('Why it is risky, for people who never heard of it.')),
  references: v.optional(texts('Where to read more.')),
  narrows: v.optional(flag('The change only takes access away, so no freeze holds it.')),
  locked: v.optional(
    flag('No override, exception or cap touches this rule. Only in policies that ship with Drawbridge.'),
  ),
})

const ApprovalSchema = v.strictObject({
  from: v.pipe(
    v.array(v.string()),
    v.description("Who: codeowners (the owners of the finding's path), @user, @org/team. Any of them."),
  ),
  count: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(100),
      v.description('How many distinct people. Default 1.'),
    ),
  ),
  strict: v.optional(
    flag('Only an approval on the head commit, given after it arrived, counts. Default false.'),
  ),
  excludeCommitters: v.optional(
    flag(
      'Nobody who wrote a commit of the pull request counts. Default true at high and critical, else false.',
    ),
  ),
})

const WindowSchema = v.strictObject({
  max: duration('The longest that a deploy window may be open.'),
  openedBy: v.optional(texts('Who may open it. Default: whoever could give one of the approvals.')),
  bookAhead: v.optional(duration('How far ahead a stated start may lie. Default 7d.')),
})

const NeedsSchema = v.strictObject({
  approvals: v.optional(v.pipe(v.array(ApprovalSchema), v.description('Approvals, all of them needed.'))),
  distinct: v.optional(flag('One person serves only one of these approvals. Default false.')),
  window: v.optional(WindowSchema),
})

const RequirementsSchema = v.pipe(
  v.strictObject({
    low: v.optional(NeedsSchema),
    medium: v.optional(NeedsSchema),
    high: v.optional(NeedsSchema),
    critical: v.optional(NeedsSchema),
  }),
  v.description(
    'What each severity needs. Where nothing is said: low nothing; medium one code owner; high one code owner who wrote none of ' +
      'it and a window of at most 4h; critical two such owners and a window of at most 1h.',
  ),
)

const EnvironmentSchema = v.strictObject({
  name: text('The name of the environment.'),
  cluster: v.optional(text('The cluster its objects go to.')),
  paths: texts('Globs of the files whose objects go there.'),
  namespace: v.optional(text('The namespace of objects that name none. Default: default.')),
  maxSeverity: v.optional(severity('Findings here are at most this severe; locked rules keep theirs.')),
  requirements: v.optional(RequirementsSchema),
})

const OverrideSchema = v.strictObject({
  rule: text('The id of a rule that is not locked.'),
  severity: v.optional(severity('Its severity from now on.')),
  effect: v.optional(
    v.pipe(v.picklist(['require', 'deny', 'notice']), v.description('Its effect from now on.')),
  ),
  enabled: v.optional(flag('false switches the rule off.')),
})

const ExceptionSchema = v.strictObject({
  rule: text('The id of a rule that is not locked.'),
  match: v.optional(MatchSchema),
  until: text('The last day (2026-12-31, in UTC) or the moment (2026-12-31T18:00:00Z) of the exception.'),
  owner: text('Who answers for it.'),
  reason: text('Why it is needed.'),
})

const ManifestsSchema = v.strictObject({
  include: v.optional(
    texts(
      'Globs of the files that are desired state. Default: every .yaml, .yml and .json outside .github/.',
    ),
  ),
  exclude: v.optional(texts('Globs of files that are not. They win.')),
  secrets: v.optional(
    texts(
      'Globs of names whose values are never shown, besides those that are known to be secret: environment variables, keys of ' +
        'ConfigMaps and of values files. Case does not matter.',
    ),
  ),
  render: v.optional(
    v.strictObject({
      kustomize: v.optional(
        v.pipe(v.picklist(RENDERING), v.description('Whether kustomizations are built. Default auto.')),
      ),
      helm: v.optional(
        v.pipe(v.picklist(RENDERING), v.description('Whether charts are rendered. Default auto.')),
      ),
    }),
  ),
})

/** A policy document, as it is written. The JSON Schema that editors use is made from it. */
export const PolicySchema: v.GenericSchema<unknown, PolicyDocument> = v.pipe(
  v.strictObject({
    apiVersion: v.literal('drawbridge.dev/v1alpha1'),
    kind: v.literal('Policy'),
    metadata: v.strictObject({ name: text('The name of this policy; its rules carry it as their pack.') }),
    spec: v.strictObject({
      extends: v.optional(texts('Policies that this one builds on, such as builtin:recommended.')),
      manifests: v.optional(ManifestsSchema),
      environments: v.optional(
        v.pipe(
          v.array(EnvironmentSchema),
          v.description('Where files go. The first that matches a file has it.'),
        ),
      ),
      rules: v.optional(v.pipe(v.array(RuleSchema), v.description('What is risky.'))),
      overrides: v.optional(
        v.pipe(v.array(OverrideSchema), v.description('Changes to rules of other policies.')),
      ),
      requirements: v.optional(RequirementsSchema),
      owners: v.optional(
        v.strictObject({
          fallback: v.optional(texts('Who is asked for paths that CODEOWNERS leaves without an owner.')),
        }),
      ),
      exceptions: v.optional(
        v.pipe(
          v.array(ExceptionSchema),
          v.description('Findings that need nothing for a time. They are always shown.'),
        ),
      ),
      windows: v.optional(v.pipe(v.array(v.unknown()), v.description('Not supported by this version.'))),
      breakGlass: v.optional(v.pipe(v.unknown(), v.description('Not supported by this version.'))),
    }),
  }),
  v.title('Drawbridge policy'),
)

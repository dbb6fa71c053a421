import * as v from 'valibot'
import { VERBS } from '../../../model/change.ts'
import type { WrittenMatch } from '../policy-document.ts'
import { type Described, listOf, texts, textsLike } from './described.ts'

/** Kinds of objects, as rules, exceptions and windows choose them. */
export const KindsSchema: Described<readonly string[]> = textsLike(
  'Kinds as group/Kind, the legacy group as core: apps/Deployment, core/Service, */Ingress.',
  'apps/Deployment',
  'core/Service',
  '*/Ingress',
)

/** Namespaces of objects. */
export const NamespacesSchema: Described<readonly string[]> = texts(
  'Namespaces of objects. Objects without a namespace never match.',
)

/** Names of environments. */
export const EnvironmentsSchema: Described<readonly string[]> = texts(
  'Names of environments. What is in no environment never matches.',
)

/** Names of clusters. */
export const ClustersSchema: Described<readonly string[]> = texts(
  'Names of clusters. What is in no cluster never matches.',
)

/** `match` of a rule or an exception. */
export const MatchSchema: Described<WrittenMatch> = v.pipe(
  v.strictObject({
    kinds: v.optional(KindsSchema),
    namespaces: v.optional(NamespacesSchema),
    names: v.optional(texts('Names of objects.')),
    environments: v.optional(EnvironmentsSchema),
    clusters: v.optional(ClustersSchema),
    operations: v.optional(
      listOf(
        v.picklist(['CREATE', 'UPDATE', 'DELETE']),
        'What happens. Default: everything; CREATE and UPDATE when the rule has `change`.',
      ),
    ),
    verbs: v.optional(listOf(v.picklist(VERBS), 'kubectl words for what happens.')),
    files: v.optional(texts('Paths of changed files. The rule then looks at files instead of objects.')),
    issues: v.optional(
      texts(
        'Codes of what was wrong when reading files, such as yaml.*. The rule then looks at these instead of objects.',
      ),
    ),
  }),
  v.description('Where it applies. All that is given must hold; lists are alternatives; globs are allowed.'),
)

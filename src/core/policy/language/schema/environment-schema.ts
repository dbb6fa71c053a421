import * as v from 'valibot'
import type { WrittenEnvironment } from '../policy-document.ts'
import { type Described, severity, text, textsLike } from './described.ts'
import { RequirementsSchema } from './requirements-schema.ts'

/** One entry of `environments`. */
export const EnvironmentSchema: Described<WrittenEnvironment> = v.strictObject({
  name: text('The name of the environment.'),
  cluster: v.optional(text('The cluster its objects go to.')),
  paths: textsLike('Globs of the files whose objects go there.', 'clusters/prod-*/**'),
  namespace: v.optional(text('The namespace of objects that name none. Default: default.')),
  maxSeverity: v.optional(severity('Findings here are at most this severe; locked rules keep theirs.')),
  requirements: v.optional(RequirementsSchema),
})

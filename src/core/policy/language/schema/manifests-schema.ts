import * as v from 'valibot'
import type { WrittenManifests } from '../policy-document.ts'
import { type Described, texts, word } from './described.ts'

const RENDERING = ['auto', 'never'] as const

/** `manifests`. */
export const ManifestsSchema: Described<WrittenManifests> = v.pipe(
  v.strictObject({
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
      v.pipe(
        v.strictObject({
          kustomize: v.optional(word(RENDERING, 'Whether kustomizations are built. Default auto.')),
          helm: v.optional(word(RENDERING, 'Whether charts are rendered. Default auto.')),
        }),
        v.description('What is built before it is compared. Nothing is, in this version.'),
      ),
    ),
  }),
  v.description('Which files are desired state, and what in them is secret.'),
)

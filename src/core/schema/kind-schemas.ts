import type { ObjectRef } from '../model/object-ref.ts'
import type { KindSchema } from './schema.ts'

/** Finds the schema of a kind; undefined when none is known, and then nothing can be said of its objects. */
export type KindSchemas = (ref: Pick<ObjectRef, 'group' | 'version' | 'kind'>) => KindSchema | undefined

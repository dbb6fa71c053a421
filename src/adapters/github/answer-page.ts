import * as v from 'valibot'

/** One page of a list that is read from its beginning. */
export interface ForwardPage<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly T[]
}

/** One page of a list that is read from its end. */
export interface BackwardPage<T> {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null }
  readonly nodes: readonly T[]
}

/** Where a list that is read from its beginning goes on. */
export const FORWARD: v.GenericSchema<unknown, ForwardPage<unknown>['pageInfo']> = v.object({
  hasNextPage: v.boolean(),
  endCursor: v.nullable(v.string()),
})
/** Where a list that is read from its end goes on. */
export const BACKWARD: v.GenericSchema<unknown, BackwardPage<unknown>['pageInfo']> = v.object({
  hasPreviousPage: v.boolean(),
  startCursor: v.nullable(v.string()),
})

import { celFunc, CelScalar, type CelFunc, mapType } from '@bufbuild/cel'
import { readOrigin } from '../domain/read-origin.ts'
import { readVersion } from '../domain/read-version.ts'
import { functionError } from './function-error.ts'

const { DYN, STRING } = CelScalar
const MAP = mapType(STRING, DYN)

/** What revisions and versions stand for, and where an entry of a kustomization leads. */
export const originFunctions: readonly CelFunc[] = [
  celFunc('version', [DYN], MAP, (text) => {
    if (text !== null && typeof text !== 'string' && typeof text !== 'bigint' && typeof text !== 'number') {
      throw functionError('version() takes a text, a number or null')
    }
    return { ...readVersion(text === null ? null : String(text)) }
  }),
  celFunc('origin', [STRING], MAP, (text) => ({ ...readOrigin(text) })),
]

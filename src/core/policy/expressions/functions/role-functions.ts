import { celFunc, CelScalar, type CelFunc, type CelValue, listType, mapType } from '@bufbuild/cel'
import { givesRight, rightsOf, wordsOf } from '../domain/rights-of.ts'
import { charge } from '../meter.ts'
import { functionError } from './function-error.ts'
import { listOf, objectOrNull } from './json-values.ts'

const { BOOL, DYN, STRING } = CelScalar

/** What Roles and ClusterRoles let people do. Other objects, and none, let nobody do anything. */
export const roleFunctions: readonly CelFunc[] = [
  celFunc('grants', [DYN], listType(mapType(STRING, DYN)), (object) => {
    const rights = rightsOf(objectOrNull('grants', object))
    if (!rights) throw functionError('grants() lists at most 10000 rights of a role')
    return listOf(rights.map((right) => ({ ...right })))
  }),
  celFunc('granted', [DYN, STRING, STRING], BOOL, (object, verb, url) =>
    granted(object, { verb, url, group: '', resource: '', name: null }),
  ),
  celFunc('granted', [DYN, STRING, STRING, STRING], BOOL, (object, verb, group, resource) =>
    granted(object, { verb, url: null, group, resource, name: null }),
  ),
  celFunc('granted', [DYN, STRING, STRING, STRING, STRING], BOOL, (object, verb, group, resource, name) =>
    granted(object, { verb, url: null, group, resource, name }),
  ),
]

function granted(object: CelValue, right: Parameters<typeof givesRight>[1]): boolean {
  const role = objectOrNull('granted', object)
  charge(wordsOf(role))
  return givesRight(role, right)
}

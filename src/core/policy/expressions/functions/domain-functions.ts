import type { CelFunc } from '@bufbuild/cel'
import { addressFunctions } from './address-functions.ts'
import { findFunctions } from './find-functions.ts'
import { listFunctions } from './list-functions.ts'
import { objectFunctions } from './object-functions.ts'
import { originFunctions } from './origin-functions.ts'
import { quantityFunctions } from './quantity-functions.ts'
import { roleFunctions } from './role-functions.ts'
import { routeFunctions } from './route-functions.ts'

/** Every function that expressions have besides those of CEL and of its extension for strings. */
export const domainFunctions: readonly CelFunc[] = [
  ...quantityFunctions,
  ...addressFunctions,
  ...listFunctions,
  ...findFunctions,
  ...objectFunctions,
  ...originFunctions,
  ...routeFunctions,
  ...roleFunctions,
]

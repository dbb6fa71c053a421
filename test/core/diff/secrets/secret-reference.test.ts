import { expect, it } from 'vitest'

import { isSecretReference } from '../../../../src/core/diff/secrets/secret-reference.ts'

it.each([
  { value: '$(DB_PASSWORD)', is: true },
  { value: '${DB_PASSWORD}', is: true },
  { value: '<path:secret/data/db#password>', is: true },
  { value: '${DB_PASSWORD:=hunter2}', is: false },
  { value: 'x$(DB_PASSWORD)', is: false },
  { value: '${DB_PASSWORD}x', is: false },
  { value: '$DB', is: false },
  { value: '<hunter2>', is: false },
  { value: '${}', is: false },
  { value: '', is: false },
  { value: 5n, is: false },
  { value: null, is: false },
])('$value: $is', ({ value, is }) => {
  expect(isSecretReference(value)).toBe(is)
})

import { expect, it } from 'vitest'

import { builtinSchemas } from '../../../src/adapters/files/kind-schemas.ts'

it.each([
  ['', 'v1', 'Pod'],
  ['apps', 'v1', 'Deployment'],
  ['networking.istio.io', 'v1', 'VirtualService'],
])('knows %s/%s %s', (group, version, kind) => {
  const schema = builtinSchemas({ group, version, kind })
  expect(schema?.root.properties).toHaveProperty('spec')
  expect(builtinSchemas({ group, version, kind })?.definitions).toBe(schema?.definitions)
})

it.each([
  ['shop.example', 'v1', 'Basket'],
  ['apps', 'v9', 'Deployment'],
  ['apps', 'v1', 'DeploymentList'],
  ['', 'constructor', ''],
  ['..', 'v1', 'Pod'],
  ['../packs', 'v1', 'Pod'],
  ['core', 'v1', 'Pod'],
])('knows nothing of %j %s %s', (group, version, kind) => {
  expect(builtinSchemas({ group, version, kind })).toBeUndefined()
})

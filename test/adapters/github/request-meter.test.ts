import { expect, it } from 'vitest'
import * as v from 'valibot'
import { connectGitHub } from '../../../src/adapters/github/github.ts'
import { meterText, newMeter } from '../../../src/adapters/github/request-meter.ts'
import { adapterWorld, REPO } from './world.ts'

it.each([
  [{ requests: 0, left: null }, '0 requests.'],
  [{ requests: 1, left: null }, '1 request.'],
  [{ requests: 131, left: 4869 }, '131 requests; GitHub takes 4,869 more of the last kind in this hour.'],
])('%j is told as %s', (meter, text) => {
  expect(meterText(meter)).toBe(text)
})

it('counts every try, and keeps what GitHub says is left', async () => {
  const world = await adapterWorld()
  const meter = newMeter()
  const { apiUrl, graphqlUrl } = world.emulator
  const github = connectGitHub({
    token: world.token,
    apiUrl,
    graphqlUrl,
    owner: 'acme',
    name: 'gitops',
    waitFactor: 0,
    meter,
  })
  world.emulator.fault({
    match: { operation: 'Me' },
    action: { status: 502, body: { message: 'Bad gateway' } },
  })
  const operation = { what: 'read it', needs: 'metadata: read' }
  await github.graphql(operation, v.unknown(), { query: 'query Me { viewer { login } }', variables: {} })
  await github.rest(operation, v.unknown(), (client) =>
    client.rest.repos.get({ owner: 'acme', repo: REPO.slice(5) }),
  )
  await world.emulator.close()
  expect(meter.requests).toBe(3)
  expect(meter.left).toBeGreaterThan(1000)
})

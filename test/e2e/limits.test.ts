import { expect, it } from 'vitest'

import { gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'
import { HOSTS, headOf, satisfy } from './pitfalls/pitfall.ts'

/** In a file of its own: making so much keeps the emulator's process from answering anybody else. */
it('P31 more commits than GitHub lists: who wrote them is not known, so it holds', async () => {
  const world = await gateWorld()
  const number = world.propose(HOSTS)
  world.github.advanceClock('5m')
  const { git } = world.github.repository(REPO)
  const input = Buffer.from(commitsOn(headOf(world, number), 250))
  const commit = git.run(['fast-import', '--quiet', '--force', '--done'], { input }).trim()
  world.github.push({ repo: REPO, branch: 'open', by: 'amy', commit })
  satisfy(world, number)
  const run = await world.gate(number)
  const said = `${world.status(number)?.description ?? ''}\n${world.comments(number).join('\n')}\n${run.stdout}`
  expect(world.status(number)).toMatchObject({ state: 'pending' })
  expect(said).toMatch(/ot everything could be read: commits/)
  await world.close()
})

it('P31 more files than GitHub lists, and the one that matters is the last', async () => {
  const world = await gateWorld()
  const names = Array.from({ length: 3001 }, (_, at) => [`a/${String(at)}.txt`, ''])
  world.push({ ...Object.fromEntries(names), [INGRESS]: ingress(HOSTS) })
  const { number } = world.github.openPullRequest({ repo: REPO, by: 'amy', head: 'open' })
  await world.gate(number)
  expect(world.status(number)).toMatchObject({ state: 'pending' })
  expect(world.comments(number)[0]).toMatch(/ingress\.host\.added/)
  await world.close()
})

/** A stream of commits by amy for `git fast-import`, each on the one before; it prints the id of the last. */
function commitsOn(parent: string, count: number): string {
  const who = 'amy <amy@users.example> 1795420800 +0000'
  const commits = Array.from({ length: count }, (_, at) => {
    const text = String(at)
    const from = at === 0 ? parent : `:${String(at)}`
    return `commit refs/heads/made\nmark :${String(at + 1)}\nauthor ${who}\ncommitter ${who}\ndata ${String(text.length)}\n${text}\nfrom ${from}\nM 100644 inline count.txt\ndata ${String(text.length)}\n${text}\n`
  })
  return `${commits.join('\n')}\nget-mark :${String(count)}\ndone\n`
}

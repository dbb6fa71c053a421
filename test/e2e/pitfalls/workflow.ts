import { ingress, INGRESS, REPO } from '../../support/gate-world.ts'
import { HOST, HOSTS, open, type Pitfall, satisfy } from './pitfall.ts'

const WORKFLOW = '.github/workflows/drawbridge.yml'
const FORGED = `on: pull_request
permissions: { statuses: write }
jobs: { gate-runner: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }
`

/** What a pull request may do to the gate itself, and pull requests that need nothing. */
export const WORKFLOW_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P1 the workflow of the gate is replaced in the same pull request',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [WORKFLOW]: FORGED })
    },
    state: 'pending',
    says: /gate\.workflow-changed/,
  },
  {
    name: 'P1 an action of the repository is replaced in the same pull request',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ '.github/actions/gate/action.yml': 'runs: { using: composite, steps: [] }\n' })
    },
    state: 'pending',
    says: /gate\.(?:action|workflow)-changed/,
  },
  {
    name: 'P5 a change of which nothing is risky is a green with a reason, not silence',
    attempt(world) {
      world.push({ [INGRESS]: ingress([HOST]), 'README.md': '# other\n' })
    },
    state: 'success',
    says: /No change|Nothing/,
  },
  {
    name: 'P5 the words that skip other workflows',
    attempt(world, number) {
      satisfy(world, number)
      const files = { [INGRESS]: ingress([...HOSTS, 'debug.shop.example.com']) }
      const who = { by: 'amy', author: 'amy', committer: 'amy' }
      world.github.push({ repo: REPO, branch: 'open', ...who, files, message: 'More [skip ci]' })
    },
    state: 'pending',
    says: /since then Ingress shop\/web changed/,
  },
  {
    name: 'P39 a second pull request on the same commit that needs nothing, decided after this one',
    async attempt(world, number) {
      const files = { [INGRESS]: ingress(HOSTS), 'other.txt': 'x' }
      world.github.push({ repo: REPO, branch: 'legacy', by: 'pat', author: 'pat', committer: 'pat', files })
      const request = { repo: REPO, by: 'amy', head: 'open', base: 'legacy' }
      const second = world.github.openPullRequest(request).number
      open(world, second)
      await world.gate(number)
      await world.gate(second)
      const { description = '' } = world.status(number) ?? {}
      if (!description.startsWith(`Pull request #${String(number)} has the same head.`))
        throw new Error(`the status should be of the first, not: ${description}`)
    },
    state: 'pending',
    says: /ingress\.host\.added/,
  },
]

import { approve, askFor, open, type Pitfall, satisfy, toMain } from './pitfall.ts'

const OWNED = '*                 @acme/platform\n/clusters/prod/   @acme/net\n'

/** CODEOWNERS as GitHub reads it, and what becomes of an approval where it says nothing certain. */
export const OWNER_PITFALLS: readonly Pitfall[] = [
  ...(
    [
      ['a negation', 'pat', `${OWNED}!/clusters/prod/ @pat\n`, /no owner for/],
      ['a range, which is a name', 'ben', '* @acme/platform\n/clusters/[p]rod/ @ben\n', /@acme\/platform/],
      ['an escaped hash', 'pat', `${OWNED}\\#clusters/ @pat\n`, /@acme\/net/],
      ['a slash alone, which matches nothing', 'ben', '* @acme/platform\n/ @ben\n', /@acme\/platform/],
      ['a line without owners', 'pat', `${OWNED}/clusters/prod/shop/\n`, /no owner for/],
      ['a path in capitals', 'pat', `${OWNED}/Clusters/Prod/ @pat\n`, /@acme\/net/],
      ['a team with a dot', 'ben', '/clusters/prod/ @acme/n.et\n', /no owner for/],
      ['a person by address only', 'ben', '* ben@users.example\n', /names no account and no team/],
      [
        'more bytes than GitHub loads',
        'ben',
        `/clusters/ @ben\n# ${'x'.repeat(3_000_001)}\n`,
        /GitHub loads no CODEOWNERS of more/,
      ],
    ] as const
  ).map(([what, by, text, says]): Pitfall => ({
    name: `P50 ${what}: ${by} is no owner by it`,
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': text })
      approve(world, number, by)
      open(world, number)
    },
    state: 'pending',
    says,
  })),
  ...(
    [
      ['a comment behind the owners', '/clusters/prod/ @ben # not @acme/net\n'],
      ['a blank in a name', '/clusters/other\\ one/ @pat\n/clusters/prod/ @ben\n'],
      ['the last of two lines that match', '/clusters/prod/ @pat\n*.yaml @ben\n'],
      ['line ends of Windows', '* @pat\r\n/clusters/prod/ @ben\r\n'],
    ] as const
  ).map(([what, text]): Pitfall => ({
    name: `P50 ${what}`,
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': text })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  })),
  {
    name: 'P50 three files: the one in .github decides',
    attempt(world, number) {
      toMain(world, { CODEOWNERS: '* @pat\n', 'docs/CODEOWNERS': '* @pat\n' })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /1 of @acme\/net/,
  },
  {
    name: 'P50 none in .github: the one at the root comes before that of docs',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': null, CODEOWNERS: '* @ben\n', 'docs/CODEOWNERS': '* @pat\n' })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P58 forty owners, whose names are longer than a status may be',
    attempt(world) {
      const owners = Array.from({ length: 40 }, (_, at) => `@somebody-with-a-long-name-${String(at)}`)
      toMain(world, { '.github/CODEOWNERS': `* ${owners.join(' ')}\n` })
    },
    state: 'pending',
    says: /1 of @somebody-with-a-long-name-0/,
  },
  {
    name: 'P49 an owner that is nobody',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': '* @nobody-at-all\n' })
      satisfy(world, number)
    },
    state: 'pending',
    says: /@nobody-at-all/,
  },
  {
    name: 'P49 a team that may not write, whose members may only read',
    attempt(world, number) {
      world.github.createTeam({ team: 'acme/readers', members: ['tess'] })
      toMain(world, { '.github/CODEOWNERS': '* @acme/readers\n' })
      approve(world, number, 'tess')
      open(world, number)
    },
    state: 'pending',
    says: /tess \(cannot write/,
  },
  {
    name: 'P51 one of two owners approves, and the team of the other cannot be read: it is said',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': '* @acme/net @acme/security\n' })
      satisfy(world, number)
      hide(world)
    },
    state: 'success',
    says: /acme\/security cannot be read/,
  },
  {
    name: 'P51 the approval is of the team that cannot be read',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': '* @acme/net @acme/security\n' })
      approve(world, number, 'eve')
      open(world, number)
      hide(world)
    },
    state: 'pending',
    says: /@acme\/security.*404|404.*members/,
  },
  {
    name: 'P51 one need is met, and of the other nobody knows',
    attempt(world, number) {
      askFor(world, ['from: ["@acme/net"]', 'from: ["@acme/security"]'])
      approve(world, number)
      approve(world, number, 'eve')
      hide(world)
    },
    state: 'pending',
    says: /@acme\/security.*404|404.*members/,
  },
]

function hide(world: Parameters<Pitfall['attempt']>[0]): void {
  const match = { path: /\/teams\/security/ }
  world.github.fault({ match, action: { status: 404, body: { message: 'Not Found' } } })
}

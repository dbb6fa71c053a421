import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parseInputs } from '../../src/action/inputs.ts'
import { readSurroundings } from '../../src/action/surroundings.ts'

describe('inputs', () => {
  it('have the defaults of action.yml when nothing but the token is given', () => {
    expect(parseInputs({ INPUT_TOKEN: ' t0ken\n' })).toEqual({
      ok: true,
      value: {
        mode: 'auto',
        token: 't0ken',
        membersToken: 't0ken',
        policy: [],
        context: 'drawbridge',
        comment: true,
        requestReviews: true,
      },
    })
  })

  it('are read as the runner passes them', () => {
    const given = {
      INPUT_TOKEN: 'a',
      'INPUT_MEMBERS-TOKEN': 'b',
      INPUT_MODE: 'sweep',
      INPUT_POLICY: 'builtin:ingress\n\n policies/gate.yaml \n',
      INPUT_CONTEXT: 'gate',
      INPUT_COMMENT: 'FALSE',
      'INPUT_REQUEST-REVIEWS': 'False',
    }
    expect(parseInputs(given)).toEqual({
      ok: true,
      value: {
        mode: 'sweep',
        token: 'a',
        membersToken: 'b',
        policy: ['builtin:ingress', 'policies/gate.yaml'],
        context: 'gate',
        comment: false,
        requestReviews: false,
      },
    })
  })

  it('name every mistake at once', () => {
    const parsed = parseInputs({
      INPUT_MODE: 'audti',
      INPUT_COMMENT: 'yes',
      'INPUT_REQUEST-REVIEWS': 'no',
    })
    expect(parsed).toEqual({
      ok: false,
      error: [
        'Input mode is "audti"; it is one of auto, gate, sweep.',
        expect.stringContaining('Input token is empty.'),
        'Input comment is "yes"; it is true or false.',
        'Input request-reviews is "no"; it is true or false.',
      ],
    })
  })

  it('stand in the table of the README, each with its default where that is a word', () => {
    const { inputs } = load(readFileSync('action.yml', 'utf8')) as {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>
    }
    const table = /^\| input \|[\s\S]*?\n\n/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? ''
    const rows = [...table.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ])
    expect(rows.map(([name = '']) => name).toSorted()).toEqual(Object.keys(inputs).toSorted())
    for (const [name = '', value = ''] of rows) {
      const word = inputs[name]?.default ?? ''
      if (/^\w+$/.test(word)) expect(value).toBe(`\`${word}\``)
    }
  })

  it('are the ones that action.yml documents', () => {
    const manifest = load(readFileSync('action.yml', 'utf8'))
    expect(manifest).toMatchObject({ runs: { using: 'node24', main: 'dist/action.js' } })
    expect(Object.keys((manifest as { inputs: object }).inputs).toSorted()).toEqual(
      ['comment', 'context', 'members-token', 'mode', 'policy', 'request-reviews', 'token'].toSorted(),
    )
  })
})

describe('surroundings', () => {
  const given = {
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/gitops',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: '/tmp/event.json',
    RUNNER_TEMP: '/tmp',
  }

  it('are what the runner says', () => {
    expect(readSurroundings(given)).toMatchObject({ ok: true, value: { owner: 'acme', name: 'gitops' } })
  })

  it.each(Object.keys(given))('without %s are a mistake that names it', (name) => {
    const parsed = readSurroundings({ ...given, [name]: undefined })
    expect(parsed).toMatchObject({ ok: false, error: [expect.stringContaining(name)] })
  })

  it('with a repository of another form are a mistake', () => {
    expect(readSurroundings({ ...given, GITHUB_REPOSITORY: 'acme' })).toMatchObject({ ok: false })
  })
})

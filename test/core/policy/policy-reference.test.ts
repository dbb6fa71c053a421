import { describe, expect, it } from 'vitest'

import { nearReference, parsePolicyReference } from '../../../src/core/policy/policy-reference.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'

it('reads a reference', () => {
  expect(parsePolicyReference(`github:acme/platform.policies//k8s/gate.yaml@${SHA}`)).toEqual({
    ok: true,
    value: {
      text: `github:acme/platform.policies//k8s/gate.yaml@${SHA}`,
      owner: 'acme',
      repo: 'platform.policies',
      path: 'k8s/gate.yaml',
      commit: SHA,
    },
  })
})

it.each(['builtin:ingress', 'ingress', './gate.yaml', ''])('%s is about something else', (text) => {
  expect(parsePolicyReference(text)).toBeUndefined()
})

describe('mistakes', () => {
  it.each([
    ['no commit', 'github:acme/policies//gate.yaml', /^it names no commit/],
    ['an empty commit', 'github:acme/policies//gate.yaml@', /^it names no commit/],
    ['a branch', 'github:acme/policies//gate.yaml@main', /^"main" is a branch or a tag, which can be moved/],
    ['a tag', 'github:acme/policies//gate.yaml@v1.2.0', /^"v1.2.0" is a branch or a tag/],
    ['a short commit', 'github:acme/policies//gate.yaml@0123456', /^"0123456" has 7 digits/],
    ['a commit in capitals', `github:acme/policies//gate.yaml@${SHA.toUpperCase()}`, /lower case$/],
    ['two commits', `github:acme/policies//gate.yaml@${SHA}@${SHA}`, /more than one @/],
    ['no repository', `github:acme//gate.yaml@${SHA}`, /^it names no repository/],
    ['no owner', `github:/policies//gate.yaml@${SHA}`, /^it names no repository/],
    ['a repository that is a folder', `github:acme/..//gate.yaml@${SHA}`, /^it names no repository/],
    ['no path', `github:acme/policies@${SHA}`, /^it names no file/],
    ['an empty path', `github:acme/policies//@${SHA}`, /^the path of the file is none/],
    ['a path with a slash', `github:acme/policies///gate.yaml@${SHA}`, /^the path of the file is none/],
    ['a path that leads out', `github:acme/policies//../x/gate.yaml@${SHA}`, /^the path of the file is none/],
    ['a file of another kind', `github:acme/policies//gate.json@${SHA}`, /^the file is no YAML file/],
  ])('%s', (_, text, want) => {
    const parsed = parsePolicyReference(text)
    expect(parsed?.ok).toBe(false)
    expect(parsed && !parsed.ok && parsed.error.text).toMatch(want)
  })

  it('one slash too few is mended', () => {
    expect(parsePolicyReference(`github:acme/policies/k8s/gate.yaml@${SHA}`)).toEqual({
      ok: false,
      error: {
        text: 'two slashes stand between the repository and the path',
        suggestion: `github:acme/policies//k8s/gate.yaml@${SHA}`,
      },
    })
  })
})

it.each([
  [
    `https://github.com/acme/policies/blob/${SHA}/k8s/gate.yaml`,
    `github:acme/policies//k8s/gate.yaml@${SHA}`,
  ],
  [
    `https://raw.githubusercontent.com/acme/policies/${SHA}/gate.yaml`,
    `github:acme/policies//gate.yaml@${SHA}`,
  ],
  [`acme/policies//gate.yaml@${SHA}`, `github:acme/policies//gate.yaml@${SHA}`],
  ['https://github.com/acme/policies/blob/main/gate.yaml', undefined],
  ['./gate.yaml', undefined],
])('%s may mean %s', (text, want) => {
  expect(nearReference(text)).toBe(want)
})

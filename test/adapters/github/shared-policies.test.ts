import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { githubSharedPolicies } from '../../../src/adapters/github/shared-policies.ts'
import type { Result } from '../../../src/core/model/result.ts'
import { parsePolicyReference, type PolicyReference } from '../../../src/core/policy/policy-reference.ts'
import type { Problem } from '../../../src/gate/ports/problem.ts'
import { type AdapterWorld, adapterWorld } from './world.ts'

const SHARED = 'acme/policies'
const POLICY = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: gate }\nspec: {}\n# é\n'

let world: AdapterWorld
let first = ''
beforeEach(async () => {
  world = await adapterWorld()
  world.emulator.createRepository(SHARED, {
    files: {
      'k8s/gate.yaml': POLICY,
      'large.yaml': `# ${'x'.repeat(1024 * 1024)}\n`,
      'latin.yaml': new Uint8Array([0x23, 0xe9, 0x0a]),
      'out.yaml': { symlink: '/etc/passwd' },
      'link.yaml': { symlink: 'k8s/gate.yaml' },
      'folder.yaml/inside': 'x',
    },
    collaborators: { amy: 'write' },
  })
  first = world.emulator.repository(SHARED).git.tip('refs/heads/main') ?? ''
})
afterEach(async () => {
  await world.emulator.close()
})

function referenceTo(path: string, commit = first, repository = SHARED): PolicyReference {
  const reference = parsePolicyReference(`github:${repository}//${path}@${commit}`)
  if (reference?.ok !== true) throw new Error('no reference')
  return reference.value
}

function read(reference: PolicyReference, token?: string): Promise<Result<string, Problem>> {
  return githubSharedPolicies(world.connect(token)).read(reference)
}

describe('a policy of another repository', () => {
  it('is read as it was at its commit', async () => {
    const push = { repo: SHARED, branch: 'main', by: 'amy', author: 'amy' } as const
    world.emulator.push({ ...push, files: { 'k8s/gate.yaml': 'changed: since\n' } })
    expect(await read(referenceTo('k8s/gate.yaml'))).toEqual({ ok: true, value: POLICY })
  })

  it('behind a link within its repository is what the link leads to', async () => {
    expect(await read(referenceTo('link.yaml'))).toEqual({ ok: true, value: POLICY })
  })

  it('is read once', async () => {
    const policies = githubSharedPolicies(world.connect())
    await Promise.all([
      policies.read(referenceTo('k8s/gate.yaml')),
      policies.read(referenceTo('k8s/gate.yaml')),
    ])
    expect(world.emulator.requests.filter(({ path }) => path.includes('/contents/'))).toHaveLength(1)
  })

  it.each([
    {
      name: 'a file that is not there',
      path: 'none.yaml',
      want: /^Cannot read none\.yaml of acme\/policies at \w{7} \(404\): .*"contents: read".* its own repository and public ones only/,
    },
    { name: 'a folder', path: 'folder.yaml', want: /it is no file\. Name a policy file\.$/ },
    { name: 'a link that leads out', path: 'out.yaml', want: /it is no file\./ },
    {
      name: 'a file that is too large',
      path: 'large.yaml',
      want: /has 1048579 bytes; at most 1048576 are read\. Split it\.$/,
    },
    {
      name: 'a file that is no text',
      path: 'latin.yaml',
      want: /The byte 0xE9 here is not UTF-8\. Save the file as UTF-8\.$/,
    },
  ])('$name is a sentence', async ({ path, want }) => {
    const answer = await read(referenceTo(path))
    expect(!answer.ok && answer.error.text).toMatch(want)
  })

  it('of a commit that there is not', async () => {
    const answer = await read(referenceTo('k8s/gate.yaml', 'f'.repeat(40)))
    expect(!answer.ok && answer.error).toMatchObject({ code: 'not-found' })
  })

  it('of a commit that was never merged there is refused: anybody can make one in a fork', async () => {
    const side = world.emulator.push({
      repo: SHARED,
      branch: 'side',
      by: 'amy',
      author: 'amy',
      files: { 'k8s/gate.yaml': 'spec: {}\n' },
    })
    const answer = await read(referenceTo('k8s/gate.yaml', side.sha))
    expect(!answer.ok && answer.error.text).toMatch(
      /the commit is not in the history of its branch main, and anybody can make one in a fork\. Name a commit that was merged there\.$/,
    )
  })

  it('in a private repository that the token cannot see', async () => {
    world.emulator.createRepository('acme/secret', { files: { 'gate.yaml': POLICY }, private: true })
    const commit = world.emulator.repository('acme/secret').git.tip('refs/heads/main') ?? ''
    const token = world.emulator.createToken({
      kind: 'user',
      login: 'tess',
      permissions: { contents: 'read' },
    })
    const answer = await read(referenceTo('gate.yaml', commit, 'acme/secret'), token)
    expect(!answer.ok && answer.error.text).toMatch(
      /\(404\): .*for a private acme\/secret it takes one of an app or a person\.$/,
    )
  })

  it('by a token that may not read contents', async () => {
    const token = world.emulator.createToken({ kind: 'app', permissions: { metadata: 'read' } })
    const answer = await read(referenceTo('k8s/gate.yaml'), token)
    expect(!answer.ok && answer.error.text).toMatch(
      /\(403\): the token needs the permission "contents: read"\./,
    )
    expect(!answer.ok && answer.error.text).not.toContain(token)
  })

  it('while GitHub does not answer', async () => {
    world.emulator.fault({ match: { path: /\/contents\//, times: 4 }, action: { status: 502 } })
    const answer = await read(referenceTo('k8s/gate.yaml'))
    expect(!answer.ok && answer.error.code).toBe('unreachable')
  })
})

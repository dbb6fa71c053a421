import { ingress, INGRESS, REPO } from '../../support/gate-world.ts'
import { approve, askFor, HOST, HOSTS, MORE_HOSTS, open, type Pitfall, satisfy, toMain } from './pitfall.ts'

export const TREE_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P32 a manifest moved out of its environment and its owners',
    attempt(world, number) {
      world.push({ [INGRESS]: null, 'misc/ingress.yaml': ingress([HOST]) })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /@acme\/net/,
  },
  {
    name: 'P37 the policy of the branch that is merged into',
    attempt(world, number) {
      const files = { '.github/drawbridge.yaml': 'kind: Policy\n' }
      world.github.push({ repo: REPO, branch: 'release', by: 'pat', author: 'pat', committer: 'pat', files })
      satisfy(world, number)
      world.github.retarget({ repo: REPO, number, by: 'amy', base: 'release' })
    },
    state: 'error',
    says: /policy/,
  },
  {
    name: 'P38 a green from another base does not outlive the way back',
    async attempt(world, number) {
      const files = { [INGRESS]: ingress(HOSTS), '.github/drawbridge.yaml': null, 'x.txt': 'x' }
      world.github.push({ repo: REPO, branch: 'legacy', by: 'pat', author: 'pat', committer: 'pat', files })
      world.github.retarget({ repo: REPO, number, by: 'amy', base: 'legacy' })
      await world.gate(number)
      if (world.status(number)?.state !== 'success') throw new Error('the other base should be green')
      world.github.retarget({ repo: REPO, number, by: 'amy', base: 'main' })
    },
    state: 'pending',
    says: /ingress\.host\.added/,
  },
  {
    name: 'P52 an empty policy still has its locked rules',
    attempt(world) {
      toMain(world, {
        '.github/drawbridge.yaml':
          'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec: {}\n',
      })
      world.push({ '.github/workflows/gate.yaml': 'on: push\n' })
    },
    state: 'pending',
    says: /gate\.workflow-changed/,
  },
  {
    name: 'P53 no policy at all is the recommended one',
    attempt(world) {
      toMain(world, { '.github/drawbridge.yaml': null })
    },
    state: 'pending',
    says: /ingress\.host\.added/,
  },
  {
    name: 'P73 the pull request shows a host that the base has already',
    attempt(world) {
      toMain(world, { [INGRESS]: ingress(HOSTS) })
    },
    state: 'success',
    says: /No change|Nothing/,
  },
  {
    name: 'P74 the base moved since the pull request was opened, into a conflict',
    attempt(world, number) {
      satisfy(world, number)
      toMain(world, { [INGRESS]: ingress([HOST, 'blog.shop.example.com']) })
    },
    state: 'pending',
    says: /conflict/,
  },
  {
    name: 'P77 the policy of the base is a symbolic link',
    attempt(world, number) {
      satisfy(world, number)
      toMain(world, { '.github/drawbridge.yaml': { symlink: '../README.md' } })
    },
    state: 'error',
    says: /symbolic link/,
  },
  {
    name: 'P77 .github is a symbolic link at the base',
    attempt(world, number) {
      satisfy(world, number)
      toMain(world, {
        '.github/drawbridge.yaml': null,
        '.github/CODEOWNERS': null,
        '.github': { symlink: 'x' },
      })
    },
    state: 'error',
    says: /symbolic link/,
  },
  {
    name: 'P77 a submodule takes the place of a directory',
    attempt(world, number) {
      world.push({ [INGRESS]: null, 'clusters/prod': { submodule: '1'.repeat(40) } })
      satisfy(world, number)
    },
    state: 'pending',
    says: /file\.submodule/,
  },
  {
    name: 'P78 a policy larger than is read',
    attempt(world, number) {
      satisfy(world, number)
      toMain(world, { '.github/drawbridge.yaml': `# ${'x'.repeat(6_000_000)}\n` })
    },
    state: 'error',
    says: /MB|policy/,
  },
  {
    name: 'P34 an approved host once more, in the folder of another overlay',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ 'clusters/prod/two/ingress.yaml': ingress(HOSTS) })
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P34 another object behind the approved one, in the same file',
    attempt(world, number) {
      satisfy(world, number)
      const second = ingress(['x.example.com']).replace('name: web\n', 'name: second\n')
      world.push({ [INGRESS]: `${ingress(HOSTS)}---\n${second}` })
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P34 another object beside the approved one, in a list',
    attempt(world, number) {
      satisfy(world, number)
      const items = [ingress(HOSTS), ingress(['x.example.com']).replace('name: web\n', 'name: second\n')]
      const list = items.map((item) => `- ${item.trim().replaceAll('\n', '\n  ')}\n`).join('')
      world.push({ [INGRESS]: `apiVersion: v1\nkind: List\nitems:\n${list}` })
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P34 the approved object, and one more of its name in the same file',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: `${ingress(HOSTS)}---\n${ingress(MORE_HOSTS)}` })
    },
    state: 'pending',
    says: /file\.duplicate/,
  },
  {
    name: 'P34 the approved object under another name',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: ingress(HOSTS).replace('name: web\n  namespace', 'name: other\n  namespace') })
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P36 a policy in a folder inside the policy folder',
    attempt(world, number) {
      world.push({ '.github/drawbridge/team/x.yaml': 'kind: Policy\n' })
      satisfy(world, number)
    },
    state: 'pending',
    says: /gate\.policy-changed/,
  },
  {
    name: 'P79 a CODEOWNERS that does not count yet',
    attempt(world, number) {
      world.push({ 'docs/CODEOWNERS': '* @amy\n' })
      satisfy(world, number)
    },
    state: 'pending',
    says: /gate\.codeowners-changed/,
  },
  {
    name: 'P33 a production Ingress is removed',
    attempt(world, number) {
      world.push({ [INGRESS]: null })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /ingress\.deleted/,
  },
  {
    name: 'P33 a production Ingress is copied',
    attempt(world, number) {
      const copy = ingress([HOST]).replace('name: web\n', 'name: copy\n')
      world.push({ [INGRESS]: ingress([HOST]), 'clusters/prod/shop/copy.yaml': copy })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P33 a production Ingress is changed in its mode only: that is no change of the cluster',
    attempt(world) {
      world.push({ [INGRESS]: { executable: ingress([HOST]) } })
    },
    state: 'success',
    says: /No change|Nothing/,
  },
  {
    name: 'P34 the approved file gets another mode and another host',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: { executable: ingress(MORE_HOSTS) } })
    },
    state: 'pending',
    says: /since then Ingress shop\/web changed/,
  },
  {
    name: 'P34 the approved file becomes binary',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: new Uint8Array([0xff, 0xfe, 0, 1, 2]) })
    },
    state: 'pending',
    says: /file\.unparseable/,
  },
  {
    name: 'P34 the approved file moves, unchanged, to where others own it',
    attempt(world, number) {
      toMain(world, {
        '.github/CODEOWNERS': '/clusters/prod/ @acme/net\n/clusters/prod/two/ @acme/security\n',
      })
      satisfy(world, number)
      world.push({ [INGRESS]: null, 'clusters/prod/two/ingress.yaml': ingress(HOSTS) })
    },
    state: 'pending',
    says: /@acme\/security/,
  },
  {
    name: 'P35 a directory whose name only begins like one without owners',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': '* @acme/net\n/clusters/prod/test\n' })
      world.push({
        [INGRESS]: ingress([HOST]),
        'clusters/prod/testing/web.yaml': ingress(HOSTS),
      })
      open(world, number)
    },
    state: 'pending',
    says: /1 of @acme\/net/,
  },
  {
    name: 'P35 an exception for a namespace, and one whose name only begins like it',
    attempt(world, number) {
      const until = 'until: 2026-12-31, owner: pat, reason: "It is for tests."'
      const match = '{ namespaces: [test] }'
      const exception = `{ rule: ingress.created, match: ${match}, ${until} }`
      askFor(world, ['from: [codeowners]'], `  exceptions:\n    - ${exception}\n`)
      const testing = ingress([HOST]).replace('namespace: shop', 'namespace: testing')
      world.push({ [INGRESS]: ingress([HOST]), 'clusters/prod/test/web.yaml': testing })
      open(world, number)
    },
    state: 'pending',
    says: /ingress\.created/,
  },
  {
    name: 'P75 a test merge of GitHub that is older than the base',
    attempt(world, number) {
      satisfy(world, number)
      world.github.freezeMergeRef({ repo: REPO, number })
      toMain(world, { [INGRESS]: ingress([HOST, 'blog.shop.example.com']) })
    },
    state: 'pending',
    says: /conflict/,
  },
  {
    name: 'P77 a manifest becomes a symbolic link',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: { symlink: '../../../README.md' } })
    },
    state: 'pending',
    says: /file\.symlink/,
  },
  {
    name: 'P77 a manifest becomes a submodule',
    attempt(world, number) {
      satisfy(world, number)
      world.push({ [INGRESS]: { submodule: '1'.repeat(40) } })
    },
    state: 'pending',
    says: /file\.submodule/,
  },
  {
    name: 'P78 a CODEOWNERS that is no text',
    attempt(world, number) {
      satisfy(world, number)
      toMain(world, { '.github/CODEOWNERS': new Uint8Array([0xff, 0xfe, 0, 1, 2]) })
    },
    state: 'error',
    says: /CODEOWNERS/,
  },
  {
    name: 'P36 the owner is taken out of CODEOWNERS in the same pull request',
    attempt(world, number) {
      world.push({ '.github/CODEOWNERS': '* @pat\n' })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /1 of @acme\/net/,
  },
  {
    name: 'P79 a CODEOWNERS that would come before the one that counts',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': null, CODEOWNERS: '* @acme/net\n' })
      world.github.updateBranch({ repo: REPO, number, by: 'amy' })
      world.push({ '.github/CODEOWNERS': '* @pat\n' })
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /1 of @acme\/net[^]*gate\.codeowners-changed/,
  },
  {
    name: 'P73 the pull request deletes what the base has deleted already',
    attempt(world) {
      world.push({ [INGRESS]: null })
      toMain(world, { [INGRESS]: null })
    },
    state: 'success',
    says: /No change|Nothing/,
  },
]

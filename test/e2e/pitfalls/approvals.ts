import { ingress, INGRESS, REPO } from '../../support/gate-world.ts'
import {
  approve,
  commitOf,
  headOf,
  HOST,
  HOSTS,
  MORE_HOSTS,
  open,
  type Pitfall,
  pushAs,
  pushCommit,
  satisfy,
  toMain,
} from './pitfall.ts'

export const APPROVAL_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P19 a trailer that names an owner as co-author: they count, and it is told',
    attempt(world, number) {
      const files = { [INGRESS]: ingress(MORE_HOSTS) }
      const message = 'More\n\nCo-authored-by: Ben <ben@users.example>\n'
      world.github.push({
        repo: REPO,
        branch: 'open',
        by: 'amy',
        author: 'amy',
        committer: 'amy',
        files,
        message,
      })
      world.github.advanceClock('1s')
      satisfy(world, number)
    },
    state: 'success',
    says: /Co-authored-by|co-author/,
  },
  {
    name: 'P26 the words that break the glass, in a review of another person',
    attempt(world, number) {
      world.github.label({ repo: REPO, number, by: 'sue', name: 'break-glass' })
      world.github.review({
        repo: REPO,
        number,
        by: 'ben',
        state: 'APPROVED',
        body: '/break-glass it is down',
      })
      world.github.review({
        repo: REPO,
        number,
        by: 'sue',
        state: 'COMMENTED',
        body: '/break-glass it is down',
      })
    },
    state: 'pending',
    says: /sue has not said why/,
  },
  {
    name: 'P72 a head of which GitHub does not tell who pushed it',
    attempt(world, number) {
      satisfy(world, number)
      world.github.forgetPush({ repo: REPO, sha: headOf(world, number) })
    },
    state: 'pending',
    says: /Nobody knows who pushed/,
  },
  {
    name: 'P72 a push by a deploy key',
    attempt(world, number) {
      pushAs(world, null, 'amy')
      satisfy(world, number)
    },
    state: 'pending',
    says: /one approval more is needed/,
  },
  {
    name: 'P10 an approval and a window given before the last push',
    attempt(world, number) {
      satisfy(world, number)
      world.github.advanceClock('1m')
      pushAs(world, 'amy', 'amy')
    },
    state: 'pending',
    says: /since then Ingress shop\/web changed/,
  },
  {
    name: 'P11 a force-push to a commit that is older than the approval and carries a status',
    attempt(world, number) {
      const files = { [INGRESS]: ingress(MORE_HOSTS) }
      const who = { by: 'amy', author: 'amy', committer: 'amy' }
      const { sha } = world.github.push({ repo: REPO, branch: 'other', ...who, files })
      world.github.postStatus({ repo: REPO, sha, context: 'ci', state: 'success', by: 'amy' })
      world.github.advanceClock('5m')
      satisfy(world, number)
      pushCommit(world, 'amy', sha, true)
    },
    state: 'pending',
    says: /since then Ingress shop\/web changed/,
  },
  {
    name: 'P12 an approval one second after the push',
    attempt(world, number) {
      pushAs(world, 'amy', 'amy')
      world.github.advanceClock('1s')
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P13 code slipped into the merge that resolves a conflict',
    attempt(world, number) {
      satisfy(world, number)
      const tip = toMain(world, { [INGRESS]: ingress([HOST, 'blog.shop.example.com']) })
      const hosts = [...HOSTS, 'blog.shop.example.com', 'debug.shop.example.com']
      pushCommit(world, 'amy', commitOf(world, 'amy', [headOf(world, number), tip], hosts))
    },
    state: 'pending',
    says: /since then Ingress shop\/web changed/,
  },
  {
    name: 'P14 a merge commit with something extra, by the person who approves',
    attempt(world, number) {
      const tip = toMain(world, { 'README.md': '# other\n' })
      const hosts = MORE_HOSTS
      pushCommit(world, 'amy', commitOf(world, 'ben', [headOf(world, number), tip], hosts))
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(has a commit in this pull request\)/,
  },
  {
    name: 'P15 commits that come in by the second parent',
    attempt(world, number) {
      const head = headOf(world, number)
      const own = commitOf(world, 'ben', [head], MORE_HOSTS)
      pushCommit(world, 'amy', commitOf(world, 'amy', [head, own], MORE_HOSTS))
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(has a commit in this pull request\)/,
  },
  {
    name: 'P16 a commit of nobody',
    attempt(world, number) {
      pushAs(world, 'amy', { name: 'Ghost', email: 'ghost@nowhere.example' })
      satisfy(world, number)
    },
    state: 'pending',
    says: /[0-9a-f]{7}.*no account|belongs to no account|no known account/,
  },
  {
    name: 'P17 a forged author, pushed by the person who approves',
    attempt(world, number) {
      pushAs(world, 'ben', 'amy')
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(pushed/,
  },
  {
    name: 'P20 a forged commit below an automatic merge, pushed together by the person who approves',
    attempt(world, number) {
      const tip = toMain(world, { 'README.md': '# other\n' })
      const hosts = MORE_HOSTS
      const forged = commitOf(world, 'amy', [headOf(world, number)], hosts)
      const { git } = world.github.repository(REPO)
      const tree = git.mergeTree(forged, tip) ?? ''
      const who = { name: 'amy', email: 'amy@users.example', at: Date.parse(world.github.now()) }
      pushCommit(world, 'ben', git.commitTree(tree, [forged, tip], 'Merge main', who))
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(pushed/,
  },
  {
    name: 'P20 whoever only pressed Update branch wrote nothing',
    attempt(world, number) {
      toMain(world, { 'README.md': '# other\n' })
      world.github.updateBranch({ repo: REPO, number, by: 'ben' })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P23 an owner in capitals',
    attempt(world, number) {
      toMain(world, { '.github/CODEOWNERS': '* @BEN\n' })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P27 one owner requests changes after another approved',
    attempt(world, number) {
      satisfy(world, number)
      world.github.advanceClock('1m')
      world.github.review({ repo: REPO, number, by: 'cleo', state: 'CHANGES_REQUESTED' })
    },
    state: 'pending',
    says: /cleo requested changes|[Cc]hanges.*cleo/,
  },
  {
    name: 'P27 a dismissed approval with an older one beneath',
    attempt(world, number) {
      approve(world, number)
      world.github.advanceClock('1m')
      const id = approve(world, number)
      open(world, number)
      world.github.dismissReview({ repo: REPO, number, by: 'amy', id })
    },
    state: 'pending',
    says: /ben \(.*dismissed/,
  },
  {
    name: 'P28 a comment is no approval',
    attempt(world, number) {
      world.github.review({ repo: REPO, number, by: 'ben', state: 'COMMENTED', body: ':+1: LGTM' })
      open(world, number)
    },
    state: 'pending',
    says: /@acme\/net/,
  },
  {
    name: 'P28 a comment takes no approval back',
    attempt(world, number) {
      satisfy(world, number)
      world.github.review({ repo: REPO, number, by: 'ben', state: 'COMMENTED' })
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P29 the approval is the 102nd review',
    attempt(world, number) {
      for (let at = 0; at < 101; at += 1)
        world.github.review({ repo: REPO, number, by: 'tess', state: 'COMMENTED' })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P29 changes requested on the second page of reviews',
    attempt(world, number) {
      satisfy(world, number)
      for (let at = 0; at < 101; at += 1)
        world.github.review({ repo: REPO, number, by: 'tess', state: 'COMMENTED' })
      world.github.review({ repo: REPO, number, by: 'ben', state: 'CHANGES_REQUESTED' })
    },
    state: 'pending',
    says: /[Cc]hanges/,
  },
  {
    name: 'P64 a rebase that keeps the diff keeps the approval',
    attempt(world, number) {
      satisfy(world, number)
      const tip = toMain(world, { 'README.md': '# other\n' })
      pushCommit(world, 'amy', commitOf(world, 'amy', [tip], HOSTS), true)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P65 a review that names a commit of something else',
    attempt(world, number) {
      const main = world.github.repository(REPO).git.tip('refs/heads/main') ?? ''
      approve(world, number, 'ben', main)
      open(world, number)
    },
    state: 'pending',
    says: /ben \(approved [0-9a-f]{7}; since then/,
  },
  {
    name: 'P66 a review whose commit is gone',
    attempt(world, number) {
      const old = headOf(world, number)
      const id = approve(world, number, 'ben', old)
      world.github.forgetReviewCommit({ repo: REPO, number, id })
    },
    state: 'pending',
    says: /ben \(/,
  },
  {
    name: 'P67 a team member without write',
    attempt(world, number) {
      world.github.setTeamMember('acme/net', 'tess', 'active')
      world.github.team('acme/net').repositories.clear()
      approve(world, number, 'tess')
      open(world, number)
    },
    state: 'pending',
    says: /tess \(.*write/,
  },
  {
    name: 'P69 an invited member who has not accepted',
    attempt(world, number) {
      world.github.setTeamMember('acme/net', 'pat', 'pending')
      approve(world, number, 'pat')
      open(world, number)
    },
    state: 'pending',
    says: /pat \(/,
  },
  {
    name: 'P27 an owner approves and then requests changes',
    attempt(world, number) {
      satisfy(world, number)
      world.github.review({ repo: REPO, number, by: 'ben', state: 'CHANGES_REQUESTED' })
    },
    state: 'pending',
    says: /ben requested changes|[Cc]hanges.*ben/,
  },
  {
    name: 'P66 a review whose account is gone',
    attempt(world, number) {
      const id = approve(world, number)
      open(world, number)
      world.github.forgetReviewer({ repo: REPO, number, id })
    },
    state: 'pending',
    says: /a deleted account \(cannot write/,
  },
  {
    name: 'P66 an approval of a commit that GitHub still names but has no more',
    attempt(world, number) {
      const { git } = world.github.repository(REPO)
      const commit = commitOf(world, 'amy', [headOf(world, number)], HOSTS)
      approve(world, number, 'ben', commit)
      open(world, number)
      // The emulator remembers what it has read of a commit, as GitHub's database outlives the objects.
      git.info(commit)
      git.deleteRef('refs/heads/made')
      git.run(['prune', '--expire=now'])
    },
    state: 'pending',
    says: /ben \(approved [0-9a-f]{7}; since then/,
  },
]

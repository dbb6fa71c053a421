import type { BaseRemark, ReviewsRemark } from '../../doctor/reviews.ts'
import type { LabelsRemark, OpenersRemark } from '../../doctor/window-labels.ts'
import { listOf } from '../phrases.ts'
import { said, type Said, unreadSaid } from './said.ts'

const REVIEW_RULES = {
  dismissStale: 'dismisses approvals at every push',
  lastPush: 'wants an approval of the last push by somebody else',
  codeOwners: 'wants a code owner for every file that has one',
} as const

/** What GitHub asks of reviews by itself. */
export function reviewsSaid(remark: ReviewsRemark): Said {
  switch (remark.code) {
    case 'reviews-untouched':
      return said('GitHub asks nothing of reviews that the gate does not.')
    case 'reviews-stricter':
      return said(
        `GitHub ${listOf(remark.rules.map((rule) => REVIEW_RULES[rule]))}: stricter than the gate, and fine beside it.`,
        'Keep it, or leave it to the gate, whose approvals stand for what the risky objects become.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether the base stands still. */
export function baseSaid(remark: BaseRemark): Said {
  switch (remark.code) {
    case 'base-strict':
      return said('A pull request has to be up to date with its base.')
    case 'base-queue':
      return said('A merge queue merges onto the base that was looked at.')
    case 'base-may-move':
      return said(
        'The base may move between a decision and the merge.',
        'Require branches to be up to date before merging, or use a merge queue.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether windows can be opened. */
export function labelsSaid(remark: LabelsRemark): Said {
  switch (remark.code) {
    case 'no-windows':
      return said('The policy asks for no deploy window.')
    case 'labels':
      return said(
        `${listOf(remark.labels, 'and', 5)} open windows; everybody with triage can set them, and only who may open a window does so.`,
      )
    case 'labels-missing':
      return said(
        'There is no label that opens a deploy window, and the policy asks for one.',
        'Create one: gh label create deploy-window/2h --description "Opens a deploy window of 2h from now on".',
      )
    case 'labels-malformed':
      return said(
        `${listOf(remark.labels, 'and', 5)} ${remark.labels.length === 1 ? 'opens' : 'open'} nothing: a length is written as 30m, 2h or 1h30m.`,
        'Rename or delete what opens nothing.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Who opens them. */
export function openersSaid(remark: OpenersRemark): Said {
  switch (remark.code) {
    case 'openers-named':
      return said('The policy says who opens windows.')
    case 'openers-not-named':
      return said(
        `The policy does not say who opens windows (${listOf(remark.entries, 'and', 3)}), so whoever could approve does, but for the author.`,
        'Name few people with openedBy.',
      )
    case 'openers-elsewhere':
      return said(
        `The gate in ${remark.path} takes the policy that its input policy names, which is not looked at here.`,
        'See that it names few people with openedBy; "drawbridge rules --policy" shows what it asks for.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

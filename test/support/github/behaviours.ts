/**
 * Where a behaviour of GitHub is known from: `D` documentation, `S` GitHub's own schema, `I` an issue thread,
 * `K` general knowledge that was not checked again.
 */
export type Source = 'D' | 'S' | 'I' | 'K'

export interface Behaviour {
  readonly topic: string
  readonly says: string
  readonly source: Source
  /** A `startGitHub` option that gives the other variant. */
  readonly switch?: string
}

/** What the emulator does beyond shape. Lines with source `K` are assumptions until a real repository confirms them. */
export const behaviours: readonly Behaviour[] = [
  {
    topic: 'settings',
    says: 'who may bypass a ruleset is shown to those only who may change it',
    source: 'S',
  },
  {
    topic: 'settings',
    says: 'the details of classic protection are 404 to others than administrators',
    source: 'K',
  },
  { topic: 'status', says: 'the combined status takes the latest per context', source: 'S' },
  { topic: 'status', says: 'contexts are compared without case', source: 'S' },
  { topic: 'status', says: 'the 1001st status of a commit and context is 422', source: 'S' },
  { topic: 'status', says: 'a description over 140 characters is 422', source: 'I' },
  {
    topic: 'status',
    says: 'statuses made with the token of a workflow run have no creator',
    source: 'I',
    switch: 'actionsStatusesHaveCreator',
  },
  { topic: 'review', says: 'COMMENTED does not replace an earlier opinion', source: 'I' },
  {
    topic: 'review',
    says: 'a dismissed review changes state in place; who did it is in the timeline',
    source: 'S',
  },
  { topic: 'review', says: 'the author may not approve or refuse their own pull request: 422', source: 'K' },
  { topic: 'review', says: 'the client may choose the commit of a review', source: 'S' },
  { topic: 'review', says: 'a deleted account leaves its review without a user', source: 'S' },
  { topic: 'review', says: 'submitting removes the request for the reviewer', source: 'S' },
  { topic: 'review', says: 'submitting removes the requests for teams of the reviewer', source: 'K' },
  {
    topic: 'review',
    says: 'a force push that keeps the diff moves approvals to the new head, not comments',
    source: 'I',
    switch: 'reanchorApprovals',
  },
  {
    topic: 'review',
    says: 'dismiss_stale_reviews_on_push dismisses only when the diff changes',
    source: 'D',
  },
  { topic: 'label', says: 'adding a label that is present makes no event', source: 'K' },
  { topic: 'label', says: 'a label set by an app names the app in performed_via_github_app', source: 'K' },
  { topic: 'label', says: 'names are compared without case', source: 'K' },
  { topic: 'label', says: 'renaming changes the label object and makes no labeled event', source: 'D' },
  {
    topic: 'label',
    says: 'after a rename old events show the new name',
    source: 'K',
    switch: 'labelEventsKeepOldName',
  },
  { topic: 'label', says: 'deleting a label takes it off everywhere', source: 'D' },
  { topic: 'label', says: 'deleting a label writes no unlabeled event', source: 'K' },
  { topic: 'label', says: 'a name over 50 characters is 422', source: 'I' },
  { topic: 'label', says: 'triage may label, write may rename and delete', source: 'D' },
  { topic: 'timeline', says: 'order is by position; timestamps have 1-second steps', source: 'K' },
  {
    topic: 'pull request',
    says: 'base.sha stays as it was at opening or at the last synchronisation',
    source: 'I',
  },
  {
    topic: 'pull request',
    says: 'mergeable is null on the first read after a change, then a value',
    source: 'S',
    switch: 'mergeabilityAtOnce',
  },
  { topic: 'pull request', says: 'a conflict has no refs/pull/N/merge', source: 'K' },
  { topic: 'pull request', says: 'at most 250 commits are listed', source: 'S' },
  { topic: 'commit', says: 'an address that maps to no account gives author null', source: 'S' },
  { topic: 'commit', says: 'co-author trailers are authors, the git author first', source: 'S' },
  { topic: 'commit', says: 'web merges have GitHub as committer', source: 'K' },
  { topic: 'activity', says: 'a push by deploy key has no actor', source: 'K' },
  { topic: 'activity', says: 'not every head has an entry', source: 'K' },
  {
    topic: 'comment',
    says: 'lastEditedAt is of edits of the text only; updated_at moves for other reasons',
    source: 'S',
  },
  { topic: 'issue', says: 'who closed it is in its timeline, and again after each reopening', source: 'S' },
  { topic: 'issue', says: 'labels of a new issue are dropped in silence for who may not push', source: 'S' },
  { topic: 'issue', says: 'assigning names who assigned and whom; a bot can be assigned', source: 'S' },
  { topic: 'label', says: 'making one that exists is 422', source: 'S' },
  {
    topic: 'permission',
    says: 'maintain is shown as write and triage as read; role_name is true',
    source: 'S',
  },
  { topic: 'permission', says: 'a bot is "not a user": 404', source: 'I' },
  { topic: 'team', says: 'members of child teams are members', source: 'S' },
  { topic: 'team', says: 'child teams inherit repository permission', source: 'S' },
  { topic: 'token', says: 'the token of a workflow run never reads teams', source: 'S' },
  { topic: 'token', says: 'an expired token is 401', source: 'S' },
  {
    topic: 'queue',
    says: 'GitHub Enterprise Server has no merge queues, and its schema no word of them',
    source: 'D',
    switch: 'enterpriseServer',
  },
  {
    topic: 'queue',
    says: 'an entry is built on the one before; taking one out builds the rest anew',
    source: 'K',
  },
  { topic: 'graphql', says: 'a bot has no [bot] in its login', source: 'K' },
]

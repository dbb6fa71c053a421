import { record } from '../pull-state.ts'
import { deliver, labelPart, pullRequestEvent } from '../webhook.ts'
import { account, type Label, pullRequest, repository, type WebhookEvent, type World } from '../world.ts'
import { ensureApp } from './people.ts'
import { ensureLabel, findLabel } from './repositories.ts'

export interface LabelAction {
  readonly repo: string
  readonly number: number
  readonly by: string
  readonly name: string
  /** Slug of an app that acts for the account; REST tells it, GraphQL does not. */
  readonly viaApp?: string
}

/** Adding a label that is already there changes nothing and makes no event: `event` is then undefined. */
export function label(world: World, args: LabelAction): { readonly event: WebhookEvent | undefined } {
  const pull = pullRequest(world, args.repo, args.number)
  const item = ensureLabel(world, pull.repository, args.name)
  if (pull.labels.includes(item)) return { event: undefined }
  pull.labels.push(item)
  return { event: labelEvent(world, args, 'labeled', item) }
}

export function unlabel(world: World, args: LabelAction): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const item = findLabel(pull.repository, args.name)
  if (item === undefined || !pull.labels.includes(item))
    throw new Error(`not on the pull request: ${args.name}`)
  pull.labels.splice(pull.labels.indexOf(item), 1)
  return { event: labelEvent(world, args, 'unlabeled', item) }
}

/** Renames the label object wherever it is: no pull request sees a `labeled` event. */
export function renameLabel(
  world: World,
  args: { readonly repo: string; readonly by: string; readonly from: string; readonly to: string },
): { readonly event: WebhookEvent } {
  const at = repository(world, args.repo)
  const item = findLabel(at, args.from)
  if (item === undefined) throw new Error(`no such label: ${args.from}`)
  item.name = args.to
  item.updatedAt = world.clock.now()
  const changes = { name: { from: args.from } }
  const fields = { action: 'edited', label: labelPart(item), changes }
  return { event: deliver(world, 'label', at, account(world, args.by), fields) }
}

/** Deletes the label and takes it off every issue. Whether GitHub writes `unlabeled` then is not verified: none here. */
export function deleteLabel(
  world: World,
  args: { readonly repo: string; readonly by: string; readonly name: string },
): { readonly event: WebhookEvent } {
  const at = repository(world, args.repo)
  const item = findLabel(at, args.name)
  if (item === undefined) throw new Error(`no such label: ${args.name}`)
  at.labels.splice(at.labels.indexOf(item), 1)
  for (const pull of at.pulls.values()) {
    if (pull.labels.includes(item)) pull.labels.splice(pull.labels.indexOf(item), 1)
  }
  const fields = { action: 'deleted', label: labelPart(item) }
  return { event: deliver(world, 'label', at, account(world, args.by), fields) }
}

function labelEvent(
  world: World,
  args: LabelAction,
  kind: 'labeled' | 'unlabeled',
  item: Label,
): WebhookEvent {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const app = args.viaApp === undefined ? null : ensureApp(world, args.viaApp)
  record(world, pull, actor, { kind, label: item, nameThen: item.name, app })
  return pullRequestEvent(world, pull, actor, kind, { label: labelPart(item) })
}

import type { BypassRemark } from '../../doctor/bypass.ts'
import type { BypassActor } from '../../doctor/observation.ts'
import type { SourceRemark, StatusRemark } from '../../doctor/required-status.ts'
import { listOf } from '../phrases.ts'
import { said, type Said, unreadSaid } from './said.ts'

/** Whether the status is required. */
export function statusSaid(remark: StatusRemark): Said {
  switch (remark.code) {
    case 'required':
      return said(`The status "${remark.context}" is required by ${listOf(remark.places)}.`)
    case 'required-otherwise-written':
      return said(
        `The status "${remark.written}" is required, and the gate gives "${remark.context}".`,
        `Write "${remark.context}" in the rule, by the letter.`,
      )
    case 'not-required':
      return said(
        `Branch ${remark.branch} merges without the status "${remark.context}", so the gate holds nothing.`,
        `Require the status "${remark.context}" in a ruleset of the branch.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** From whom it is taken. */
export function sourceSaid(remark: SourceRemark): Said {
  switch (remark.code) {
    case 'source-own':
      return remark.slug === null
        ? said(`It has to come from app ${String(remark.app)}; --app SLUG looks whether that is yours.`)
        : said(`It has to come from the app ${remark.slug}.`)
    case 'source-any':
      return said(
        'It is taken from any source, so everybody who can write to the repository can post it.',
        'Select your app as the source of the required status, or GitHub Actions when you have none.',
      )
    case 'source-actions':
      return said(
        'It has to come from GitHub Actions, so everybody who can push a workflow can forge it.',
        'To close this, let the gate speak as a GitHub App of your own and select that as the source.',
      )
    case 'source-actions-with-app':
      return said(
        'It has to come from GitHub Actions, and the gate speaks as an app: the status never counts, and workflows can forge it.',
        'Select your app as the source of the required status.',
      )
    case 'source-app-without-app':
      return said(
        `It has to come from app ${String(remark.app)}, and the gate speaks with the token of its job: the status never counts.`,
        'Give the gate a token of that app, or select GitHub Actions as the source.',
      )
    case 'sources-differ':
      return said(
        `Rules require it from different sources (apps ${listOf(remark.apps.map(String))}), which no status meets.`,
        'Select the same source in all of them.',
      )
    case 'source-other-app':
      return said(
        `It has to come from app ${String(remark.app)}, and ${remark.slug} is app ${String(remark.id)}.`,
        `Select ${remark.slug} as the source of the required status.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Who passes by it. */
export function bypassSaid(remark: BypassRemark): Said {
  switch (remark.code) {
    case 'no-bypass':
      return said('Nobody may merge without it.')
    case 'bypass-exempt':
      return said(
        `For ${actorList(remark.actors)} the rules do not run at all, and GitHub keeps no record of it.`,
        'Take them off the bypass list, or set their mode to "For pull requests only".',
      )
    case 'bypass-actors': {
      const admins = remark.admins ? ['administrators'] : []
      return said(
        `Open to merge without it: ${listOf([...remark.actors.map(actorText), ...admins])}.`,
        remark.admins
          ? 'Switch on "Do not allow bypassing the above settings", or require the status in a ruleset.'
          : 'Keep the bypass list empty, or as short as you can stand.',
      )
    }
    case 'bypass-hidden':
      return said(
        `Who may pass by ruleset ${listOf(remark.rulesets)} is shown to those only who may change it.`,
        'Run again with a token that has "administration: write", of somebody who may change the ruleset.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

function actorList(actors: readonly BypassActor[]): string {
  return listOf(actors.map(actorText), 'and', 5)
}

const MODES: Readonly<Record<string, string>> = {
  always: 'always',
  pull_request: 'by pull request',
  exempt: 'exempt',
}

/** The numbers of the roles that GitHub has by itself. */
const ROLES: Readonly<Record<number, string>> = { 2: 'maintain', 4: 'write', 5: 'admin' }

function actorText({ type, id, mode }: BypassActor): string {
  return `${actorName(type, id)} (${MODES[mode] ?? mode})`
}

function actorName(type: string, id: number | null): string {
  const number = id === null ? '' : ` ${String(id)}`
  switch (type) {
    case 'OrganizationAdmin':
      return 'owners of the organisation'
    case 'RepositoryRole':
      return `everybody with the role ${ROLES[id ?? 0] ?? `of number${number}`}`
    case 'DeployKey':
      return 'deploy keys'
    case 'Integration':
      return `app${number}`
    default:
      return `${type.toLowerCase()}${number}`
  }
}

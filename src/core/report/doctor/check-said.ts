import type { DoctorCheck } from '../../doctor/examine.ts'
import { gateFilesSaid, ownersSaid, teamsSaid } from './owner-remarks.ts'
import { baseSaid, labelsSaid, openersSaid, reviewsSaid } from './policy-remarks.ts'
import { keySaid, queueSaid, relaySaid, sweepSaid } from './running-remarks.ts'
import type { Said } from './said.ts'
import { bypassSaid, sourceSaid, statusSaid } from './status-remarks.ts'
import {
  checkoutSaid,
  eventSaid,
  filtersSaid,
  gateSaid,
  jobNamesSaid,
  scheduleSaid,
  typesSaid,
} from './workflow-remarks.ts'

/** What a check saw and what to do, in sentences. */
export function checkSaid(check: DoctorCheck): Said {
  switch (check.id) {
    case 'required-status':
      return statusSaid(check.remark)
    case 'status-source':
      return sourceSaid(check.remark)
    case 'bypass':
      return bypassSaid(check.remark)
    case 'gate-workflow':
      return gateSaid(check.remark)
    case 'gate-event':
      return eventSaid(check.remark)
    case 'gate-types':
      return typesSaid(check.remark)
    case 'gate-filters':
      return filtersSaid(check.remark)
    case 'gate-schedule':
      return scheduleSaid(check.remark)
    case 'job-names':
      return jobNamesSaid(check.remark)
    case 'head-checkout':
      return checkoutSaid(check.remark)
    case 'key':
      return keySaid(check.remark)
    case 'sweep':
      return sweepSaid(check.remark)
    case 'relay':
      return relaySaid(check.remark)
    case 'merge-queue':
      return queueSaid(check.remark)
    default:
      return ownedSaid(check)
  }
}

type Owned = Extract<
  DoctorCheck,
  {
    readonly id:
      | 'codeowners'
      | 'gate-files'
      | 'teams'
      | 'reviews'
      | 'base'
      | 'window-labels'
      | 'window-openers'
  }
>

function ownedSaid(check: Owned): Said {
  switch (check.id) {
    case 'codeowners':
      return ownersSaid(check.remark)
    case 'gate-files':
      return gateFilesSaid(check.remark)
    case 'teams':
      return teamsSaid(check.remark)
    case 'reviews':
      return reviewsSaid(check.remark)
    case 'base':
      return baseSaid(check.remark)
    case 'window-labels':
      return labelsSaid(check.remark)
    case 'window-openers':
      return openersSaid(check.remark)
    default:
      return check satisfies never
  }
}

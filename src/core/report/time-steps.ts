import type { Instant } from '../model/instant.ts'
import type { SyncWindowReason, SyncWindowVerdict } from '../model/verdict.ts'
import { listOf } from './phrases.ts'
import { type Step, step } from './step.ts'
import { say } from './wording.ts'
import { zonedTime } from './zoned-time.ts'

/** What recurring windows make a pull request wait for; mostly nobody can do anything about it. */
export function timeStep({ reason }: SyncWindowVerdict, now: Instant): Step {
  switch (reason.code) {
    case 'window-frozen': {
      const at = zonedTime(reason.until, now, reason.timeZone)
      const why = reason.why === '' ? '' : `: ${reason.why.replace(/\.$/, '')}`
      const short = say`freeze ${reason.name} until ${at}`
      return {
        wait: say`${at} (freeze ${reason.name}${why})`,
        until: true,
        act: say`wait until ${at}, when the freeze ${reason.name} ends`,
        short,
        terse: short,
        opens: { at: reason.until, said: say`from ${at} on` },
      }
    }
    case 'window-closed':
      return closedStep(reason, now)
    case 'window-unknown': {
      const names = listOf(reason.names, 'and', 4)
      return step({
        wait: say`a window that can be computed`,
        act: say`correct the schedule and the time zone of ${names} in the policy`,
        short: say`when ${names} is active cannot be computed`,
      })
    }
    default:
      return step({ wait: say`another time`, act: say`wait for another time`, short: say`another time` })
  }
}

function closedStep(
  { names, opensAt, timeZone }: Extract<SyncWindowReason, { code: 'window-closed' }>,
  now: Instant,
): Step {
  const windows = listOf(names, 'or', 4)
  if (opensAt === null) {
    return step({
      wait: say`a window that opens`,
      act: say`give ${windows} a schedule in the policy that comes again`,
      short: say`${listOf(names, 'and', 2)} never ${names.length === 1 ? 'opens' : 'open'}`,
    })
  }
  const at = zonedTime(opensAt, now, timeZone)
  const short = say`next window opens ${at}`
  return {
    wait: say`${at} (${windows})`,
    until: true,
    act: say`wait until ${at}, when ${windows} opens`,
    short,
    terse: short,
    opens: { at: opensAt, said: say`from ${at} on` },
  }
}

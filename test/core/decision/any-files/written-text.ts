import { dump } from 'js-yaml'
import type { Random } from './random.ts'

/** One of the YAML texts that hold a value: of a library, or of a hand that likes variety. */
export function writeText(value: unknown, random: Random): string {
  if (random.once(2)) return byHand(value, random)
  return dump(value, {
    indent: 2 + random.below(3),
    flowLevel: random.pick([-1, -1, 1, 3, 5]),
    sortKeys: random.once(2),
    noRefs: true,
    lineWidth: random.pick([-1, 20, 80]),
  })
}

/** Block and flow styles, quotes and comments as they come. */
function byHand(value: unknown, random: Random): string {
  return `# written by hand\n${block(value, '', random).replace(/^\n/, '')}\n# the end\n`
}

function block(value: unknown, margin: string, random: Random): string {
  if (Array.isArray(value) && value.length > 0 && !random.once(4))
    return value.map((item) => `\n${margin}-${entry(item, margin, random)}`).join('')
  const members =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  if (members.length === 0 || (margin !== '' && random.once(5)))
    return ` ${flow(value, random)}${comment(random)}`
  return members
    .map(
      ([key, member]) =>
        `${random.once(6) ? `\n${margin}# about ${JSON.stringify(key)}` : ''}\n${margin}${scalar(key, random)}:${block(member, `${margin}  `, random)}`,
    )
    .join('')
}

function entry(item: unknown, margin: string, random: Random): string {
  return random.once(2) ? ` ${flow(item, random)}${comment(random)}` : block(item, `${margin}  `, random)
}

function comment(random: Random): string {
  return random.once(5) ? ' # so it is' : ''
}

function flow(value: unknown, random: Random): string {
  if (Array.isArray(value))
    return `[${value.map((item) => flow(item, random)).join(random.pick([', ', `,\n${' '.repeat(50)}`]))}]`
  if (typeof value !== 'object' || value === null) return scalar(value, random)
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${scalar(key, random)}: ${flow(member, random)}`)
    .join(', ')} }`
}

function scalar(value: unknown, random: Random): string {
  if (value === null) return random.pick(['null', '~', 'Null'])
  if (value === true) return random.pick(['true', 'yes', 'On'])
  if (value === false) return random.pick(['false', 'no', 'Off'])
  if (typeof value !== 'string') return JSON.stringify(value)
  const isPlain = /^[a-z]{3,}$/.test(value) && !/^(?:yes|off|nan|null|true|false)$/.test(value)
  if (isPlain && random.once(2)) return value
  if (!value.includes('\n') && random.once(2)) return `'${value.replaceAll("'", "''")}'`
  return JSON.stringify(value)
}

import { isSecretKey, isSecretName } from './secret-words.ts'

/** The text with the secrets that stand inside it replaced; everything around them stays to be read. */
export function maskText(text: string, tokenOf: (secret: string) => string): string {
  if (!ANY_SIGN.test(text)) return text
  let masked = text
  for (const { sign, pattern } of MASKS) {
    if (!sign.test(text)) continue
    masked = masked.replaceAll(
      pattern,
      (_whole, before: string, secret: string, after: string) => before + tokenOf(secret) + after,
    )
  }
  if (!ASSIGNED_SIGN.test(text)) return masked
  masked = masked.replaceAll(MATCHER, (whole, before: string, name: string, secret: string) =>
    isSecretName(name) ? before + tokenOf(secret) : whole,
  )
  return maskNamed(maskNamed(masked, ASSIGNED, tokenOf), FLAG, tokenOf)
}

/** The text without the values that stand behind names of secrets. Goes forward only: a text may be all names. */
function maskNamed(text: string, names: RegExp, tokenOf: (secret: string) => string): string {
  let [masked, done] = ['', 0]
  for (const found of text.matchAll(names)) {
    const [whole, name = '', sign = ''] = found
    const at = found.index + whole.length
    if (found.index < done || !(name === 'auth' || isSecretKey(name))) continue
    const beginsLine = found.index === 0 || text[found.index - 1] === '\n'
    const secret = valueAt(text, at, sign, beginsLine)
    if (secret === '' || OPEN_VALUE.test(secret)) continue
    masked += text.slice(done, at) + tokenOf(secret)
    done = at + secret.length
  }
  return masked + text.slice(done)
}

/** Up to the quote that closes it; else to the end of a line that is nothing but a name and its value, or of the word. */
function valueAt(text: string, at: number, sign: string, beginsLine: boolean): string {
  const quote = sign.at(-1)
  const form =
    quote === '"' ? QUOTED : quote === "'" ? SINGLE_QUOTED : beginsLine && /[ \t:]/.test(sign) ? REST : WORD
  form.lastIndex = at
  return form.exec(text)?.[0] ?? ''
}

const QUOTED = /(?:[^"\\\n]|\\.)+/y
const SINGLE_QUOTED = /[^'\n]+/y
const REST = /[^\s"'](?:[^\r\n]*[^\s])?/y
const WORD = /[^\s"';,&]+/y

/** Whether an argument of a command says that the next one is a secret: `--password`. */
export function announcesSecret(argument: string): boolean {
  const name = /^--?([\w.-]{1,120})$/.exec(argument)?.[1]
  return name !== undefined && isSecretKey(name)
}

/** Whether a text holds a Secret with its values, as a patch or a manifest inside a ConfigMap does. */
export function holdsSecretManifest(text: string): boolean {
  return text.includes('Secret') && KIND_SECRET.test(text) && STORE.test(text)
}

const KIND_SECRET =
  /(?:^|[\n{,])[ \t-]{0,40}["']?kind["']?[ \t]{0,8}:[ \t]{0,8}["']?Secret["']?[ \t]{0,8}(?:$|[\r\n,}#])/
const STORE = /\b(?:stringData|data)["']?[ \t]{0,8}:/

/** The password of a URL's user, `postgres://shop:` this `@db`, or a user so long that it is a token. */
const URL_PASSWORD = /(:\/\/[^\s/:@"']*:)([^\s/"'<>]+)(@)/g
const URL_TOKEN = /(:\/\/)([^\s/:@"'<>]{20,})(@)/g

const PRIVATE_KEY = /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)([^]*?)(-----END|$)/g

/** What a request proves itself with: `Authorization: Bearer` this, and a scheme by itself. */
const AUTHORIZATION =
  /(authorization["']?[ \t]{0,8}(?:[:=][ \t]{0,8}["']?|["'])(?:(?:basic|bearer|token|digest|apikey)[ \t]{1,8})?)([^\s"';,]{6,})()/gi
const BEARER = /(\bbearer[ \t]{1,8})([\w.~+/=-]{12,})()/gi
const BASIC = /(\bbasic[ \t]{1,8})((?=[A-Za-z+/]{0,200}[\d=])[A-Za-z\d+/]{8,}={0,2})()/gi

/** Tokens that are known by how they begin. */
const KNOWN_TOKEN =
  /(\b)(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|(?:gh[oprsu]_|github_pat_|glpat-|xox[abprs]-|[rs]k_live_|npm_|hvs\.|AIza)[\w-]{16,}|AGE-SECRET-KEY-1\w+)()/g

/** A name with a value: `password=`, `"token": "`. A line that is nothing else begins with its indentation. */
const ASSIGNED = /(?:^[ \t-]{0,200}["']?|(?<![\w.-]))([\w.-]+)(["']?[ \t]{0,8}[:=][ \t]{0,8}["']?)/gm

/** The flag of a command with its value as the next word: `--api-key `. */
const FLAG = /(?<![\w.-])(--?[\w.-]+)([ \t]{1,8}["']?)(?=[^\s"'-])/g

/** What a rule wants of a header, as in ``Header(`Authorization`, `this`)``. */
const MATCHER = /(\([ \t]{0,8}[`"]([\w-]{1,120})[`"][ \t]{0,8},[ \t]{0,8}[`"])([^`"\n]+)/g

/** Values that are none of a secret: switches, and what stands for a value that comes later. */
const OPEN_VALUE = /^(?:true|false|null|~|[|>][+-]?|[{[].*|redacted:\d+|\*\*\*)$/

const ASSIGNED_SIGN = /pass|pwd|token|secret|credential|key|auth/i
const ANY_SIGN =
  /PRIVATE KEY|:\/\/|bearer|basic|eyJ|gh[oprsu]_|github_pat_|glpat-|xox|k_live_|npm_|hvs\.|AIza|AGE-|pass|pwd|token|secret|credential|key|auth/i

/** The patterns, each with what a text must have at least: most texts have none. */
const MASKS: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  { sign: /PRIVATE KEY/, pattern: PRIVATE_KEY },
  { sign: /:\/\//, pattern: URL_PASSWORD },
  { sign: /:\/\//, pattern: URL_TOKEN },
  { sign: /authorization/i, pattern: AUTHORIZATION },
  { sign: /bearer/i, pattern: BEARER },
  { sign: /basic/i, pattern: BASIC },
  { sign: /eyJ|gh[oprsu]_|github_pat_|glpat-|xox|k_live_|npm_|hvs\.|AIza|AGE-/, pattern: KNOWN_TOKEN },
]

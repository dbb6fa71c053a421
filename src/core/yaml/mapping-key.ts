import { COLLECTION_STYLE, SCALAR_STYLE, type CollectionStyle, type ScalarEvent } from 'js-yaml'
import { readPlainScalar } from './scalar.ts'
import type { YamlLimits } from './yaml-limits.ts'

/** Why a key is refused: code and sentence. */
export interface KeyRefusal {
  readonly code: string
  readonly text: string
}

/** What makes a scalar no key for Kubernetes, or one of another text than `text`. */
export function refuseKey(event: ScalarEvent, text: string): KeyRefusal | null {
  if (event.anchorStart !== -1) {
    return { code: 'yaml.anchored-key', text: 'A key has an anchor. Set the anchor on the value.' }
  }
  if (text === '<<') {
    return {
      code: 'yaml.quoted-merge',
      text: 'The key "<<" is quoted or tagged: Kubernetes reads a plain key, kustomize drops it. Write << without quotes to merge.',
    }
  }
  if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) {
    return { code: 'yaml.multiline-key', text: 'A block text stands as a key. Write the key on one line.' }
  }
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1
  if (!isPlain || typeof readPlainScalar(text) === 'string') return null
  if (text === '') return { code: 'yaml.empty-key', text: 'A key is missing before the colon. Write one.' }
  return {
    code: 'yaml.key-not-string',
    text: `Kubernetes does not read the key ${text.slice(0, 40)} as text. Quote it.`,
  }
}

/**
 * Whether a key is a plain decimal number as Kubernetes writes it again: it then becomes that text. kustomize refuses
 * such keys.
 */
export function isIntegerKey(event: ScalarEvent, text: string): boolean {
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1 && event.anchorStart === -1
  return isPlain && DECIMAL.test(text) && typeof readPlainScalar(text) === 'bigint'
}

const DECIMAL = /^(?:0|-?[1-9][0-9]*)$/

/** Where a key is written, with its quotes, and whether it has none. */
export interface WrittenKey {
  readonly start: number
  readonly end: number
  readonly isPlain: boolean
}

/** What Kubernetes does not take in the writing of a key: Go finds one only on one line with its colon. */
export function refuseKeyForm(
  source: string,
  key: WrittenKey,
  style: CollectionStyle,
  limits: YamlLimits,
): KeyRefusal | null {
  const colon = skipBlanks(source, key.end)
  if (colon - key.start > limits.maxKeyLength) {
    const text = `The key is longer than ${String(limits.maxKeyLength)} characters. Shorten it.`
    return { code: 'yaml.long-key', text }
  }
  if (key.isPlain && gluedColon(source, colon)) {
    return {
      code: 'yaml.colon',
      text: 'Kubernetes reads the colon as a part of the key here. Put a blank after the colon.',
    }
  }
  const torn = style === COLLECTION_STYLE.FLOW && colonOnLaterLine(source, colon)
  if (!torn && !source.slice(key.start, key.end).includes('\n')) return null
  return {
    code: 'yaml.multiline-key',
    text: 'A key must stand on one line, with its colon. Put it on one line.',
  }
}

function gluedColon(source: string, colon: number): boolean {
  return source.charCodeAt(colon) === 0x3a && FLOW_INDICATORS.has(source.charCodeAt(colon + 1))
}

const FLOW_INDICATORS: ReadonlySet<number> = new Set(Array.from(',[]{}', (sign) => sign.charCodeAt(0)))

function skipBlanks(source: string, from: number): number {
  let at = from
  while (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09) at += 1
  return at
}

// Past comments and line breaks. A loop, since a regular expression runs out of stack on many empty lines.
function colonOnLaterLine(source: string, from: number): boolean {
  let at = from
  let lines = 0
  for (;;) {
    at = skipBlanks(source, at)
    if (source[at] === '#') at = source.indexOf('\n', at)
    if (source[at] === '\r') at += 1
    if (at === -1 || source[at] !== '\n') return lines > 0 && source[at] === ':'
    lines += 1
    at += 1
  }
}

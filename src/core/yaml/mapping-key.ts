import { COLLECTION_STYLE, SCALAR_STYLE, type CollectionStyle, type ScalarEvent } from 'js-yaml'
import { readPlainScalar } from './scalar.ts'
import type { YamlLimits } from './yaml-limits.ts'

/** Why a key is refused: code and sentence. */
export interface KeyRefusal {
  readonly code: string
  readonly text: string
}

/** Whether Kubernetes reads this scalar, as a key of such a map, as the string `text`; if not, why. */
export function refuseKey(
  source: string,
  event: ScalarEvent,
  text: string,
  style: CollectionStyle,
  limits: YamlLimits,
): KeyRefusal | null {
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
  return (
    refusePlain(source, event, text) ??
    (event.valueStart === -1 ? null : refuseSpan(source, event, style, limits))
  )
}

function refusePlain(source: string, event: ScalarEvent, text: string): KeyRefusal | null {
  if (event.style !== SCALAR_STYLE.PLAIN) return null
  if (event.tagStart === -1 && typeof readPlainScalar(text) !== 'string') {
    if (text === '') return { code: 'yaml.empty-key', text: 'A key is missing before the colon. Write one.' }
    return {
      code: 'yaml.key-not-string',
      text: `Kubernetes does not read the key ${text.slice(0, 40)} as text. Quote it.`,
    }
  }
  const next = source.charCodeAt(event.valueEnd + 1)
  if (source.charCodeAt(event.valueEnd) === 0x3a && FLOW_INDICATORS.has(next)) {
    return {
      code: 'yaml.colon',
      text: 'Kubernetes reads the colon as a part of the key here. Put a blank after the colon.',
    }
  }
  return null
}

const FLOW_INDICATORS: ReadonlySet<number> = new Set(Array.from(',[]{}', (sign) => sign.charCodeAt(0)))

// Go finds a key only when it stands on one line with its colon, within 1,024 characters.
function refuseSpan(
  source: string,
  event: ScalarEvent,
  style: CollectionStyle,
  limits: YamlLimits,
): KeyRefusal | null {
  let colon = event.valueEnd + (event.style === SCALAR_STYLE.PLAIN ? 0 : 1)
  while (source.charCodeAt(colon) === 0x20 || source.charCodeAt(colon) === 0x09) colon += 1
  if (colon - event.valueStart > limits.maxKeyLength) {
    const text = `The key is longer than ${String(limits.maxKeyLength)} characters. Shorten it.`
    return { code: 'yaml.long-key', text }
  }
  const written = source.slice(event.valueStart, event.valueEnd)
  const torn = style === COLLECTION_STYLE.FLOW && colonOnLaterLine(source, colon)
  if (!written.includes('\n') && !torn) return null
  return {
    code: 'yaml.multiline-key',
    text: 'A key must stand on one line, with its colon. Put it on one line.',
  }
}

function colonOnLaterLine(source: string, from: number): boolean {
  const gap = /(?:[ \t]*(?:#[^\n]*)?\r?\n)+[ \t]*/y
  gap.lastIndex = from
  const match = gap.exec(source)
  return match !== null && source.charCodeAt(gap.lastIndex) === 0x3a
}

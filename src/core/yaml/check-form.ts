import { SCALAR_STYLE, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml'

/** Why a form that the parser takes is refused: Kubernetes refuses it or reads it otherwise. */
export interface FormRefusal {
  readonly code: string
  readonly text: string
}

/** What Kubernetes does not take in the writing of a scalar, inside brackets or outside. */
export function refuseScalarForm(
  source: string,
  event: ScalarEvent,
  inBrackets: boolean,
): FormRefusal | null {
  if (event.style === SCALAR_STYLE.PLAIN) return refusePlainForm(source, event, inBrackets)
  const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
  if (isBlock && beginsWithTab(source, event)) {
    return {
      code: 'yaml.tab',
      text: 'A block text begins with a tab; Kubernetes refuses it. Begin it with another character, or quote it.',
    }
  }
  return null
}

/** What Kubernetes does not take in the writing of an anchor: a bracket right behind its name. */
export function refuseAnchorForm(
  source: string,
  event: ScalarEvent | SequenceEvent | MappingEvent,
): FormRefusal | null {
  const next = source[event.anchorEnd]
  if (next !== '[' && next !== '{') return null
  return { code: 'yaml.anchor-name', text: 'A bracket follows the name of an anchor. Put a blank between.' }
}

function refusePlainForm(source: string, event: ScalarEvent, inBrackets: boolean): FormRefusal | null {
  const first = source[event.valueStart]
  const written = inBrackets ? source.slice(event.valueStart, event.valueEnd) : ''
  if (first === '?' || written.includes('?')) {
    return {
      code: 'yaml.question-mark',
      text: 'Kubernetes takes the ? in this unquoted text for a sign of YAML. Quote the text.',
    }
  }
  if (inBrackets && first === ':') {
    return { code: 'yaml.colon', text: 'Unquoted text begins with a colon inside brackets. Quote it.' }
  }
  return null
}

// Loops, not regular expressions: on a text of a million empty lines these run out of stack.
function beginsWithTab(source: string, event: ScalarEvent): boolean {
  let at = event.valueStart
  while (at < event.valueEnd && ' \r\n'.includes(source.charAt(at))) at += 1
  return at < event.valueEnd && source[at] === '\t'
}

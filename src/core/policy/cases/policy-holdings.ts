import { didYouMean } from '../../model/did-you-mean.ts'
import { isJsonObject, type Json, textAt } from '../../model/json.ts'
import { readYaml } from '../../yaml/read-yaml.ts'

/** What a file holds of ours. Neither: it is nobody's business here. */
export interface PolicyHoldings {
  readonly policies: boolean
  readonly cases: boolean
}

const GROUP = 'drawbridge.dev'

/** Our formats that stand beside policies and are none. */
const OTHER_KINDS = new Set(['Facts', 'Decision', 'Changes', 'Record'])

/**
 * Whether a file holds policies, cases of policies, or both, by the kinds of its documents. A file that was `named` as one of ours
 * is taken for a policy whatever it holds, so that what is wrong with it is told; one that was only found must say so itself:
 * a folder `policies` may hold those of other tools.
 */
export function holdingsOf(text: string, path: string, named: boolean): PolicyHoldings {
  const documents = readYaml(text, path)
  if (!documents.ok) return holdingsOfBroken(text, named)
  const held = documents.value.map(({ value }) => holdingOf(value, named))
  const cases = held.includes('cases')
  return { policies: held.includes('policy') || (named && !cases), cases }
}

/** A text that cannot be read is told by the words in it. */
function holdingsOfBroken(text: string, named: boolean): PolicyHoldings {
  if (!named && !text.includes(GROUP)) return { policies: false, cases: false }
  const cases = /\bkind["']?\s*:\s*["']?PolicyTest\b/.test(text)
  return { policies: !cases || /\bkind["']?\s*:\s*["']?Policy\b/.test(text), cases }
}

function holdingOf(value: Json, named: boolean): 'policy' | 'cases' | 'other' {
  const document = isJsonObject(value) ? value : {}
  const group = textAt(document, 'apiVersion')?.split('/')[0] ?? ''
  const kind = textAt(document, 'kind') ?? ''
  const isOurs = group === GROUP || didYouMean(group, [GROUP]) !== undefined
  if (!isOurs) return named ? 'policy' : 'other'
  if (kind === 'PolicyTest') return 'cases'
  return OTHER_KINDS.has(kind) && !named ? 'other' : 'policy'
}

import type { Meaning, Member } from './meaning-tree.ts'

/** A text that is equal exactly when the meanings are. */
export function meaningText(meaning: Meaning): string {
  if (meaning.kind === 'scalar') return meaning.text
  if (meaning.kind === 'map') {
    let text = ''
    for (const key of [...meaning.members.keys()].toSorted()) {
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${textOfMember(meaning.members, key)}`
    }
    return `{${text}}`
  }
  if (meaning.kind === 'list') return `[${meaning.entries.map(meaningText).join(',')}]`
  if (meaning.kind === 'set') {
    return meaning.together ?? `<${sorted(meaning.entries.map((entry) => entry.text))}>`
  }
  const texts = [...meaning.entries.values()].map((entry) => meaningText(entry.meaning))
  return meaning.ordered ? `(${texts.join(',')})` : `<${sorted(texts)}>`
}

function sorted(texts: readonly string[]): string {
  return texts.toSorted().join(',')
}

function textOfMember(members: ReadonlyMap<string, Member>, key: string): string {
  const member = members.get(key)
  return member ? meaningText(member.meaning) : ''
}

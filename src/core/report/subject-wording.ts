import type { Finding } from '../model/finding.ts'
import { exactly, say, type Wording } from './wording.ts'

/** What a finding is about: an object with its name as code, or a file. */
export function subjectWording({ object, path }: Pick<Finding, 'object' | 'path'>): Wording {
  if (object === null) return [exactly(path)]
  const name = object.namespace === null ? object.name : `${object.namespace}/${object.name}`
  return name === '' ? [object.kind] : say`${object.kind} ${exactly(name)}`
}

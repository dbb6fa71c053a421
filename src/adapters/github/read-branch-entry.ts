import * as v from 'valibot'
import type { Read } from '../../core/doctor/observation.ts'
import { err, ok } from '../../core/model/result.ts'
import type { BranchEntry } from '../../gate/ports/repository-settings.ts'
import { asRead } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const ENTRY = v.union([
  v.array(v.object({ path: v.string(), type: v.string() })),
  v.object({
    type: v.literal('file'),
    sha: v.string(),
    size: v.number(),
    encoding: v.string(),
    content: v.string(),
  }),
  v.object({ type: v.literal('symlink'), sha: v.string(), target: v.string() }),
  v.object({ type: v.literal('submodule'), sha: v.string() }),
])

/** GitHub lists no more of a folder. */
const LONGEST_LIST = 1000

/** What stands at a path of a branch; null: nothing. Of a folder the paths of all that is no folder. */
export async function readBranchEntry(
  github: GitHub,
  path: string,
  branch: string,
): Promise<Read<BranchEntry | null>> {
  const { owner, name: repo } = github
  const operation = { what: `read ${path} of branch ${branch}`, needs: 'contents: read' }
  const read = await github.rest(operation, ENTRY, async (client) => {
    const answer = await client.rest.repos.getContent({ owner, repo, path, ref: `refs/heads/${branch}` })
    return answer.data
  })
  if (!read.ok) return read.error.code === 'not-found' ? ok(null) : asRead(operation, read)
  const entry = read.value
  if ('type' in entry) return ok(versionOf(entry))
  if (entry.length >= LONGEST_LIST)
    return err({
      why: `Cannot ${operation.what}: it holds too many files to be listed.`,
      todo: 'Remove files that are not needed there.',
    })
  return ok({
    kind: 'folder',
    paths: entry.filter(({ type }) => type !== 'dir').map(({ path: inside }) => inside),
  })
}

function versionOf(entry: Exclude<v.InferOutput<typeof ENTRY>, readonly unknown[]>): BranchEntry {
  const { sha: id } = entry
  switch (entry.type) {
    case 'symlink':
      return { kind: 'symlink', id, target: entry.target }
    case 'submodule':
      return { kind: 'submodule', id }
    case 'file': {
      const bytes = new Uint8Array(Buffer.from(entry.content, 'base64'))
      const whole = entry.encoding === 'base64' && bytes.length === entry.size
      return whole ? { kind: 'file', id, bytes } : { kind: 'unread', id }
    }
    default:
      return entry satisfies never
  }
}

import { compileGlobList } from './compile-match.ts'
import { reportPathGlobs } from './report-path-globs.ts'
import { compileGlobs } from '../patterns/globs.ts'
import type { Policy, Rendering } from '../policy.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'

/** Which files are desired state, over all documents: lists add up; two different answers to one question are a mistake. */
export function mergeManifests(documents: readonly ReadDocument[]): Policy['manifests'] {
  const include: string[] = []
  const exclude: string[] = []
  const secrets: string[] = []
  let limited = false
  for (const from of documents) {
    const manifests = from.document.spec.manifests
    if (manifests?.include) {
      limited = true
      include.push(...compileGlobList(manifests.include, '/spec/manifests/include', from.report).patterns)
      reportNothingIncluded(from, manifests.include)
      reportPathGlobs(manifests.include, 'manifests', '/spec/manifests/include', from.report)
    }
    exclude.push(
      ...compileGlobList(manifests?.exclude ?? [], '/spec/manifests/exclude', from.report).patterns,
    )
    reportPathGlobs(manifests?.exclude ?? [], 'manifests', '/spec/manifests/exclude', from.report)
    secrets.push(
      ...compileGlobList(manifests?.secrets ?? [], '/spec/manifests/secrets', from.report).patterns,
    )
  }
  return {
    include: limited ? compileGlobs(include) : null,
    exclude: compileGlobs(exclude),
    secrets: compileGlobs(secrets.map((pattern) => pattern.toLowerCase())),
    render: {
      kustomize: mergeRendering(documents, 'kustomize'),
      helm: mergeRendering(documents, 'helm'),
    },
  }
}

function reportNothingIncluded(from: ReadDocument, include: readonly string[]): void {
  if (include.length > 0) return
  const text = 'An empty "include" leaves no file to look at. Remove the key or fill the list.'
  from.report.add('/spec/manifests/include', { code: 'policy.empty-match', text })
}

function mergeRendering(documents: readonly ReadDocument[], tool: 'kustomize' | 'helm'): Rendering {
  let merged: Rendering | undefined
  for (const from of documents) {
    const written = from.document.spec.manifests?.render?.[tool]
    if (written === undefined) continue
    if (merged !== undefined && merged !== written) {
      const text = `Whether to render ${tool} is said twice: ${merged} and ${written}. Remove one.`
      from.report.add(`/spec/manifests/render/${tool}`, { code: 'policy.duplicate-name', text })
    }
    merged = written
  }
  return merged ?? 'auto'
}

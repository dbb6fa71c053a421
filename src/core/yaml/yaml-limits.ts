/** How much a file may hold. What exceeds it is refused with an issue, never cut. */
export interface YamlLimits {
  readonly maxBytes: number
  readonly maxDepth: number
  /** Characters of a key as it is written, with what stands before its colon. */
  readonly maxKeyLength: number
  /** Per document, with every alias expanded. */
  readonly maxNodes: number
  /** Per document. */
  readonly maxAliases: number
}

/** Far above any real manifest, and far below what Kubernetes' own reader refuses. */
export const YAML_LIMITS: YamlLimits = {
  maxBytes: 5 * 1024 * 1024,
  maxDepth: 100,
  maxKeyLength: 1000,
  maxNodes: 200_000,
  maxAliases: 100,
}

/** How many issues of a file are told. What follows a mistake is often only its consequence. */
export const MOST_ISSUES = 50

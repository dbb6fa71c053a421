import type {
  BranchRule,
  ClassicProtection,
  EnvironmentBranches,
  OwnersError,
  ProtectionDetails,
  Read,
  Ruleset,
  ScheduledWorkflow,
  TeamSeen,
} from '../../core/doctor/observation.ts'
import type { FileVersion } from '../../core/model/changed-file.ts'
import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** A repository itself. */
export interface RepositoryHead {
  readonly fullName: string
  readonly defaultBranch: string
  readonly isPublic: boolean
}

/** What a branch holds at a path. */
export type BranchEntry = FileVersion | { readonly kind: 'folder'; readonly paths: readonly string[] }

/** How a repository is set up. Each question is one that a token may be allowed to ask or not. */
export interface RepositorySettings {
  repository(): Promise<Result<RepositoryHead, Problem>>
  /** Null: there is no such branch. */
  branch(branch: string): Promise<Read<ClassicProtection | null>>
  protection(branch: string): Promise<Read<ProtectionDetails>>
  rules(branch: string): Promise<Read<readonly BranchRule[]>>
  ruleset(id: number): Promise<Read<Ruleset>>
  /** The number of an app. */
  app(slug: string): Promise<Read<number>>
  /** What stands at a path of a branch; null: nothing. */
  entry(path: string, branch: string): Promise<Read<BranchEntry | null>>
  codeownersErrors(branch: string): Promise<Read<readonly OwnersError[]>>
  team(owner: string): Promise<TeamSeen>
  labels(): Promise<Read<readonly string[]>>
  /** A workflow by the path of its file. */
  scheduled(path: string): Promise<ScheduledWorkflow>
  environment(name: string): Promise<Read<EnvironmentBranches>>
}

import { load } from 'js-yaml'
import * as v from 'valibot'
import { err, ok, type Result } from '../model/result.ts'

/** A workflow file of GitHub Actions, as far as a gate is concerned. */
export interface Workflow {
  readonly path: string
  /** What other workflows call it; without a name its path. */
  readonly name: string
  readonly triggers: ReadonlyMap<string, Trigger>
  readonly jobs: readonly WorkflowJob[]
}

/** An event that starts a workflow. */
export interface Trigger {
  /** Null: those that GitHub takes by itself. */
  readonly types: readonly string[] | null
  /** Of `workflow_run`. */
  readonly workflows: readonly string[]
  /** Keys that let some of the events pass without a run. */
  readonly filters: readonly string[]
}

/** A job of a workflow. */
export interface WorkflowJob {
  readonly id: string
  /** The name of its check, with expressions as they are written. */
  readonly name: string
  readonly environment: string | null
  readonly steps: readonly WorkflowStep[]
}

/** A step of a job; empty texts for what it does not have. */
export interface WorkflowStep {
  readonly uses: string
  readonly run: string
  /** Inputs by name, in lower case. */
  readonly inputs: ReadonlyMap<string, string>
}

const Texts = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((texts) => (typeof texts === 'string' ? [texts] : texts)),
)
const TriggerShape = v.looseObject({ types: v.optional(Texts), workflows: v.optional(Texts) })
const Triggers = v.union([
  Texts,
  v.record(v.string(), v.nullable(v.union([TriggerShape, v.array(v.unknown())]))),
])
const Scalar = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const Step = v.looseObject({
  uses: v.optional(v.string(), ''),
  run: v.optional(v.string(), ''),
  with: v.optional(v.nullable(v.record(v.string(), Scalar))),
})
const Job = v.looseObject({
  name: v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
  environment: v.optional(v.nullable(v.union([v.string(), v.looseObject({ name: v.string() })]))),
  steps: v.optional(v.array(Step), []),
})
const Shape = v.looseObject({
  name: v.optional(v.nullable(v.string())),
  on: Triggers,
  jobs: v.record(v.string(), Job),
})

/**
 * Reads a workflow as GitHub does: YAML 1.2, in which `on` is a text. The error says what is wrong. Only the shape is looked at that
 * a gate depends on; what GitHub would refuse besides is not told.
 */
export function parseWorkflow(path: string, text: string): Result<Workflow, string> {
  const document = loadDocument(text)
  if (!document.ok) return document
  const parsed = v.safeParse(Shape, document.value)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return err(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  const { name, on, jobs } = parsed.output
  return ok({
    path,
    name: name ?? path,
    triggers: triggersOf(on),
    jobs: Object.entries(jobs).map(([id, job]) => jobOf(id, job)),
  })
}

function loadDocument(text: string): Result<unknown, string> {
  try {
    return ok(load(text))
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return err(first)
  }
}

const FILTERS = ['paths', 'paths-ignore', 'branches', 'branches-ignore']

function triggersOf(on: v.InferOutput<typeof Triggers>): ReadonlyMap<string, Trigger> {
  if (Array.isArray(on)) return new Map(on.map((event) => [event, PLAIN]))
  return new Map(
    Object.entries(on).map(([event, trigger]) => {
      if (trigger === null || Array.isArray(trigger)) return [event, PLAIN]
      const { types = null, workflows = [] } = trigger
      return [event, { types, workflows, filters: FILTERS.filter((key) => key in trigger) }]
    }),
  )
}

const PLAIN: Trigger = { types: null, workflows: [], filters: [] }

function jobOf(id: string, { name, environment, steps }: v.InferOutput<typeof Job>): WorkflowJob {
  return {
    id,
    name: name === undefined || name === null ? id : String(name),
    environment: typeof environment === 'string' ? environment : (environment?.name ?? null),
    steps: steps.map(({ uses, run, with: inputs }) => ({
      uses,
      run,
      inputs: new Map(
        Object.entries(inputs ?? {}).map(([key, value]) => [key.toLowerCase(), String(value ?? '')]),
      ),
    })),
  }
}

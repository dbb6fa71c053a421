import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { isolatedEnvironment } from './git-environment.ts'
import { gitFailure, type GitFailure } from './git-problem.ts'
import { firstLine } from './locate-repository.ts'
import { SAFE_SETTINGS, startFailure } from './run-git.ts'

/** What git says of an object before it is read. */
export interface ObjectInfo {
  readonly oid: string
  readonly type: string
  readonly size: number
}

/** An object with its content. */
export interface GitObject extends ObjectInfo {
  readonly bytes: Buffer
}

/**
 * Reads objects through one `git cat-file` process, started at the first question. Names are object ids, or an id with
 * `^{commit}`. An object that is not there is null; any other trouble rejects with a {@link GitFailure}.
 */
export interface ObjectReader {
  info(name: string): Promise<ObjectInfo | null>
  read(name: string): Promise<GitObject | null>
  close(): void
}

/** A reader on a git directory. It never fetches what is missing. */
export function createObjectReader(gitDir: string): ObjectReader {
  return new CatFile(gitDir)
}

interface Question {
  readonly withContent: boolean
  readonly answer: (object: GitObject | null) => void
  readonly fail: (failure: GitFailure | Error) => void
}

const LINE_BREAK = 10

class CatFile implements ObjectReader {
  readonly #gitDir: string
  #child: ChildProcessWithoutNullStreams | null = null
  #open: Question[] = []
  #next = 0
  #chunks: Buffer[] = []
  #length = 0
  #needed = 1
  #stderr = ''

  constructor(gitDir: string) {
    this.#gitDir = gitDir
  }

  info(name: string): Promise<ObjectInfo | null> {
    return this.#ask('info', name)
  }

  read(name: string): Promise<GitObject | null> {
    return this.#ask('contents', name)
  }

  close(): void {
    this.#child?.stdin.end()
    this.#child?.kill()
    this.#child = null
  }

  #ask(command: 'info' | 'contents', name: string): Promise<GitObject | null> {
    if (!/^[0-9a-f]{40}(?:\^\{commit\})?$/.test(name)) throw new TypeError(`not an object id: ${name}`)
    return new Promise((answer, fail) => {
      this.#child ??= this.#start()
      this.#open.push({ withContent: command === 'contents', answer, fail })
      this.#child.stdin.write(`${command} ${name}\n`)
    })
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn('git', [...SAFE_SETTINGS, 'cat-file', '--batch-command'], {
      env: isolatedEnvironment(this.#gitDir),
      windowsHide: true,
    })
    child.stdin.on('error', () => {})
    child.stdout.on('data', (chunk: Buffer) => {
      this.#receive(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(0, 4096)
    })
    child.on('error', (error) => {
      this.#failAll(startFailure(error))
    })
    child.on('close', (exit) => {
      if (this.#child === child) this.#child = null
      this.#failAll(closeFailure(exit, this.#stderr))
    })
    return child
  }

  #failAll(failure: Error): void {
    const open = this.#open.slice(this.#next)
    this.#open = []
    this.#next = 0
    for (const question of open) question.fail(failure)
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    if (this.#length < this.#needed) return
    let rest = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#length)
    for (let used = this.#answerFirst(rest); used > 0; used = this.#answerFirst(rest))
      rest = rest.subarray(used)
    this.#chunks = [rest]
    this.#length = rest.length
  }

  /** Answers one question; gives the bytes used, 0 when more have to come. */
  #answerFirst(bytes: Buffer): number {
    const question = this.#open[this.#next]
    const end = bytes.indexOf(LINE_BREAK)
    if (!question || end < 0) {
      this.#needed = bytes.length + 1
      return 0
    }
    const info = parseHeader(bytes.toString('latin1', 0, end))
    const content = end + 1
    const used = info && question.withContent ? content + info.size + 1 : content
    if (bytes.length < used) {
      this.#needed = used
      return 0
    }
    this.#needed = 1
    this.#advance()
    question.answer(info && { ...info, bytes: contentOf(bytes, content, info, question.withContent) })
    return used
  }

  #advance(): void {
    this.#next += 1
    if (this.#next < 1024 && this.#next < this.#open.length) return
    this.#open = this.#open.slice(this.#next)
    this.#next = 0
  }
}

function parseHeader(line: string): ObjectInfo | null {
  const form = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(line)
  if (!form) return null
  return { oid: form[1] ?? '', type: form[2] ?? '', size: Number(form[3]) }
}

/** A copy: a slice would keep the whole answer alive. */
function contentOf(bytes: Buffer, start: number, info: ObjectInfo, withContent: boolean): Buffer {
  return withContent ? Buffer.from(bytes.subarray(start, start + info.size)) : Buffer.alloc(0)
}

function closeFailure(exit: number | null, stderr: string): GitFailure {
  if (exit === 129 || /unknown option/.test(stderr))
    return gitFailure('git-too-old', 'This git cannot read objects in batches. Install git 2.38 or newer.')
  return gitFailure('git-failed', `git stopped while objects were read: ${firstLine(stderr)}`)
}

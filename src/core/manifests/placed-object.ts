import type { Issue } from '../model/issue.ts'
import type { JsonObject } from '../model/json.ts'
import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import type { Position } from '../model/source-location.ts'
import type { YamlDocument } from '../yaml/yaml-document.ts'

/** An object with its place: a whole document, or an item of a list. */
export class PlacedObject {
  readonly value: JsonObject
  readonly #document: YamlDocument
  readonly #path: string
  readonly #prefix: JsonPointer

  constructor(document: YamlDocument, path: string, value: JsonObject, prefix: JsonPointer = '') {
    this.value = value
    this.#document = document
    this.#path = path
    this.#prefix = prefix
  }

  /** The line on which the object begins. */
  get line(): number {
    return this.#prefix === '' ? this.#document.line : this.locate('').line
  }

  /** Where a value of the object is written; for a place that does not exist, its nearest existing parent. */
  locate(pointer: JsonPointer): Position {
    return this.#document.locate(this.#prefix + pointer)
  }

  /** Where the key of a value is written; for a place that does not exist, that of its nearest existing parent. */
  locateKey(pointer: JsonPointer): Position {
    return this.#document.locateKey(this.#prefix + pointer)
  }

  /** An object inside this one, at a pointer; `completed` when it is not the same as written. */
  item(pointer: JsonPointer, completed: JsonObject): PlacedObject {
    return new PlacedObject(this.#document, this.#path, completed, this.#prefix + pointer)
  }

  /** An issue about the value at some keys; it stands at the last key that exists. */
  issue(code: string, keys: readonly (string | number)[], text: string): Issue {
    let pointer = this.#prefix
    for (const key of keys) pointer = pointerTo(pointer, key)
    return { code, severity: 'high', path: this.#path, ...this.#document.locateKey(pointer), text }
  }
}

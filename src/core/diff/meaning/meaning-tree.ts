import type { JsonPointer } from '../../model/json-pointer.ts'

/** A value by its meaning: what does not count is gone, lists are taken as what they are. */
export type Meaning =
  | { readonly kind: 'scalar'; readonly text: string }
  | {
      readonly kind: 'map'
      readonly members: ReadonlyMap<string, Member>
      /** Members that say what their absence says too. */
      readonly defaults?: ReadonlyMap<string, Member>
      /** What absent members say on account of those beside them, as texts. */
      readonly implied?: ReadonlyMap<string, string>
      /** Whether nothing stands where it should: its members, if any, are written elsewhere. */
      readonly unwritten?: boolean
    }
  /** Entries by position; `whole` when they should have had keys of their own and did not. */
  | { readonly kind: 'list'; readonly entries: readonly Meaning[]; readonly whole: boolean }
  | { readonly kind: 'keyed'; readonly entries: ReadonlyMap<string, Entry>; readonly ordered: boolean }
  | {
      readonly kind: 'set'
      readonly entries: readonly SetEntry[]
      /** Whether an entry that is another is compared with the one it was. */
      readonly paired: boolean
      /** Stands for all entries where lists of other entries may mean the same. */
      readonly together?: string
    }

/** A member of a map and where it is written: under its key, unless a pointer leads to another place of the object. */
export interface Member {
  readonly key: string
  readonly pointer?: JsonPointer
  readonly meaning: Meaning
}

/** An entry of a list and where it is written. */
export interface Entry {
  readonly index: number
  readonly meaning: Meaning
}

/** An entry of a set with its canonical text. */
export interface SetEntry extends Entry {
  readonly text: string
}

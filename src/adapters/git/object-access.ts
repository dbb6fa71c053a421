import type { GitSetting } from './git-environment.ts'
import type { ObjectReader } from './object-reader.ts'
import type { ObjectStore, StoreRunOptions } from './object-store.ts'
import { fetchObjects, findPromisorRemote, type PromisorRemote } from './promisor-remote.ts'

/** The objects of a repository, with those that a partial clone left out. */
export interface ObjectAccess extends ObjectReader {
  readonly store: ObjectStore
  /** Makes objects present, in one request, if this is a partial clone. Those that still miss are null when read. */
  prefetch(oids: readonly string[]): Promise<void>
  /** Options for a git command that may have to fetch what it needs. */
  fetching(): Promise<StoreRunOptions>
}

/** Reads from a store, and fetches from the remote that promised the rest. */
export function objectAccess(
  store: ObjectStore,
  reader: ObjectReader,
  credentials: readonly GitSetting[],
): ObjectAccess {
  let found: Promise<PromisorRemote | null> | null = null
  const remote = (): Promise<PromisorRemote | null> =>
    (found ??= findPromisorRemote(store.location, credentials))
  return {
    store,
    info: (name) => reader.info(name),
    read: (name) => reader.read(name),
    prefetch: async (oids) => {
      const known = await remote()
      if (!known) return
      const present = await Promise.all(oids.map((oid) => reader.info(oid)))
      const missing = oids.filter((_, index) => !present[index])
      if (missing.length > 0) await fetchObjects(store, known, missing)
    },
    fetching: async () => ({ settings: (await remote())?.settings ?? [] }),
    close: () => {
      reader.close()
      store.remove()
    },
  }
}

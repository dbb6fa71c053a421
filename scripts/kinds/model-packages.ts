import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A package of models: its validators by the names of their modules, and what it may be used under. */
export interface ModelPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly validators: ReadonlyMap<string, string>
}

/** The packages of models that are installed for development, sorted by name, and the one that all stand on. */
export function modelPackages(root: string): readonly ModelPackage[] {
  const { devDependencies = {} } = manifestIn(root)
  const named = Object.keys(devDependencies).filter((name) =>
    /^(?:@kubernetes-models\/|kubernetes-models$)/.test(name),
  )
  return [...named, '@kubernetes-models/apimachinery']
    .toSorted()
    .map((name) => readPackage(name, join(root, 'node_modules', name)))
}

function readPackage(name: string, folder: string): ModelPackage {
  const { version = '' } = manifestIn(folder)
  const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim()
  const modules = readdirSync(join(folder, '_schemas')).filter((file) => file.endsWith('.js'))
  if (modules.length === 0) throw new Error(`${name} has no validators.`)
  return {
    name,
    version,
    license,
    validators: new Map(
      modules
        .toSorted()
        .map((file) => [basename(file, '.js'), readFileSync(join(folder, '_schemas', file), 'utf8')]),
    ),
  }
}

interface PackageManifest {
  readonly version?: string
  readonly devDependencies?: Readonly<Record<string, string>>
}

function manifestIn(folder: string): PackageManifest {
  const manifest: PackageManifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return manifest
}

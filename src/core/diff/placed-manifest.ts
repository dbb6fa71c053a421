import type { Manifest, Placement } from '../model/manifest.ts'

/** A manifest together with where its object goes. */
export interface PlacedManifest {
  readonly manifest: Manifest
  readonly placement: Placement
}

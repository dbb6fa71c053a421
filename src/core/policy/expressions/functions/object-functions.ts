import { celFunc, CelScalar, type CelFunc, listType, mapType } from '@bufbuild/cel'
import { containerNamed, containersOf, podOf } from '../domain/containers-of.ts'
import { imagesOf } from '../domain/images-of.ts'
import { markOf } from '../domain/mark-of.ts'
import { parseImage } from '../domain/parse-image.ts'
import { functionError } from './function-error.ts'
import { listOf, objectOrNull, resultOf } from './json-values.ts'

const { DYN, STRING } = CelScalar
const MAP = mapType(STRING, DYN)

/** What workloads run, and how objects are marked. Without an object there is nothing: an empty list or map, or null. */
export const objectFunctions: readonly CelFunc[] = [
  celFunc('pod', [DYN], MAP, (object) => resultOf(podOf(objectOrNull('pod', object)))),
  celFunc('containers', [DYN], listType(MAP), (object) =>
    listOf(containersOf(objectOrNull('containers', object))),
  ),
  celFunc('container', [DYN, STRING], DYN, (object, name) =>
    resultOf(containerNamed(objectOrNull('container', object), name)),
  ),
  celFunc('images', [DYN], listType(STRING), (object) => listOf(imagesOf(objectOrNull('images', object)))),
  celFunc('image', [STRING], MAP, (text) => {
    const image = parseImage(text)
    if (!image) throw functionError('image() takes the name of an image such as "ghcr.io/acme/web:1.2"')
    return { ...image }
  }),
  celFunc('annotation', [DYN, STRING], DYN, (object, name) =>
    markOf(objectOrNull('annotation', object), 'annotations', name),
  ),
  celFunc('label', [DYN, STRING], DYN, (object, name) =>
    markOf(objectOrNull('label', object), 'labels', name),
  ),
]

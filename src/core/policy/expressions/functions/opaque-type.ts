import { type CelType, type CelValue, objectType } from '@bufbuild/cel'
import { create, createFileRegistry, type DescMessage } from '@bufbuild/protobuf'
import { isReflectMessage, reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect'
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt'

/** A type of values that expressions can only give to functions. Two are equal when their texts are. */
export interface OpaqueType {
  readonly type: CelType & { readonly kind: 'object' }
  make(text: string): ReflectMessage
  textOf(value: CelValue): string
}

/** Makes an opaque type. The evaluator knows no objects but messages, so each is a message with one text. */
export function opaqueType(group: string, name: string): OpaqueType {
  const message = describe(group, name)
  const field = message.field['text']
  if (!field || field.fieldKind !== 'scalar') throw new Error('the message has a text')
  return {
    type: objectType(message),
    make(text) {
      const made = reflect(message, create(message))
      made.set(field, text)
      return made
    },
    textOf(value) {
      const text = isReflectMessage(value, message) ? value.get(field) : undefined
      if (typeof text !== 'string') throw new TypeError('the value is of this type')
      return text
    },
  }
}

function describe(group: string, name: string): DescMessage {
  const text = {
    name: 'text',
    number: 1,
    type: FieldDescriptorProto_Type.STRING,
    label: FieldDescriptorProto_Label.OPTIONAL,
  }
  const file = create(FileDescriptorProtoSchema, {
    name: `${group}/${name}.proto`,
    package: group,
    syntax: 'proto3',
    messageType: [{ name, field: [text] }],
  })
  const message = createFileRegistry(file, () => undefined).getMessage(`${group}.${name}`)
  if (!message) throw new Error('the message was described')
  return message
}

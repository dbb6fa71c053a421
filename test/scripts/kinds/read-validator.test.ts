import { describe, expect, it } from 'vitest'

import { readValidator } from '../../../scripts/kinds/read-validator.ts'
import type { Schema } from '../../../src/core/schema/schema.ts'

const HEAD = 'data,{instancePath="",parentData,parentDataProperty,rootData=data}={}'

/** A validator as the packages write it; `body` is what it does between its first words and its last. */
function validator(name: string, body: string, first = 'let vErrors=null,errors=0;'): string {
  return `function ${name}(${HEAD}){${first}${body}return ${name}.errors=vErrors,0===errors}`
}

function error(keyword: string, params: string, where = 'instancePath', path = ''): string {
  return `{let err0={${where},schemaPath:"#${path}/${keyword}",keyword:"${keyword}",params:${params}};null===vErrors?vErrors=[err0]:vErrors.push(err0),errors++}`
}

function call(
  name: string,
  place: string,
  given = 'instancePath,parentData,parentDataProperty,rootData',
): string {
  return `${name}(${place},{${given}})||(errors=(vErrors=null===vErrors?${name}.errors:vErrors.concat(${name}.errors)).length)`
}

function callField(name: string, key: string): string {
  const given = `instancePath:instancePath+"/${key}",parentData:data,parentDataProperty:"${key}",rootData`
  return `void 0!==data.${key}&&(${call(name, `data.${key}`, given)})`
}

function read(body: string, around = ''): Schema {
  const source = `${around}export const validate=validate0;${validator('validate0', body)}`
  return readValidator(source, 'Own', (path) => path.replace(/^\.\/|\.js$/g, ''))
}

const OBJECT = 'data&&"object"==typeof data&&!Array.isArray(data)'
const NUMBER = '"number"==typeof data&&isFinite(data)'
const TEXT = validator('validate1', `if("string"!=typeof data)${error('type', '{type:"string"}')}`)

interface Case {
  readonly name: string
  readonly body: string
  readonly around?: string
  readonly expected: Schema
}

const CASES: readonly Case[] = [
  { name: 'nothing', body: '', expected: {} },
  {
    name: 'a type',
    body: `if("string"!=typeof data)${error('type', '{type:"string"}')}`,
    expected: { type: 'string' },
  },
  {
    name: 'a type or null',
    body: `if("boolean"!=typeof data&&null!==data)${error('type', '{type:"boolean"}')}`,
    expected: { type: 'boolean', nullable: true },
  },
  {
    name: 'an integer',
    body: `if(!("number"==typeof data&&!(data%1)&&!isNaN(data)&&isFinite(data)))${error('type', '{type:"integer"}')}`,
    expected: { type: 'integer' },
  },
  {
    name: 'an object with fields',
    around: TEXT,
    body: `if(${OBJECT}){if(void 0===data.a)${error('required', '{missingProperty:"a"}')}${callField('validate1', 'a')}}else${error('type', '{type:"object"}')}`,
    expected: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
  },
  {
    name: 'fields that a minifier has drawn into one expression',
    around: TEXT,
    body: `if(${OBJECT})${callField('validate1', 'a')},${callField('validate1', 'b')};`,
    expected: { properties: { a: { type: 'string' }, b: { type: 'string' } } },
  },
  {
    name: 'a field that is checked in place',
    body: `if(${OBJECT}&&void 0!==data.a){let data0=data.a;if("string"!=typeof data0)${error('type', '{type:"string"}', 'instancePath:instancePath+"/a"', '/properties/a')}}`,
    expected: { properties: { a: { type: 'string' } } },
  },
  {
    name: 'a reference to another module',
    around: 'import{validate as validate1}from"./Other.js";',
    body: `null!==data&&(${call('validate1', 'data')});`,
    expected: { ref: 'Other', nullable: true },
  },
  {
    name: 'a reference to itself',
    body: `if(${OBJECT})${callField('validate0', 'a')};`,
    expected: { properties: { a: { ref: 'Own' } } },
  },
  {
    name: 'entries of a list',
    around: TEXT,
    body: `if(Array.isArray(data)){let len0=data.length;for(let i0=0;i0<len0;i0++)${call('validate1', 'data[i0]', 'instancePath:instancePath+"/"+i0,parentData:data,parentDataProperty:i0,rootData')}}`,
    expected: { items: { type: 'string' } },
  },
  {
    name: 'values of a map',
    around: TEXT,
    body: `if(${OBJECT})for(let key0 in data)${call('validate1', 'data[key0]', 'instancePath:instancePath+"/"+key0.replace(/~/g,"~0").replace(/\\//g,"~1"),parentData:data,parentDataProperty:key0,rootData')};`,
    expected: { values: { type: 'string' } },
  },
  {
    name: 'a list of words',
    around: 'let schema1_enum=["a","b"];',
    body: `if("a"!==data&&"b"!==data)${error('enum', '{allowedValues:schema1_enum}')}`,
    expected: { enum: ['a', 'b'] },
  },
  {
    name: 'a pattern',
    around: 'let pattern0=RegExp("^a+$","u");',
    body: `if("string"==typeof data&&!pattern0.test(data))${error('pattern', '{pattern:"^a+$"}')}`,
    expected: { pattern: '^a+$' },
  },
  {
    name: 'a form of numbers',
    around: 'import{formats}from"@kubernetes-models/validate";let formats0=formats.int32;',
    body: `if(${NUMBER}&&!formats0.validate(data))${error('format', '{format:"int32"}')}`,
    expected: { format: 'int32' },
  },
  {
    name: 'limits of a number',
    body: `if(${NUMBER}){if(data>10||isNaN(data))${error('maximum', '{comparison:"<=",limit:10}')}if(data<-1||isNaN(data))${error('minimum', '{comparison:">=",limit:-1}')}}`,
    expected: { maximum: 10, minimum: -1 },
  },
  {
    name: 'limits of a text, either way round',
    around: 'import func0 from"@kubernetes-models/validate/runtime/ucs2length";',
    body: `if("string"==typeof data){if(func0(data)>63)${error('maxLength', '{limit:63}')}if(1>func0(data))${error('minLength', '{limit:1}')}}`,
    expected: { maxLength: 63, minLength: 1 },
  },
  {
    name: 'limits of a list and of a map',
    body: `if(Array.isArray(data)&&data.length>2)${error('maxItems', '{limit:2}')}if(${OBJECT}&&Object.keys(data).length<1)${error('minProperties', '{limit:1}')}`,
    expected: { maxItems: 2, minProperties: 1 },
  },
  {
    name: 'the same word twice',
    around: 'import{validate as validate1}from"./A.js";import{validate as validate2}from"./B.js";',
    body: `${call('validate1', 'data')},${call('validate2', 'data')};`,
    expected: { ref: 'A', allOf: [{ ref: 'B' }] },
  },
  {
    name: 'what is left of a form of another type',
    body: `"number"==typeof data&&isFinite(data);`,
    expected: {},
  },
]

it.each(CASES)('understands $name', ({ body, around, expected }) => {
  expect(read(body, around)).toEqual(expected)
})

describe('choices', () => {
  const required = (key: string, name: string): string =>
    validator(name, `if(${OBJECT}&&void 0===data.${key})${error('required', `{missingProperty:"${key}"}`)}`)
  const around = required('a', 'validate1') + required('b', 'validate2')
  const [a, b] = [{ required: ['a'] }, { required: ['b'] }]
  const reset = 'errors=0,null!==vErrors&&(vErrors=null)'
  const withFirst = (body: string, first: string): Schema =>
    readValidator(
      `${around}export const validate=validate0;${validator('validate0', body, `let vErrors=null,errors=0,${first};`)}`,
      'Own',
      String,
    )

  it('understands one of several', () => {
    const body = `${call('validate1', 'data')};var _valid0=0===errors;if(!(valid0=valid0||_valid0)){let _errs2=errors;${call('validate2', 'data')};var _valid0=_errs2===errors;valid0=valid0||_valid0}if(valid0)${reset};else${error('anyOf', '{}')}`
    expect(withFirst(body, 'valid0=!1')).toEqual({ anyOf: [a, b] })
  })

  it('understands just one of several', () => {
    const body = `${call('validate1', 'data')};var _valid0=0===errors;_valid0&&(valid0=!0,passing0=0);let _errs2=errors;${call('validate2', 'data')};var _valid0=_errs2===errors;if(_valid0&&valid0?(valid0=!1,passing0=[passing0,1]):_valid0&&(valid0=!0,passing0=1),valid0)${reset};else${error('oneOf', '{passingSchemas:passing0}')}`
    expect(withFirst(body, 'valid0=!1,passing0=null')).toEqual({ oneOf: [a, b] })
  })

  it('understands none', () => {
    expect(
      read(`if(${call('validate1', 'data')},0===errors)${error('not', '{}')}else ${reset};`, around),
    ).toEqual({ not: a })
  })

  it('refuses a choice that keeps the errors of its branches', () => {
    expect(() =>
      read(`if(${call('validate1', 'data')},0===errors)${error('not', '{}')}else errors=0;`, around),
    ).toThrow('not understood')
  })
})

interface Refused {
  readonly name: string
  readonly body: string
  readonly around?: string
}

const REFUSED: readonly Refused[] = [
  { name: 'a statement that is new', body: 'while(data){}' },
  { name: 'a keyword that is new', body: `if(data.length!==2)${error('uniqueItems', '{i:1,j:2}')}` },
  {
    name: 'a condition that is not the one of its keyword',
    body: `if(${NUMBER}&&(data>11||isNaN(data)))${error('maximum', '{comparison:"<=",limit:10}')}`,
  },
  {
    name: 'a limit that asks the other way round',
    body: `if(${NUMBER}&&(data<10||isNaN(data)))${error('maximum', '{comparison:"<=",limit:10}')}`,
  },
  {
    name: 'a type that is not the one that is asked for',
    body: `if("string"!=typeof data)${error('type', '{type:"number"}')}`,
  },
  {
    name: 'an error at another place',
    body: `if("string"!=typeof data)${error('type', '{type:"string"}', 'instancePath:instancePath+"/a"')}`,
  },
  {
    name: 'a list of words that is not the one that is asked for',
    body: `if("a"!==data)${error('enum', '{allowedValues:schema1_enum}')}`,
    around: 'let schema1_enum=["a","b"];',
  },
  {
    name: 'a pattern that is not the one that is told',
    body: `if("string"==typeof data&&!pattern0.test(data))${error('pattern', '{pattern:"^b$"}')}`,
    around: 'let pattern0=RegExp("^a$","u");',
  },
  {
    name: 'a form that is not known',
    body: `if(${NUMBER}&&!formats0.validate(data))${error('format', '{format:"int16"}')}`,
    around: 'import{formats}from"@kubernetes-models/validate";let formats0=formats.int16;',
  },
  {
    name: 'a call for another field',
    body: `if(${OBJECT})void 0!==data.a&&(${call('validate1', 'data.b', 'instancePath:instancePath+"/a",parentData:data,parentDataProperty:"a",rootData')});`,
    around: TEXT,
  },
  {
    name: 'a call whose errors are dropped',
    body: 'validate1(data,{instancePath,parentData,parentDataProperty,rootData});',
    around: TEXT,
  },
  {
    name: 'a text limit of a number',
    body: `if(${NUMBER}&&!pattern0.test(data))${error('pattern', '{pattern:"^a$"}')}`,
    around: 'let pattern0=RegExp("^a$","u");',
  },
]

it.each(REFUSED)('refuses $name', ({ body, around }) => {
  expect(() => read(body, around)).toThrow(/understood|asked of/)
})

it('refuses a module that exports no validator, and one that ends in another way', () => {
  expect(() => readValidator('let a=1;', 'Own', String)).toThrow('exports no validator')
  expect(() =>
    readValidator(`export const validate=validate0;function validate0(${HEAD}){return!0}`, 'Own', String),
  ).toThrow('begins or ends in another way')
})

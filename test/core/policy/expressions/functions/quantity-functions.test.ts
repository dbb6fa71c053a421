import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('quantities', () => {
  it.each([
    'quantity("1000m") == quantity("1")',
    'quantity("1Gi") != quantity("1G")',
    'quantity("1Gi").compareTo(quantity("1024Mi")) == 0',
    'quantity("1").compareTo(quantity("1500m")) == -1 && quantity("2").compareTo(quantity("1500m")) == 1',
    'quantity("9007199254740993").isGreaterThan(quantity("9007199254740992"))',
    'quantity("999m").isLessThan(quantity("1")) && !quantity("1").isLessThan(quantity("1"))',
    'quantity("500m").add(quantity("1500m")) == quantity("2")',
    'quantity("500m").add(1) == quantity("1500m") && quantity("1").sub(1).sign() == 0',
    'quantity("500m").sub(quantity("1")) == quantity("-500m")',
    'quantity("-1m").sign() == -1 && quantity("1m").sign() == 1',
    'quantity("2k").asInteger() == 2000 && quantity("2k").isInteger()',
    '!quantity("500m").isInteger() && !quantity("1e19").isInteger()',
    'quantity("1500m").asApproximateFloat() == 1.5',
    'quantity(object.cpu) == quantity("2") && quantity(object.part) == quantity("500m")',
    'isQuantity("1Gi") && isQuantity(object.cpu) && !isQuantity("1 Gi") && !isQuantity(object.none)',
  ])('%s', (text) => {
    expect(ask(text, { object: { cpu: 2, part: 0.5, none: null } })).toBe(true)
  })

  it.each([
    ['quantity("many") == quantity("1")', 'quantity() takes a quantity such as "500m" or "1Gi"'],
    ['quantity("500m").asInteger() == 0', 'asInteger() takes a quantity that is a whole number of 64 bits'],
    ['quantity("1") < quantity("2")', '< does not take kubernetes.Quantity and kubernetes.Quantity'],
    ['quantity(null) == quantity("1")', 'there is no quantity(null_type)'],
    ['quantity("1").compareTo("2") == 0', 'there is no kubernetes.Quantity.compareTo(string)'],
  ])('%s is not known', (text, why) => {
    expect(ask(text)).toBe(why)
  })
})

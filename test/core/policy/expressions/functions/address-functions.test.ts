import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('addresses', () => {
  it.each([
    'isIP("10.0.0.1") && isIP("2001:db8::1") && !isIP("10.0.0.0/8") && !isIP("web") && !isIP("::ffff:10.0.0.1")',
    'isCIDR("10.0.0.0/8") && !isCIDR("10.0.0.1") && !isCIDR("10.0.0.0/33") && !isCIDR("::ffff:10.0.0.0/104")',
    'ip("2001:db8:0::1") == ip("2001:db8::1") && string(ip("2001:DB8::1")) == "2001:db8::1"',
    'ip("10.0.0.1").family() == 4 && ip("::1").family() == 6',
    'cidr("10.1.2.3/8") == cidr("10.0.0.0/8") && string(cidr("10.1.2.3/8").masked()) == "10.0.0.0/8"',
    'cidr("10.0.0.0/8").prefixLength() == 8 && cidr("0.0.0.0/0").prefixLength() == 0',
    'cidr("10.0.0.0/8").ip() == ip("10.0.0.0")',
    'cidr("10.0.0.0/8").containsIP("10.9.9.9") && !cidr("10.0.0.0/8").containsIP(ip("11.0.0.0"))',
    'cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && !cidr("10.1.0.0/16").containsCIDR(cidr("10.0.0.0/8"))',
    '!cidr("0.0.0.0/0").containsIP("::1") && !cidr("::/0").containsCIDR("10.0.0.0/8")',
    'cidrsCover(["10.0.0.0/9", "10.128.0.0/9"], ["10.0.0.0/8"])',
    '!cidrsCover(["10.0.0.0/8"], ["10.0.0.0/8", "192.168.0.1"])',
    'cidrsCover(["10.0.0.0/8"], []) && !cidrsCover([], ["10.0.0.0/8"])',
    'cidrsCover(null, ["::/0"]) && !cidrsCover(["0.0.0.0/0"], null) && cidrsCover(["0.0.0.0/0", "::/0"], null)',
  ])('%s', (text) => {
    expect(ask(text)).toBe(true)
  })

  it.each([
    ['ip("10.0.0.256").family() == 4', 'ip() takes an address such as "10.0.0.1" or "2001:db8::1"'],
    ['cidr("10.0.0.1").prefixLength() == 8', 'cidr() takes a range such as "10.0.0.0/8" or "2001:db8::/32"'],
    ['cidr("10.0.0.0/8").containsIP("web")', 'ip() takes an address such as "10.0.0.1" or "2001:db8::1"'],
    ['cidrsCover(["10.0.0.0/8"], ["web"])', 'cidrsCover() takes two lists of CIDRs, or null for anyone'],
    ['cidrsCover("10.0.0.0/8", ["10.0.0.1"])', 'cidrsCover() takes two lists of CIDRs, or null for anyone'],
    ['cidrsCover([1], [])', 'cidrsCover() takes two lists of CIDRs, or null for anyone'],
  ])('%s is not known', (text, why) => {
    expect(ask(text)).toBe(why)
  })
})

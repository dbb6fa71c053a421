/** How Kubernetes wants names of one sort, in words; undefined when a text is one. */
export type NameRule = (text: string) => string | undefined

/** A label of the domain name system: what most parts of an object are named by. */
export const dnsLabel: NameRule = (text) =>
  text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text)
    ? undefined
    : 'at most 63 lower case letters, digits and "-", with a letter or digit at each end'

/** The same beginning with a letter, as the names of Services. */
export const dns1035Label: NameRule = (text) =>
  text.length <= 63 && /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/.test(text)
    ? undefined
    : 'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit'

/** A domain name: what most objects are named by. */
export const dnsSubdomain: NameRule = (text) =>
  text.length <= 253 && text.split('.').every((label) => /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(label))
    ? undefined
    : 'at most 253 lower case letters, digits, "-" and ".", with a letter or digit at the ends of each part'

/** A part of a URL's path: the names of roles. */
export const pathSegment: NameRule = (text) =>
  text !== '.' && text !== '..' && !/[/%]/.test(text)
    ? undefined
    : 'a text without "/" and "%", and not "." or ".."'

/** A name of a port, as IANA registers services. */
export const portName: NameRule = (text) =>
  text.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text)
    ? undefined
    : 'at most 15 lower case letters, digits and single "-" between them, with at least one letter'

/** The key of a label or an annotation: a name, after the domain of who gives it and a slash or alone. */
export const qualifiedName: NameRule = (text) => {
  const parts = text.split('/')
  const name = parts.pop() ?? ''
  const [domain, ...others] = parts
  const isName = name.length <= 63 && /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name)
  return isName && others.length === 0 && (domain === undefined || dnsSubdomain(domain) === undefined)
    ? undefined
    : 'a name of at most 63 letters, digits, "-", "_" and ".", with a domain and "/" before it or none'
}

/** The value of a label. */
export const labelValue: NameRule = (text) =>
  text === '' || (text.length <= 63 && /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text))
    ? undefined
    : 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at each end'

/** A host that an Ingress may have: a domain name, or one with `*` for its first part. */
export const ingressHost: NameRule = (text) =>
  dnsSubdomain(text.replace(/^\*\./, '')) === undefined && !/^\d+(?:\.\d+){3}$/.test(text)
    ? undefined
    : 'a domain name in lower case, or one whose first part is "*"'

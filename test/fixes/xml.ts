/** Lists of Amazon S3 whose elements stand beside each other, by the name of one: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html */
const lists: Readonly<Record<string, string>> = { Rule: 'Rules', Transition: 'Transitions' }
/** And lists that have an element around them. */
const wrapped = 'TagSet'

/** What is in the outermost element, as the SDK that wrote it was given it. */
export const fromXml = (text: string): unknown => valueOf(elements(text.replace(/^<\?[^>]*\?>\s*/, ''))[0]?.inner ?? '')

/** An answer in one element, its fields each in one. */
export const toXml = (name: string, answer: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${name}>${Object.entries(answer as object)
    .map(([field, value]) => `<${field}>${String(value)}</${field}>`)
    .join('')}</${name}>`

interface Element {
  readonly name: string
  readonly inner: string
}

function valueOf(inner: string): unknown {
  const all = elements(inner)
  if (all.length === 0) return /^\d+$/.test(inner) ? Number(inner) : inner
  const fields: Record<string, unknown> = {}
  // Each SDK has an order of its own, which says nothing.
  for (const { name, inner } of all.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const list = lists[name]
    if (list !== undefined) fields[list] = [...((fields[list] as unknown[] | undefined) ?? []), valueOf(inner)]
    else fields[name] = name === wrapped ? elements(inner).map((each) => valueOf(each.inner)) : valueOf(inner)
  }
  return fields
}

/** Of elements that have no other of their name in them, as those of S3. */
const elements = (text: string): readonly Element[] =>
  [...text.matchAll(/<(\w+)(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1>)/g)].map(([, name, inner = '']) => ({
    name: name!,
    inner,
  }))

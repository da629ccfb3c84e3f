const part = /"([^"]*)"|[^."]+/g

/** `a.b` → `a`, `b`; a key that holds dots stands in quotes: `metadata.annotations."example.com/scale"`. */
export const partsOfPath = (path: string): readonly string[] =>
  path.includes('"') ? [...path.matchAll(part)].map(([whole, quoted]) => quoted ?? whole) : path.split('.')

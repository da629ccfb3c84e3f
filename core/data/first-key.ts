/**
 * A key of the whole document whose record begins with one of these, told by the text alone: block or flow, after comments. What follows
 * at the margin is another key of the whole, and not in it.
 */
export function recordBeginning(key: string, names: readonly string[]): RegExp {
  const comment = '[ \\t]*(?:#.*)?'
  const block = `${comment}(?:[\\r\\n]${comment})*[\\r\\n][ \\t]+`
  const flow = `[ \\t]*\\{(?:\\s|#.*[\\r\\n])*`
  return new RegExp(`^${key}:(?:${flow}|${block})(?:${names.join('|')})\\s*:`, 'm')
}

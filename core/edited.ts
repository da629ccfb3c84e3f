/** The one stretch in which two texts differ: from `from` to `before` in the first, to `after` in the second. UTF-16 offsets. */
export interface Edited {
  readonly from: number
  readonly before: number
  readonly after: number
}

/** Compared as slices, which is done many units at a time. */
const chunk = 1024

export function editedIn(before: string, after: string): Edited {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from + chunk <= shorter && before.slice(from, from + chunk) === after.slice(from, from + chunk)) from += chunk
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  const most = shorter - from
  const tail = (text: string, end: number) => text.slice(text.length - end - chunk, text.length - end)
  let end = 0
  while (end + chunk <= most && tail(before, end) === tail(after, end)) end += chunk
  while (end < most && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++
  return { from, before: before.length - end, after: after.length - end }
}

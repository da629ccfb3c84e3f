// What became of the requests: a line for each field that differs, so that nothing else can have changed unseen.
import type { Arrived } from './provider-server.ts'

export function changesOf(before: readonly Arrived[], after: readonly Arrived[]): string[] {
  const routes = [...new Set([...before, ...after].map(({ route }) => route))]
  const counts = routes.flatMap((route) => {
    const [was, is] = [before, after].map((all) => all.filter((each) => each.route === route).length)
    return was === is ? [] : [`${route}: ${was} → ${is} requests`]
  })
  const fields = after.flatMap((request, i) => {
    const earlier = before[i]?.route === request.route ? before[i] : undefined
    if (!earlier && before.some(({ route }) => route === request.route)) return []
    const [was, is] = [earlier ? flat(earlier) : new Map<string, string>(), flat(request)]
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((path) => was.get(path) !== is.get(path))
      .map((path) => `${i + 1} ${path}: ${was.get(path) ?? 'nothing'} → ${is.get(path) ?? 'nothing'}`)
  })
  return [...counts, ...fields]
}

const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/

/** Leaves by their path; long texts by their length, times and what is made up for each request by their place. */
function flat({ body, model, bucket }: Arrived): Map<string, string> {
  const leaves = new Map<string, string>()
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`)
    else if (typeof value === 'string' && value.length > 60) leaves.set(path, `a text of ${value.length} characters`)
    else
      leaves.set(
        path,
        JSON.stringify(value)
          .replace(/\d{4}-\d\d-\d\d [\d:.]+\d/, '<time>')
          .replace(uuid, '<id>'),
      )
  }
  visit(body, '')
  if (model !== undefined) leaves.set('model', model)
  if (bucket !== undefined) leaves.set('bucket', bucket)
  return leaves
}

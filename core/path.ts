// Paths here use `/`: the edges turn Windows paths and URIs into that form once.

/** Configurations that are written as JSON are not read as any JSON. */
const twofold = /\.(tf|tofu|tfvars)\.json$/i

/** Of files in HCL only those that are called so are read by themselves. */
const named = /^terragrunt(?:(?:\.stack)?\.hcl|\.hcl\.json)$/i

/** `.py`; empty where the name has none. Lower case, so that `MAIN.TF` is read too; `.tf.json` is one. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const whole = named.exec(name)?.[0]
  if (whole !== undefined) return `.${whole.toLowerCase()}`
  const dot = twofold.exec(name)?.index ?? name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** Without the trailing slash; empty for a file at the root. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

/** Of a file, from the outermost of the folders it is in: what is above a project says nothing of it. Its name alone where it is in none. */
export function pathIn(folders: readonly string[], file: string): string {
  const above = folders.filter((folder) => file.startsWith(`${folder}/`)).map((folder) => folder.length)
  return above.length > 0 ? file.slice(Math.min(...above) + 1) : file.slice(file.lastIndexOf('/') + 1)
}

/** A relative path from a folder, `..` taken; it may lead above the start of a relative folder, never of a URI or an absolute path. */
export function joinPath(folder: string, relative: string): string {
  const start = /^(?:[a-z][a-z0-9+.-]+:\/\/[^/]*|[a-z]:)?\/?/i.exec(folder)?.[0] ?? ''
  const parts = folder.slice(start.length).split('/').filter(Boolean)
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (start === '') parts.push(part)
  }
  const path = parts.join('/')
  return path === '' || start === '' || start.endsWith('/') ? start + path : `${start}/${path}`
}

/** From one folder to another: `.`, `../../modules/web`, `modules/web`. */
export function relativePath(from: string, to: string): string {
  const [a, b] = [from.split('/').filter(Boolean), to.split('/').filter(Boolean)]
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.'
}

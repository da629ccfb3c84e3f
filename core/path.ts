// Paths here use `/`: the edges turn Windows paths and URIs into that form once.

/** Configurations that are written as JSON are not read as any JSON. */
const twofold = /\.(tf|tofu|tfvars)\.json$/i

/** `.py`; empty where the name has none. Lower case, so that `MAIN.TF` is read too; `.tf.json` is one. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const dot = twofold.exec(name)?.index ?? name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** Without the trailing slash; empty for a file at the root. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

/** A path relative to a folder, with `.` and `..` worked out; begins with `..` where it leaves the root. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

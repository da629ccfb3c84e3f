// Paths here use `/`: the edges turn Windows paths and URIs into that form once.

/** `.py`; empty where the name has none. Lower case, so that `MAIN.TF` is read too. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** Without the trailing slash; empty for a file at the root. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

import picomatch from 'picomatch'

// Paths here are absolute, or URIs; both are compared with `/` only. A Windows drive letter has no case.

export function normalise(path: string): string {
  if (isUri(path)) return path
  return path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase())
}

const isUri = (path: string) => /^[a-z][a-z0-9+.-]+:\/\//i.test(path)

/** The folder a path is in, without a trailing slash except for a root; undefined above a root. */
export function folderOf(path: string): string | undefined {
  const root = /^(?:[a-z][a-z0-9+.-]+:\/\/[^/]*\/?|[a-z]:\/|\/)/i.exec(path)?.[0] ?? ''
  if (path.length <= root.length) return undefined
  const slash = path.lastIndexOf('/')
  return slash < root.length ? root : path.slice(0, slash)
}

export function join(folder: string, relative: string): string {
  if (/^(?:\/|[a-z]:\/|[a-z][a-z0-9+.-]+:\/\/)/i.test(relative)) return normalise(relative)
  const root = /^(?:[a-z][a-z0-9+.-]+:\/\/[^/]*\/?|[a-z]:\/|\/)/i.exec(folder)?.[0] ?? ''
  const parts = folder.slice(root.length).split('/').filter(Boolean)
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return (root === '' || root.endsWith('/') ? root : `${root}/`) + parts.join('/')
}

/** The path below a folder, decoded where it is a URI; undefined for a path that is not below it. */
export function below(folder: string, path: string): string | undefined {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`
  if (!path.startsWith(prefix)) return undefined
  const rest = path.slice(prefix.length)
  return isUri(path) ? decode(rest) : rest
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/**
 * A list of globs as one question. A glob without a slash matches at any depth, one that names a folder matches all in
 * it, and `!` takes back what an earlier one matched. A backslash is a Windows separator, except before a bracket or `!`, `+`, `@`,
 * where it takes that character's meaning away.
 */
export function matcher(globs: readonly string[]): (relative: string, before?: boolean) => boolean {
  const tests = globs.map((glob) => {
    const taken = !glob.startsWith('!')
    return { taken, test: matchGlob(taken ? glob : glob.slice(1)) }
  })
  return (relative, before = false) =>
    tests.reduce((matched, { taken, test }) => (test(relative) ? taken : matched), before)
}

export function matchGlob(glob: string): (relative: string) => boolean {
  const plain = glob
    .replace(/\\(?![[\](){}!+@])/g, '/')
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
  const rooted = plain.includes('/') || glob.startsWith('/') || glob.startsWith('./') ? plain : `**/${plain}`
  return picomatch([rooted, `${rooted}/**`], { dot: true, windows: false })
}

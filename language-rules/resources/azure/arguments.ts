// The parameters of a request to Azure, as its SDKs take them.

/** A name as Python and as JavaScript write it, below each of the places where the parameters may be: by name, or by their position. */
export const among =
  (parameters: readonly string[], below = '') =>
  (name: string): string => {
    const path = `${below}${name}`
    const web = path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    return parameters.flatMap((at) => [...new Set([`${at}.${path}`, `${at}.${web}`])]).join('|')
  }

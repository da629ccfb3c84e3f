import type { BaseOf } from '../protocol.ts'

/** What files are compared with: `main`; where repositories have others, of each `api: main, web: master`. */
export const namesOf = (bases: readonly BaseOf[]): string => told(bases, ({ name }) => name)

/** The commits that those names are of now, as git shortens them. */
export const commitsOf = (bases: readonly BaseOf[]): string => told(bases, ({ commit }) => commit.slice(0, 7))

/** A folder's own name. */
export const folderName = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1)

function told(bases: readonly BaseOf[], tell: (base: BaseOf) => string): string {
  const different = new Set(bases.map(tell))
  if (different.size <= 1) return [...different].join('')
  return bases.map((base) => `${folderName(base.root)}: ${tell(base)}`).join(', ')
}

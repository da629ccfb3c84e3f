import type { CostedSite } from './types.ts'

/** What resources were read from together. */
export interface Input {
  /** Folder of the root. */
  readonly root: string
  /** Variable files that were used, in the order they were read. */
  readonly varFiles: readonly string[]
  readonly workspace: string | undefined
  readonly plan: string | undefined
}

/** Each root once. */
export function inputsOf(sites: readonly CostedSite[]): readonly Input[] {
  const found = sites.flatMap(({ site }) => (site.kind === 'resource' && site.readFrom ? [site.readFrom] : []))
  return [...new Map(found.map((input) => [input.root, input])).values()]
}

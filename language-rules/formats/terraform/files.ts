import type { RootFiles } from '../../../core/format.ts'
import { joinPath } from '../../../core/path.ts'
import type { Scope } from './evaluate.ts'

/** Files by the path Terraform is given, which is relative to the root's folder. Outside of the project none can be read. */
export function readBeside({ module }: Scope): RootFiles | undefined {
  const { folder, options } = module.world
  const { files } = options
  if (files === undefined) return undefined
  const { surroundings } = module
  if (surroundings) {
    const { place } = surroundings
    return { text: (path) => files.text(place(path)), under: (path, depth) => files.under?.(place(path), depth) }
  }
  const place = (path: string) => (/^([/~]|[A-Za-z]:)/.test(path) ? undefined : joinPath(folder, path))
  return {
    text(path) {
      const file = place(path)
      return file === undefined || file.startsWith('..') ? undefined : files.text(file)
    },
    under(path, depth) {
      const inner = place(path)
      return inner === undefined || inner.startsWith('..') ? undefined : files.under?.(inner, depth)
    },
  }
}

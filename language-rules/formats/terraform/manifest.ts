import { joinPath } from '../../../core/path.ts'
import type { World } from './module.ts'

/** Where `terraform init` notes what it downloaded, below a root. */
export const manifestPath = '.terraform/modules/modules.json'

const read = new WeakMap<World, ReadonlyMap<string, string>>()

/** Folders of the modules that `terraform init` found, by call: `vpc`, `vpc.endpoints`. Empty where it was not run. */
export function manifestOf(world: World): ReadonlyMap<string, string> {
  const before = read.get(world)
  if (before !== undefined) return before
  const made = parseManifest(world.folder, world.options.files?.text(joinPath(world.folder, manifestPath)))
  read.set(world, made)
  return made
}

export function parseManifest(root: string, text: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (text === undefined) return found
  for (const entry of modulesIn(text)) {
    if (typeof entry !== 'object' || entry === null) continue
    const { Key: key, Dir: folder } = entry as { readonly Key?: unknown; readonly Dir?: unknown }
    if (typeof key !== 'string' || typeof folder !== 'string' || key === '') continue
    found.set(key, joinPath(root, folder.replaceAll('\\', '/')))
  }
  return found
}

function modulesIn(text: string): readonly unknown[] {
  try {
    const { Modules: modules } = JSON.parse(text) as { readonly Modules?: unknown }
    return Array.isArray(modules) ? modules : []
  } catch (error) {
    // A manifest that is half written names nothing.
    if (error instanceof SyntaxError || error instanceof TypeError) return []
    throw error
  }
}

import type { Cloud } from './types.ts'

/** By what a resource type of a cloud's own provider begins with. */
export const typePrefixes: readonly (readonly [prefix: string, cloud: Cloud])[] = [
  ['aws_', 'aws'],
  ['google_', 'gcp'],
  ['azurerm_', 'azure'],
]

/** `aws_instance` → `aws`; undefined where none of the three clouds bills it. */
export const cloudOfType = (type: string): Cloud | undefined =>
  typePrefixes.find(([prefix]) => type.startsWith(prefix))?.[1]

const clouds: readonly string[] = typePrefixes.map(([, cloud]) => cloud)

/** One of the three: it has fixed machine types in fixed regions. */
export const isCloud = (name: string): name is Cloud => clouds.includes(name)

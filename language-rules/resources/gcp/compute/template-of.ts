import type { Block } from '../../../../core/format.ts'

/** The template that the expression at a path refers to, of one region or of none. */
export const templateOf = (block: Block, path: string): Block | undefined =>
  block.target(path, 'google_compute_instance_template') ??
  block.target(path, 'google_compute_region_instance_template')

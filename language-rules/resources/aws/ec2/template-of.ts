// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template
import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { valueOf } from '../../../../core/known.ts'
import type { Launchers } from './launch.ts'

/** Whether a launch refers to one at all, and the one it refers to where that is in the same root. */
export interface LaunchReference {
  readonly isWritten: boolean
  readonly block: Block | undefined
}

const isThere = (block: Block, path: string) => !isUnwritten(block.fact(path))

/** The block of that type an attribute refers to, or whose name it writes. */
function follow(block: Block, path: string, type: string): Block | undefined {
  const target = block.target(path, type)
  if (target !== undefined) return target
  const name = valueOf(block.fact(path))
  return name === undefined ? undefined : block.ofType(type).find((other) => valueOf(other.fact('name')) === name)
}

/** What the block writes itself goes before its template. */
export const launchersOf = (block: Block, { isWritten, block: template }: LaunchReference): Launchers => ({
  blocks: template === undefined ? [block] : [block, template],
  isOpen: isWritten && template === undefined,
})

/** A block that says nothing of the machine itself. */
export const launchersIn = ({ isWritten, block }: LaunchReference): Launchers => ({
  blocks: block === undefined ? [] : [block],
  isOpen: isWritten && block === undefined,
})

/** @param paths attributes that name a launch template by id or by name */
export function templateOf(block: Block, paths: readonly string[]): LaunchReference {
  const found = paths.map((path) => follow(block, path, 'aws_launch_template')).find((each) => each !== undefined)
  return { isWritten: found !== undefined || paths.some((path) => isThere(block, path)), block: found }
}

export function configurationOf(block: Block): LaunchReference {
  const found = follow(block, 'launch_configuration', 'aws_launch_configuration')
  return { isWritten: found !== undefined || isThere(block, 'launch_configuration'), block: found }
}

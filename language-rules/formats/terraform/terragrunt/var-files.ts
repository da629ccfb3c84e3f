// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#terraform
import { type Document, fileDocument } from '../../../../core/document.ts'
import { valueOf } from '../../../../core/known.ts'
import { blocksIn, isVariableFile } from '../declarations.ts'
import { isList } from '../value.ts'
import { attributeOf, type Config } from './config.ts'
import { includesOf } from './includes.ts'
import { placed } from './paths.ts'

/** The variable files that `extra_arguments` hand to Terraform, in order, as far as they are there. */
export function varFilesOf(config: Config): readonly Document[] {
  const included = includesOf(config).flatMap((each) => (each.config && each.merge !== 'no_merge' ? [each.config] : []))
  const { files } = config.unit.world.options
  const names = [...included, config].flatMap((from) =>
    blocksIn(from.items, 'terraform')
      .flatMap(({ items }) => blocksIn(items, 'extra_arguments'))
      .flatMap(({ items }) => [
        ...textsIn(from, items, 'arguments').flatMap((text) => /^-var-file=(.+)$/.exec(text)?.[1] ?? []),
        ...textsIn(from, items, 'required_var_files'),
        ...textsIn(from, items, 'optional_var_files'),
      ]),
  )
  return names.flatMap((name) => {
    const file = placed(name, config.from)
    const text = isVariableFile(file) ? files?.text(file) : undefined
    return text === undefined ? [] : [fileDocument(file, 'terraform', text)]
  })
}

function textsIn(config: Config, items: Parameters<typeof attributeOf>[1], name: string): readonly string[] {
  const value = attributeOf(config, items, name)
  const all = value && valueOf(value)
  if (all === undefined || all === null || !isList(all)) return []
  return all.items.flatMap((item) => {
    const text = valueOf(item)
    return typeof text === 'string' ? [text] : []
  })
}

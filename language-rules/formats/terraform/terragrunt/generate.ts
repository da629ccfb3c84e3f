// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#generate
import { type Document, fileDocument } from '../../../../core/document.ts'
import { valueOf } from '../../../../core/known.ts'
import type { Location } from '../../../../core/types.ts'
import { attributeIn, blocksIn } from '../declarations.ts'
import { evaluate, plainScope, type Scope } from '../evaluate.ts'
import type { BlockNode, Expression } from '../hcl/ast.ts'
import { toText } from '../value.ts'
import { type Config, placeIn, say, textOf } from './config.ts'
import { includesOf } from './includes.ts'

/** The files that a unit writes beside its module's. @param folder where they are written */
export function generatedIn(config: Config, folder: string, there: readonly Document[]): readonly Document[] {
  const blocks = new Map<string, { readonly from: Config; readonly block: BlockNode; readonly at: Location }>()
  const included = includesOf(config).flatMap((each) => (each.config && each.merge !== 'no_merge' ? [each] : []))
  for (const from of [...included.map((each) => each.config!), config])
    for (const block of blocksIn(from.items, 'generate'))
      blocks.set(block.labels[0]?.text ?? '', { from, block, at: placeIn(from, block) })
  return [...blocks.values()].flatMap(({ from, block, at }) => {
    const path = textOf(from, block.items, 'path')
    if (path === undefined || !/\.(tf|tofu|tfvars)(\.json)?$/.test(path) || isTrue(from, block, 'disable')) return []
    const name = path.slice(path.lastIndexOf('/') + 1)
    const isThere = there.some(({ file }) => file.slice(file.lastIndexOf('/') + 1) === name)
    if (isThere && textOf(from, block.items, 'if_exists') === 'skip') return []
    const contents = contentsOf(from, block)
    if (contents !== undefined) return [{ ...fileDocument(joined(folder, name), 'terraform', contents), place: at }]
    say(
      config.unit,
      at,
      `What "${block.labels[0]?.text ?? ''}" generates cannot be worked out: a region it sets is not known.`,
    )
    return []
  })
}

const joined = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)

const isTrue = (config: Config, block: BlockNode, name: string) => {
  const written = attributeIn(block.items, name)
  return written !== undefined && valueOf(evaluate(written.value, plainScope(config.module, config.document))) === true
}

function contentsOf(config: Config, block: BlockNode): string | undefined {
  const written = attributeIn(block.items, 'contents')?.value
  return written && render(written, plainScope(config.module, config.document))
}

/** As text; a part that is not known becomes an expression that is not known, so that it hides nothing else. */
function render(expression: Expression, scope: Scope): string | undefined {
  const whole = valueOf(evaluate(expression, scope))
  if (whole !== undefined) return toText(whole)
  if (expression.is !== 'template') return undefined
  let text = ''
  for (const part of expression.parts) {
    if (part.is === 'text') {
      text += part.text
      continue
    }
    const one = part.is === 'interpolation' ? part.value : ({ ...expression, parts: [part] } as const)
    const value = valueOf(evaluate(one, scope))
    const known = value === undefined ? undefined : toText(value)
    const isQuoted = (text.slice(text.lastIndexOf('\n') + 1).split('"').length - 1) % 2 === 1
    text += known ?? (isQuoted ? `\${${open}}` : open)
  }
  return text
}

/** Names nothing. */
const open = 'terragrunt.unknown'

import { locate } from '../../../core/document.ts'
import type { Block, FormatEngine } from '../../../core/format.ts'
import { known } from '../../../core/known.ts'
import type { Known, Problem } from '../../../core/types.ts'
import { readBody, sourceOf } from './body.ts'
import type { Scope } from './evaluate.ts'
import type { BlockNode } from './hcl/ast.ts'
import { countOf, instanceScopes, resourceScope } from './instances.ts'
import { expressionAt, referencesIn } from './references.ts'
import { regionOf } from './region.ts'
import { addressOf, type In, placeOf, type Root, rootOf } from './root.ts'
import { tagsOf } from './tags.ts'

/** Evaluates the files of one directory together: every `resource` block is a `Block`. */
export const engine: FormatEngine = {
  evaluate(documents, options) {
    const root = rootOf(documents, options.files)
    const blocks: Block[] = []
    const references = root.resources.map(({ node }) => once(() => referencesIn(node.items, root)))
    const referring = (address: string, type: string) =>
      blocks.filter((block, i) => block.type === type && references[i]!().has(address))
    const ofType = (type: string) => blocks.filter((block) => block.type === type)
    const keys = uniqueKeys(root.resources)
    root.resources.forEach((resource, i) => {
      const address = addressOf(resource.node)
      const shared = { referredBy: (type: string) => referring(address, type), ofType }
      const make = (scope: Scope, count: Known<number>, index: string): Omit<Block, 'instances'> => ({
        ...readBody(resource.node.items, scope, count),
        target: (path, type) => {
          const expression = expressionAt(resource.node.items, path.split('.'))
          const addresses = expression === undefined ? [] : [...referencesIn([expression], root)]
          return blocks.find((block) => addresses.includes(block.address) && (type ?? block.type) === block.type)
        },
        type: resource.node.labels[0]!.text,
        name: resource.node.labels[1]!.text,
        address: address + index,
        key: keys[i]! + index,
        location: placeOf(resource),
        source: sourceOf(resource.node, scope),
        region: regionOf(resource, scope, options.region),
        tags: tagsOf(resource, scope),
        module: undefined,
        ...shared,
      })
      const one = known(1, placeOf(resource))
      blocks.push({
        ...make(resourceScope(resource, root), countOf(resource, root), ''),
        instances: () =>
          instanceScopes(resource, root).map(([index, scope]) => ({ ...make(scope, one, index), instances: () => [] })),
      })
    })
    return { blocks, problems: problemsOf(root) }
  },
}

/** The address; an ordinal where one file writes it twice. */
function uniqueKeys(resources: readonly In<BlockNode>[]): readonly string[] {
  const seen = new Map<string, number>()
  return resources.map(({ document, node }) => {
    const address = addressOf(node)
    const before = seen.get(`${document.file} ${address}`) ?? 0
    seen.set(`${document.file} ${address}`, before + 1)
    return before === 0 ? address : `${address}#${before + 1}`
  })
}

function problemsOf(root: Root): readonly Problem[] {
  return root.files.flatMap(({ document, node }) =>
    node.problems.map(({ message, span }) => ({ file: document.file, location: locate(document, span), message })),
  )
}

function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: work() }
    return result.value
  }
}

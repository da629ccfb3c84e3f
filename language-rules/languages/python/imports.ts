import type { ModuleBuilder } from '../lowering/builder.ts'
import { byComma, type Node } from './tree.ts'

export function importStatement(builder: ModuleBuilder, node: Node): void {
  const at = node.kids.findIndex((kid) => kid.name === 'import')
  const source = node.kids[0]?.name === 'from' ? written(builder, node.kids.slice(1, at)) : undefined
  const names = node.kids.slice(at + 1).filter((kid) => kid.name !== '(' && kid.name !== ')')
  for (const group of byComma(names)) {
    const as = group.findIndex((kid) => kid.name === 'as')
    const name = written(builder, as < 0 ? group : group.slice(0, as))
    const alias = as < 0 ? undefined : written(builder, group.slice(as + 1))
    const span = [group[0]!.from, group.at(-1)!.to] as const
    const { scope } = builder
    if (source !== undefined) builder.imports.push({ module: source, name, local: alias ?? name, scope, span })
    else {
      // `import a.b` makes the name `a`; only `import a.b as c` names the inner module.
      const module = alias === undefined ? name.split('.')[0]! : name
      builder.imports.push({ module, name: '*', local: alias ?? module, scope, span })
    }
  }
}

const written = (builder: ModuleBuilder, kids: readonly Node[]): string =>
  kids.map((kid) => builder.text.slice(kid.from, kid.to).replace(/\s/g, '')).join('')

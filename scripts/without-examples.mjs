// What is shipped has no examples: they are tests and documentation.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import typescript from 'typescript'

/** Files of nothing but examples are dropped where nothing else asks for them; in others the list is empty. */
export const withoutExamples = {
  name: 'without-examples',
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/.*examples.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      sideEffects: false,
    }))
    builder.onLoad({ filter: /[\\/](language-rules|core|billing)[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      return text.includes('\nexport const examples') ? { contents: emptied(path, text), loader: 'ts' } : undefined
    })
  },
}

function emptied(path, text) {
  const { statements } = typescript.createSourceFile(path, text, typescript.ScriptTarget.ES2022)
  const declared = statements.flatMap((one) =>
    typescript.isVariableStatement(one) ? one.declarationList.declarations : [],
  )
  const list = declared.find(({ name, initializer }) => initializer && name.text === 'examples')
  return list ? `${text.slice(0, list.initializer.pos)} []${text.slice(list.initializer.end)}` : text
}

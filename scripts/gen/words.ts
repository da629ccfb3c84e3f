import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Every sentence the extension says through `vscode.l10n.t`, for whoever translates it: `l10n/bundle.l10n.json`. */
export function wordsBundle(root: string): string {
  const files = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const said = files.flatMap((name) => sentencesIn(readFileSync(join(root, 'extension', name), 'utf8')))
  const sorted = [...new Set(said)].sort()
  return `${JSON.stringify(Object.fromEntries(sorted.map((sentence) => [sentence, sentence])), undefined, 2)}\n`
}

function sentencesIn(text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [first] = node.arguments
      if (first && ts.isStringLiteralLike(first)) found.push(first.text)
    }
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

// The texts that VS Code translates; `npm run gen` writes them to l10n/bundle.l10n.json.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A string that VS Code translates, and where it stands. */
export interface Said {
  readonly text: string
  readonly at: string
}

function* sources(folder: string): Iterable<string> {
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name)
    if (statSync(file).isDirectory()) yield* sources(file)
    else if (name.endsWith('.ts') && !name.endsWith('.test.ts')) yield file
  }
}

const isT = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText() === 'vscode.l10n.t'

/** Parts of what users see that VS Code takes as plain text. */
const shown = new Set(['title', 'prompt', 'placeHolder', 'label', 'description', 'detail', 'tooltip', 'name', 'text'])
const shownBy = /\.show(Information|Warning|Error)Message$|\.createWebviewPanel$|\.CodeAction$|\.CodeLens$/

/** The same in every language. */
const names = new Set(['HEAD', 'Markdown'])

/** A word or more; `$(pulse)`, an id and a separator are none. */
const isWords = (text: string) => {
  const bare = text.replace(/\$\([\w-]+\)/g, '').trim()
  return !names.has(bare) && /[A-Za-z]{2,}/.test(bare) && /\s|^[A-Z][a-z]/.test(bare)
}

/** What extension/ says: what is translated, and what would be shown as it stands. */
export function saidIn(root: string): { readonly said: readonly Said[]; readonly bare: readonly Said[] } {
  const [said, bare]: [Said[], Said[]] = [[], []]
  for (const file of sources(join(root, 'extension'))) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const at = (node: ts.Node) =>
      `${file.slice(root.length + 1)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
    const note = (node: ts.Node | undefined) => {
      if (node && ts.isStringLiteralLike(node) && isWords(node.text)) bare.push({ text: node.text, at: at(node) })
      else if (
        node &&
        ts.isTemplateExpression(node) &&
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].some(({ text }) => isWords(text))
      )
        bare.push({ text: node.getText(), at: at(node) })
    }
    const visit = (node: ts.Node): void => {
      if (isT(node)) {
        const [first] = node.arguments
        if (first && ts.isStringLiteralLike(first)) said.push({ text: first.text, at: at(first) })
        else bare.push({ text: node.getText(), at: at(node) })
      } else if (
        (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
        shownBy.test(`.${node.expression.getText()}`)
      )
        for (const argument of node.arguments?.slice(node.expression.getText().endsWith('Panel') ? 1 : 0) ?? [])
          note(argument)
      else if (ts.isPropertyAssignment(node) && shown.has(node.name.getText())) note(node.initializer)
      else if (
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isPropertyAccessExpression(node.left) &&
        shown.has(node.left.name.text)
      )
        note(node.right)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { said, bare }
}

/** The file that translators take: each string once, as it is said in English. */
export function l10nBundle(root: string): string {
  const texts = [...new Set(saidIn(root).said.map(({ text }) => text))].sort()
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/** What stands for a translation: longer, accented, with the placeholders, links, code and settings as they were. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\d+\}|\]\([^)]*\)|`[^`]*`|#[\w.]+#|\$\([\w-]+\))/)
  const turned = parts.map((part, i) =>
    i % 2 === 1 ? part : part.replace(/[aeiouAEIOU]/g, (letter) => accents[letter]!),
  )
  return `［${turned.join('')}～～］`
}

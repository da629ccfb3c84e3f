import ts from 'typescript'
import { finish, moduleBuilder, report } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { commentsOf } from './comments.ts'
import { statements } from './statements.ts'

export const lower = guarded('typescript', (text, name) => {
  const builder = moduleBuilder('typescript', text)
  const file = parse(text, name)
  for (const { start, length, messageText } of diagnosticsOf(file)) {
    report(builder, [start, start + length], ts.flattenDiagnosticMessageText(messageText, ' '))
  }
  builder.comments.push(...commentsOf(file))
  statements({ builder, file }, file.statements)
  return finish(builder)
})

/** Without a name, a text that is no TypeScript is tried as TSX: `<T>x` is a cast in one and a tag in the other. */
function parse(text: string, name: string | undefined): ts.SourceFile {
  if (name !== undefined) return parseAs(text, kindOf(name))
  const plain = parseAs(text, ts.ScriptKind.TS)
  if (diagnosticsOf(plain).length === 0) return plain
  const tsx = parseAs(text, ts.ScriptKind.TSX)
  return diagnosticsOf(tsx).length < diagnosticsOf(plain).length ? tsx : plain
}

const options: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

/** Nodes get their parents, which parameter properties and decorators are told by. */
const parseAs = (text: string, kind: ts.ScriptKind): ts.SourceFile =>
  ts.createSourceFile('module.ts', text, options, true, kind)

function kindOf(name: string): ts.ScriptKind {
  if (/\.[cm]?jsx?$/i.test(name)) return ts.ScriptKind.JSX
  return /\.tsx$/i.test(name) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
}

/** What the parser itself found: public in no type, kept by every version since 1.x. */
function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (
    (file as ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ??
    []
  )
}

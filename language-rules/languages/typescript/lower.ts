import ts from 'typescript'
import type { Module } from '../../../core/module.ts'
import { finish, moduleBuilder, report } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { type Edited, editedIn, type Piece, piece, takeOver } from '../lowering/pieces.ts'
import { shallow } from '../lowering/shallow.ts'
import { commentsIn } from './comments.ts'
import { statement } from './statements.ts'
import type { Walk } from './walk.ts'

export const lower = guarded(
  'typescript',
  (text, name) => lowerFile(parse(text, name)).module,
  editing,
  (text) => shallow(text, token),
)

/** Templates are left out, for there is code in them. */
const token =
  /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?|[([{]|[)\]}]/g

/** A file as it was read, for the next edit of it. */
interface Kept {
  readonly module: Module
  readonly file: ts.SourceFile
  readonly text: string
  readonly name: string | undefined
  /** Statements without a mistake, by where they stand. */
  readonly placed: ReadonlyMap<number, Placed>
}

interface Placed {
  readonly kind: ts.SyntaxKind
  readonly end: number
  readonly piece: Piece
}

function editing(): (text: string, name?: string) => Module {
  let kept: Kept | undefined
  return (text, name) => {
    const before = kept?.name === name ? kept : undefined
    kept = undefined
    const edited = before && editedIn(before.text, text)
    const file =
      before && edited && name !== undefined ? parseAgain(before.file, text, name, edited) : parse(text, name)
    const { module, placed } = lowerFile(file, before, edited)
    kept = { module, placed, file, text, name }
    return module
  }
}

/** How the parser goes on after a mistake depends on what it has read so far: only a sound text is read in parts. */
function parseAgain(file: ts.SourceFile, text: string, name: string, { from, before, after }: Edited): ts.SourceFile {
  if (diagnosticsOf(file).length > 0) return parse(text, name)
  const change = ts.createTextChangeRange({ start: from, length: before - from }, after - from)
  const again = ts.updateSourceFile(file, text, change)
  return diagnosticsOf(again).length > 0 ? parse(text, name) : again
}

function lowerFile(
  file: ts.SourceFile,
  before?: Pick<Kept, 'placed'>,
  edited?: Edited,
): Pick<Kept, 'module' | 'placed'> {
  const builder = moduleBuilder('typescript', file.text)
  const mistakes = diagnosticsOf(file)
  for (const { start, length, messageText } of mistakes) {
    report(builder, [start, start + length], ts.flattenDiagnosticMessageText(messageText, ' '))
  }
  const placed = new Map<number, Placed>()
  for (const node of file.statements) {
    const { pos, end, kind } = node
    const sound = !mistakes.some(({ start, length }) => start <= end && pos <= start + length)
    const old = before && edited && sound ? leftAlone(before.placed, edited, node) : undefined
    if (old) takeOver(builder, old, pos)
    const made = old ?? piece(builder, pos, () => lowerTop({ builder, file }, node))
    if (sound) placed.set(pos, { kind, end, piece: made })
  }
  builder.comments.push(...commentsIn(file, file.endOfFileToken))
  return { module: finish(builder), placed }
}

/** The statement as it was, where it stands clear of the edit. */
function leftAlone(
  placed: Kept['placed'],
  { from, before, after }: Edited,
  { pos, end, kind }: ts.Node,
): Piece | undefined {
  const moved = after - before
  const back = pos > after ? moved : end < from ? 0 : undefined
  if (back === undefined) return undefined
  const there = placed.get(pos - back)
  return there && there.kind === kind && there.end === end - back ? there.piece : undefined
}

function lowerTop(walk: Walk, node: ts.Statement): void {
  walk.builder.comments.push(...commentsIn(walk.file, node))
  statement(walk, node)
}

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

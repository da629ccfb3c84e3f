import ts from 'typescript'
import { type Edited, editedIn } from '../../../core/edited.ts'
import type { Comment, Module } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { finish, moduleBuilder, report } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { holdingPast, type Piece, piece, takeOver } from '../lowering/pieces.ts'
import { shallow } from '../lowering/shallow.ts'
import { commentsIn } from './comments.ts'
import { has } from './functions.ts'
import { statement } from './statements.ts'
import type { Walk } from './walk.ts'

export const lower = guarded(
  'typescript',
  (text, name, cells) => (cells ? lowerCells(text, cells) : whole(parse(text, name), name).module),
  editing,
  (text) => shallow(text, token),
)

/** Templates are left out, for there is code in them. */
const token =
  /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?|[([{]|[)\]}]/g

/** A file as it was read, for the next edit of it. */
interface Kept {
  readonly module: Module
  readonly text: string
  readonly name: string | undefined
  readonly tops: readonly Placed[]
  readonly mistakes: readonly Mistake[]
  /** Comments after the last statement. */
  readonly tail: readonly Comment[]
  readonly isModule: boolean
}

/** A statement of the file itself: it begins where the one before it ends. */
interface Placed {
  readonly kind: ts.SyntaxKind
  readonly pos: number
  readonly end: number
  readonly piece: Piece
  readonly sound: boolean
  /** It makes a module of its file. */
  readonly marks: boolean
}

interface Mistake {
  readonly span: Span
  readonly message: string
}

function editing(): (text: string, name?: string, cells?: readonly Span[]) => Module {
  let kept: Kept | undefined
  return (text, name, cells) => {
    if (cells) return lowerCells(text, cells)
    const before = kept?.name === name ? kept : undefined
    kept = undefined
    const edited = before && editedIn(before.text, text)
    kept = (before && edited && around(text, before, edited)) ?? whole(parse(text, name), name, before, edited)
    return kept.module
  }
}

function whole(file: ts.SourceFile, name: string | undefined, before?: Kept, edited?: Edited): Kept {
  const builder = moduleBuilder('typescript', file.text)
  const mistakes = mistakesIn(file)
  for (const { span, message } of mistakes) report(builder, span, message)
  const placed = new Map(before?.tops.map((top) => [top.pos, top]))
  const tops = file.statements.map((node): Placed => {
    const { pos, end, kind } = node
    const sound = isSound(node, mistakes)
    const old = edited && sound ? leftAlone(placed, edited, node) : undefined
    if (old) takeOver(builder, old, pos)
    const made = old ?? piece(builder, pos, () => lowerTop({ builder, file, held: undefined }, node))
    return { kind, pos, end, sound, marks: marksModule(node), piece: made }
  })
  holdingPast(builder, tops)
  const tail = commentsIn(file, file.endOfFileToken)
  builder.comments.push(...tail)
  return { module: finish(builder), text: file.text, name, tops, mistakes, tail, isModule: ts.isExternalModule(file) }
}

/** The cells of a notebook, each parsed by itself: what is left open in one ends with it. */
function lowerCells(text: string, cells: readonly Span[]): Module {
  const builder = moduleBuilder('typescript', text)
  for (const [start, end] of cells) {
    const file = parseAs(text.slice(start, end), ts.ScriptKind.TS)
    for (const { span, message } of mistakesIn(file)) report(builder, movedBy(span, start), message)
    for (const node of file.statements) {
      const part = moduleBuilder('typescript', file.text)
      const made = piece(part, node.pos, () => lowerTop({ builder: part, file, held: undefined }, node))
      takeOver(builder, made, node.pos + start)
    }
    for (const comment of commentsIn(file, file.endOfFileToken))
      builder.comments.push({ ...comment, span: movedBy(comment.span, start) })
  }
  return finish(builder)
}

/** Outside of functions, what a module may hold is read otherwise than in a script. */
const moduleMark = 'export {};'

/**
 * Only the statements around the edit are parsed, from the one before to the one after them; undefined where that one does not stand where
 * it did. So far the parser has then read what it reads in the whole text, and beyond is what it went on with before.
 */
function around(text: string, before: Kept, edited: Edited): Kept | undefined {
  const { tops, name, isModule } = before
  const by = edited.after - edited.before
  const touched = tops.findIndex((top) => top.end >= edited.from)
  const first = Math.max(0, (touched < 0 ? tops.length : touched) - 1)
  const next = tops.findIndex((top) => top.pos > edited.before)
  const ending = tops[next]
  const start = tops[first]?.pos
  if (tops.some((top, at) => top.pos !== (tops[at - 1]?.end ?? 0))) return undefined
  if (name === undefined || start === undefined || (start === 0 && text.startsWith('#!'))) return undefined
  const [oldEnd, end] = ending ? [ending.end, ending.end + by] : [before.text.length, text.length]
  const mistaken = before.mistakes.some(({ span }) => span[1] >= start && span[0] <= oldEnd)
  const now = text.slice(start, end)
  if (mistaken || now.includes('import.meta') || before.text.slice(start, oldEnd).includes('import.meta'))
    return undefined

  const lead = isModule ? moduleMark : ''
  const shift = start - lead.length
  const file = parseAs(lead + now, kindOf(name))
  const nodes = isModule ? file.statements.slice(1) : [...file.statements]
  const last = ending && nodes.pop()
  if (ending && !(last?.kind === ending.kind && last.pos + shift === ending.pos + by && last.end + shift === end))
    return undefined
  const found = mistakesIn(file)
  if (last && found.some(({ span }) => span[1] >= last.pos)) return undefined
  const [ahead, behind] = [tops.slice(0, first), ending ? tops.slice(next) : []]
  const marks = [...ahead, ...behind].some((top) => top.marks) || nodes.some(marksModule)
  if (marks !== isModule) return undefined

  const builder = moduleBuilder('typescript', text)
  const mistakes = [
    ...before.mistakes.filter(({ span }) => span[1] < start),
    ...found.map((each) => ({ ...each, span: movedBy(each.span, shift) })),
    ...before.mistakes
      .filter(({ span }) => span[0] > oldEnd)
      .map((each) => ({ ...each, span: movedBy(each.span, by) })),
  ]
  for (const { span, message } of mistakes) report(builder, span, message)
  const stands = (top: Placed, from: number): Placed => {
    takeOver(builder, top.piece, from)
    return from === top.pos ? top : { ...top, pos: from, end: top.end + from - top.pos }
  }
  const one = tops[first]!
  const read = (node: ts.Statement): Placed => {
    const same = one.end < edited.from && one.pos === node.pos + shift && one.end === node.end + shift
    if (same && one.kind === node.kind && isSound(node, found)) return stands(one, one.pos)
    const part = moduleBuilder('typescript', file.text)
    const made = piece(part, node.pos, () => lowerTop({ builder: part, file, held: undefined }, node))
    const { kind, pos, end } = node
    return stands({ kind, pos, end, sound: isSound(node, found), marks: marksModule(node), piece: made }, pos + shift)
  }
  const all = [
    ...ahead.map((top) => stands(top, top.pos)),
    ...nodes.map((node) => read(node)),
    ...behind.map((top) => stands(top, top.pos + by)),
  ]
  holdingPast(builder, all)
  const [after, far] = ending ? [before.tail, by] : [commentsIn(file, file.endOfFileToken), shift]
  const tail = after.map((comment) => ({ ...comment, span: movedBy(comment.span, far) }))
  builder.comments.push(...tail)
  return { module: finish(builder), text, name, tops: all, mistakes, tail, isModule }
}

const movedBy = ([from, to]: Span, by: number): Span => [from + by, to + by]

const isSound = ({ pos, end }: ts.Node, mistakes: readonly Mistake[]): boolean =>
  !mistakes.some(({ span }) => span[0] <= end && pos <= span[1])

/** As `isExternalModule` has it of a whole file, but for `import.meta`. */
const marksModule = (node: ts.Statement): boolean =>
  ts.isImportDeclaration(node) ||
  (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) ||
  ts.isExportAssignment(node) ||
  ts.isExportDeclaration(node) ||
  has(node, ts.SyntaxKind.ExportKeyword)

/** The statement as it was, where it stands clear of the edit. */
function leftAlone(
  placed: Map<number, Placed>,
  { from, before, after }: Edited,
  { pos, end, kind }: ts.Node,
): Piece | undefined {
  const moved = after - before
  const back = pos > after ? moved : end < from ? 0 : undefined
  if (back === undefined) return undefined
  const there = placed.get(pos - back)
  if (!there?.sound || there.kind !== kind || there.end !== end - back) return undefined
  // Around a top-level `await` that it read wrong at first, the parser may give a statement twice.
  placed.delete(pos - back)
  return there.piece
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

const parseAs = (text: string, kind: ts.ScriptKind): ts.SourceFile =>
  ts.createSourceFile('module.ts', text, options, false, kind)

function kindOf(name: string): ts.ScriptKind {
  if (/\.[cm]?jsx?$/i.test(name)) return ts.ScriptKind.JSX
  return /\.tsx$/i.test(name) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
}

function mistakesIn(file: ts.SourceFile): readonly Mistake[] {
  return diagnosticsOf(file).map(({ start, length, messageText }) => ({
    span: [start, start + length],
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }))
}

/** What the parser itself found: public in no type, kept by every version since 1.x. */
function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (
    (file as ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ??
    []
  )
}

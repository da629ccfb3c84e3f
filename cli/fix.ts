import { randomBytes } from 'node:crypto'
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../core/document.ts'
import { applyEdits } from '../core/fixes/text.ts'
import type { Session } from '../core/session.ts'
import type { Edit, Finding, Fix, Problem, Result } from '../core/types.ts'
import { setCellSource } from './notebook-edit.ts'
import { analyse } from './scan.ts'
import { readProblem } from './tree.ts'

export interface Fixed {
  readonly rule: string
  readonly file: string
  readonly title: string
}

export interface Fixing {
  readonly root: string
  readonly session: Session
  /** Each opened file as it was read. */
  readonly texts: ReadonlyMap<string, string>
}

/** A fix may uncover the next; a rule whose fix never settles stops here. */
const maxPasses = 10

/** Applies safe fixes, writes the files, and reads them again until there is none left. The results are those after it. */
export async function applySafeFixes(fixing: Fixing, results: readonly Result[], problems: Problem[]) {
  const { session } = fixing
  const texts = new Map(fixing.texts)
  const refused = new Set<string>()
  const fixed: Fixed[] = []
  let current = results
  for (let pass = 0; pass < maxPasses; pass++) {
    const chosen = choose(current, refused)
    if (chosen.length === 0) break
    const files = [...new Set(chosen.flatMap(({ fix }) => fix.edits.map((edit) => edit.file)))]
    const written = files.map((file) => ({
      file,
      after: edited(
        file,
        chosen.flatMap(({ fix }) => fix.edits),
        session,
        texts,
      ),
    }))
    for (const { file, after } of written) {
      const problem =
        after === undefined ? 'The fix does not fit the file.' : write(join(fixing.root, file), texts.get(file)!, after)
      if (problem !== undefined) {
        refused.add(file)
        problems.push({ file, message: `Not fixed: ${problem}` })
        continue
      }
      texts.set(file, after!)
      session.open(file, after!, pass + 1)
    }
    fixed.push(
      ...chosen
        .filter(({ fix }) => fix.edits.every((edit) => !refused.has(edit.file)))
        .map(({ finding, fix }) => fixedOf(finding, fix)),
    )
    current = await analyse(session.files(), session, problems)
  }
  return { results: current, fixed }
}

const fixedOf = ({ rule, location }: Finding, { title }: Fix): Fixed => ({ rule, file: location.file, title })

interface Chosen {
  readonly finding: Finding
  readonly fix: Fix
}

/** One safe fix of each open finding, as far as they do not touch each other; the rest waits for the next pass. */
function choose(results: readonly Result[], refused: ReadonlySet<string>): readonly Chosen[] {
  const taken: Edit[] = []
  return results.flatMap((result) =>
    result.findings.flatMap((finding) => {
      const fix = finding.suppressed
        ? undefined
        : finding.fixes.find((each) => each.safety === 'safe' && each.edits.length > 0)
      if (!fix || fix.edits.some((edit) => refused.has(edit.file) || taken.some((other) => touch(edit, other))))
        return []
      taken.push(...fix.edits)
      return [{ finding, fix }]
    }),
  )
}

const touch = (a: Edit, b: Edit) =>
  a.file === b.file && a.cell === b.cell && a.span[0] <= b.span[1] && b.span[0] <= a.span[1]

function edited(
  file: string,
  edits: readonly Edit[],
  session: Session,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const own = edits.filter((edit) => edit.file === file)
  const document = session.document(file)
  const text = texts.get(file)
  if (!document || text === undefined) return undefined
  if (!document.notebook) return applyEdits(text, own)
  return [...new Set(own.map((edit) => edit.cell))].reduce<string | undefined>((notebook, cell) => {
    if (notebook === undefined || cell === undefined) return undefined
    const source = applyEdits(
      textOf(document, cell),
      own.filter((edit) => edit.cell === cell),
    )
    return setCellSource(notebook, cell, source)
  }, text)
}

/** Writes beside the file and renames, so that no half file is ever there. Returns why not, in words. */
function write(path: string, before: string, after: string): string | undefined {
  let temporary: string | undefined
  try {
    const target = realpathSync(path)
    if (!readFileSync(target).equals(Buffer.from(before, 'utf8')))
      return 'it changed while Outlay read it, or is not UTF-8.'
    temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`
    writeFileSync(temporary, after, { flag: 'wx', mode: statSync(target).mode })
    renameSync(temporary, target)
    return undefined
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true })
    return readProblem(error)
  }
}

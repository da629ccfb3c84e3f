import type { Edited } from '../../../../core/edited.ts'
import type { BodyItem, HclFile, HclProblem } from './ast.ts'
import { bodyStart, cursorAt, isDone, mostProblems, parseHcl, parseNext } from './body.ts'
import { lineEnd, skipSpace } from './cursor.ts'
import { respanItem } from './respan.ts'

/**
 * The file after one edit: only the top-level items that the edit may reach are read again. It takes the old tree over: the items behind the
 * edit are the same objects, given their new places, so `before` must not be used any more.
 * @param text as it is after the edit
 */
export function reparse(before: HclFile, edited: Edited, text: string): HclFile {
  if (before.problems.length >= mostProblems) return parseHcl(text)
  const kept = keptBefore(before, edited)
  const by = edited.after - edited.before
  const cursor = cursorAt(text, kept.at(-1)?.span[1] ?? bodyStart(text))
  const items: BodyItem[] = [...kept]
  const line = firstBehind(edited, text)
  const candidates = before.items.filter(({ span }) => span[0] >= line)
  let next = 0
  for (;;) {
    skipSpace(cursor, true)
    while (next < candidates.length && candidates[next]!.span[0] + by < cursor.at) next++
    const meets = next < candidates.length && candidates[next]!.span[0] + by === cursor.at
    if (meets || isDone(cursor)) break
    parseNext(cursor, items)
  }
  const rest = isDone(cursor) ? [] : candidates.slice(next)
  const start = rest[0]?.span[0]
  const problems = before.problems
    .filter((problem) => start !== undefined && beginOf(problem) >= start)
    .map(({ message, span, from = span[0] }) => ({
      message,
      span: [span[0] + by, span[1] + by] as const,
      from: from + by,
    }))
  if (cursor.problems.length + problems.length >= mostProblems) return parseHcl(text)
  if (by !== 0) for (const item of rest) respanItem(item, (offset) => offset + by)
  return { items: [...items, ...rest], problems: [...cursor.problems, ...problems] }
}

const beginOf = ({ span, from }: HclProblem) => from ?? span[0]

/**
 * What surely ends before the edit, and before anything that could not be read, whose end may have been looked for far behind. The last of
 * them may go on into the edit.
 */
function keptBefore({ items, problems }: HclFile, { from }: Edited): readonly BodyItem[] {
  const limit = Math.min(from, ...problems.map(beginOf))
  const end = items.findIndex(({ span }) => span[1] >= limit)
  return items.slice(0, Math.max(0, (end < 0 ? items.length : end) - 1))
}

/** Where the line after the edit begins, as an offset of the text before it: what begins there was on another line, too. */
function firstBehind({ before, after }: Edited, text: string): number {
  return lineEnd(text, after) + 1 - after + before
}

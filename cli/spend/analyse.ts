import type { Ask } from '../../billing/analysis/ask.ts'
import type { Filter } from '../../billing/questions.ts'
import type { Range } from '../../billing/source.ts'
import type { Exit, Out } from '../output.ts'
import { answered } from './answered.ts'
import { daysOf } from './days.ts'
import { type Picked, pickedOf } from './picked.ts'
import { type Reading, readSpend, type SpendTools } from './read.ts'

/** What every command that asks something of the spend is told. */
export interface Analysis extends Reading, Picked {
  readonly format: string
}

interface Looked {
  readonly range: Range
  readonly where: readonly Filter[]
}

interface Steps<T> {
  /** Which days are read from the sources, where it is not those that are looked at. */
  readonly reads?: (range: Range) => Range
  /** Or a sentence, where there is nothing to answer with. */
  readonly answer: (ask: Ask, looked: Looked) => Promise<T | string>
  /** The document, in the format that was asked for. */
  readonly print: (answer: T, about: { readonly asOf: string; readonly problems: readonly string[] }) => string
  /** 1 where there is something to act on. Left out: never. */
  readonly exit?: (answer: T) => 0 | 1
}

/** Reads, asks, prints. @returns 2 where something could not be read or asked; what could be read is printed all the same */
export async function analyse<T extends object>(
  command: Analysis,
  tools: SpendTools,
  out: Out,
  { reads, answer, print, exit }: Steps<T>,
): Promise<Exit> {
  const looked = pickedOf(command, tools.today)
  if (typeof looked === 'string') return told(out, looked)
  const read = await readSpend(command, reads?.(looked.range) ?? looked.range, tools, out)
  if (typeof read === 'string') return told(out, read)
  if (read.isEmpty && command.format !== 'json') return 2
  // What is compared with other days is of those that were asked for, or of the last ones.
  const days = reads ? { range: looked.range, notes: [] } : await daysOf(command, looked.range, tools.client)
  const found = await answered(tools.client, (ask) => answer(ask, { ...looked, range: days.range }))
  if (typeof found === 'string') return told(out, found)
  if (command.format !== 'json') for (const note of [...read.notes, ...days.notes]) out.tell(note)
  out.print(print(found, { asOf: read.asOf ?? new Date().toISOString(), problems: [...read.problems, ...days.notes] }))
  return read.failed ? 2 : (exit?.(found) ?? 0)
}

export function told(out: Out, sentence: string): Exit {
  out.tell(sentence)
  return 2
}

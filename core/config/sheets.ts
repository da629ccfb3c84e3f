import { readSheet, type SheetRow } from '../prices/user/sheet.ts'
import type { KeyPath } from './explain.ts'
import { folderOf, join } from './paths.ts'
import type { Config } from './schema.ts'

/** Rows of the sheets a config names, by the path as it is written there. */
export type Sheets = ReadonlyMap<string, readonly SheetRow[]>

export interface SheetReader {
  /** The text of a file; undefined where there is none. */
  read(path: string): string | undefined
  /** The value of an environment variable. */
  env(name: string): string | undefined
}

/**
 * Reads every price sheet a config names.
 * @param complain hears what is wrong with one, and the path of the setting that names it
 */
export function readSheets(
  file: string,
  config: Config,
  reader: SheetReader,
  complain: (at: KeyPath, says: string) => void,
): Sheets {
  const sheets = new Map<string, readonly SheetRow[]>()
  const named: [KeyPath, string | undefined][] = [
    [['prices', 'sheet'], config.prices?.sheet],
    ...(config.overrides ?? []).map((o, i): [KeyPath, string | undefined] => [
      ['overrides', i, 'prices', 'sheet'],
      o.prices?.sheet,
    ]),
  ]
  for (const [at, sheet] of named) {
    if (sheet === undefined) continue
    const found = readOne(file, sheet, reader)
    if ('problem' in found) complain(at, found.problem)
    else sheets.set(sheet, found)
  }
  return sheets
}

const variable = /\$\{env:([^}]*)\}/g

/** What a variable holds is the user's affair: a sentence names the path as it is written. */
function readOne(file: string, written: string, { read, env }: SheetReader): readonly SheetRow[] | { problem: string } {
  if (/^[/\\]{2}/.test(written))
    return { problem: `"${written}" is on the network; write "\${env:…}" and set the variable to that folder` }
  const unset = [...written.matchAll(variable)].find(([, name]) => !env(name!))
  if (unset) return { problem: `"${written}" needs the environment variable ${unset[1]}, which is not set` }
  const filled = written.replace(variable, (_, name: string) => env(name)!).replaceAll('\\', '/')
  const text = read(join(folderOf(file)!, filled))
  if (text === undefined) return { problem: `there is no price sheet "${written}", or it cannot be read` }
  const rows = readSheet(text)
  return 'problem' in rows ? { problem: `in the price sheet "${written}" ${rows.problem}` } : rows
}

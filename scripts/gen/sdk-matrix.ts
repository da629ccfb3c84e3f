import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sdk, SdkExample, SeenCall } from '../../core/sdk.ts'
import { type SdkRow, sdkRows } from './sdk-rows.ts'

export interface SdkFile {
  readonly sdk: Sdk
  readonly examples: readonly SdkExample[]
}

type Column = SdkRow['in'][number]

/** Every file of language-rules/sdks, by the id of its SDK. */
export async function sdkFiles(root: string): Promise<ReadonlyMap<string, SdkFile>> {
  const folder = join(root, 'language-rules/sdks')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const files = await Promise.all(
    names.sort().map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<SdkFile>),
  )
  return new Map(files.map((file) => [file.sdk.id, file]))
}

/** The examples that show a row in a language, the shortest first. */
export function examplesOf(row: SdkRow, lang: Column, files: ReadonlyMap<string, SdkFile>): readonly SdkExample[] {
  const { provider, code } = row.shown ?? {}
  const all = row.sdk === undefined ? [] : (files.get(row.sdk)?.examples ?? [])
  return all
    .filter((example) => example.lang === lang && (code?.test(example.code) ?? true))
    .filter(({ sees }) => sees.some((call) => provider === undefined || call.provider === provider))
    .sort((a, b) => a.code.length - b.code.length)
}

/** Rows with a language in which neither an example shows them nor a reason stands for one. */
export function rowsMissing(files: ReadonlyMap<string, SdkFile>, rows: readonly SdkRow[] = sdkRows): readonly string[] {
  return rows.flatMap((row) =>
    row.in
      .filter((lang) => reasonOf(row, lang) === undefined && examplesOf(row, lang, files).length === 0)
      .map((lang) => `${row.name}, ${lang}`),
  )
}

const reasonOf = (row: SdkRow, lang: Column) => row.not?.all ?? row.not?.[lang]

/** Different call paths that the examples of the row's SDK show: whoever is asked through it, they are the same. */
function pathsOf(row: SdkRow, lang: Column, files: ReadonlyMap<string, SdkFile>): number {
  const all = row.sdk === undefined ? [] : (files.get(row.sdk)?.examples ?? [])
  return new Set(all.filter((each) => each.lang === lang).flatMap(({ sees }) => sees.map(({ call }) => call))).size
}

/** The line of a call in an example: one that shows what the row is about, where there is one. */
function lineOf(row: SdkRow, { code, sees }: SdkExample): string {
  const { provider, code: shown } = row.shown ?? {}
  const lines = code.split('\n')
  const textOf = (call: SeenCall) => lines[call.line - 1]!.trim()
  const asked = sees.filter((call) => provider === undefined || call.provider === provider)
  const line = textOf(asked.find((call) => shown?.test(textOf(call))) ?? asked[0]!)
  return line.length > 90 ? `${line.slice(0, 80)}…` : line
}

const escaped = (line: string) => `\`${line.replaceAll('|', '\\|').replaceAll('`', "'")}\``

function cell(row: SdkRow, lang: Column, files: ReadonlyMap<string, SdkFile>): string {
  const [example] = examplesOf(row, lang, files)
  if (!row.in.includes(lang) || !example) return ''
  const paths = pathsOf(row, lang, files)
  return `${paths} ${paths === 1 ? 'path' : 'paths'}: ${escaped(lineOf(row, example))}`
}

function line(row: SdkRow, files: ReadonlyMap<string, SdkFile>): string {
  const name = row.sdk === undefined ? row.name : `[${row.name}](../language-rules/sdks/${row.sdk}.ts)`
  const inPython = cell(row, 'python', files)
  return `| ${name} | ${inPython} | ${cell(row, 'typescript', files)} | ${inPython === '' ? '' : 'as Python'} |`
}

/** docs/model-calls.md: every row by language. */
export function sdkPage(files: ReadonlyMap<string, SdkFile>): string {
  const read = sdkRows.filter((row) => row.not?.all === undefined)
  const others = sdkRows.filter((row) => row.not?.all !== undefined)
  return `# Model calls that are read

Each cell has the number of call paths of that SDK which examples show, and the line of one call. The examples stand in the file that is linked. Each is a test; the Python one of each row is one as the cells of a notebook too. An empty cell: the library does not exist there, or nothing of it is billed by the call.

| what | Python | TypeScript, JavaScript | notebook |
| --- | --- | --- | --- |
${read.map((row) => line(row, files)).join('\n')}

## Not read

${others.map((row) => `- ${row.name}: ${row.not!.all}`).join('\n')}
`
}

import { basename, sep } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { azureExport, isCommitmentPurchase } from '../files/azure-export.ts'
import { type Header, readHeader } from '../files/header.ts'
import { isZoneless, zonelessTimes } from '../files/sentences.ts'
import { type DataFile, openFiles, read } from './duckdb-file.ts'

/** How files with the same columns are read as ours. */
export interface View {
  readonly file: DataFile
  readonly header: Extract<Header, { is: 'known' }>
  /** Which of their rows are taken; undefined: all. */
  readonly where?: string
}

/** Throws as `openFile` does. @returns a sentence where one of the files is nothing that is known */
export async function viewsOf(db: DuckDBConnection, paths: readonly string[]): Promise<View[] | string> {
  const isAmortized = amortizedOf(paths)
  const views: View[] = []
  for (const file of await openFiles(db, paths, (path) => String(isAmortized(path)))) {
    const header = readHeader(basename(file.paths[0]!), file.names)
    if (header.is === 'unknown') return header.message
    views.push({ file, header })
  }
  const isAzure = ({ header }: View) => header.format === azureExport.name
  const both = views.some((view) => isAzure(view) && isAmortized(view.file.paths[0]!))
  return views.map((view) => {
    if (!both || !isAzure(view) || isAmortized(view.file.paths[0]!)) return view
    return { ...view, where: isCommitmentPurchase(view.header.cells(view.file.cell)) }
  })
}

/** Azure's two views of the same charges differ by the name their export was given. */
function amortizedOf(paths: readonly string[]): (path: string) => boolean {
  const [first = ''] = paths
  let shared = 0
  while (shared < first.length && paths.every((path) => path[shared] === first[shared])) shared++
  const from = paths.length === 1 ? 0 : shared
  return (path) => /amorti[sz]ed/i.test(path.slice(Math.max(0, path.lastIndexOf(sep, from))))
}

/** `FOCUS 1.2 Parquet`. */
export const formatOf = (views: readonly View[]) =>
  [...new Set(views.map(({ file, header }) => `${header.format} ${file.is}`))].join(', ')

/** A time without a zone is read as UTC, which is what FOCUS asks for; nobody says that whoever wrote it meant that. */
export async function zoneless(db: DuckDBConnection, views: readonly View[]): Promise<string[]> {
  const told: string[] = []
  for (const { file, header } of views) {
    const start = header.format.startsWith('FOCUS') && file.is === 'CSV' && header.value('ChargePeriodStart', file.cell)
    if (!start) continue
    const [first] = await read(db, `SELECT ${start} AS "time" FROM ${file.from} WHERE ${start} IS NOT NULL LIMIT 1`)
    const time = String(first?.time)
    if (isZoneless(time)) told.push(zonelessTimes(basename(file.paths[0]!), time))
  }
  return told
}

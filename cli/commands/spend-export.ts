import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Within } from '../../billing/questions.ts'
import type { ExportFormat } from '../../billing/store.ts'
import type { Out } from '../output.ts'
import type { SpendTools } from '../spend/read.ts'

export interface Export {
  readonly cwd: string
  readonly format: ExportFormat
  /** A file; left out: standard output. */
  readonly out?: string
  readonly within: Within
}

/** Single charges as FOCUS 1.2. @returns a sentence where they could not be written */
export async function exportSpend(
  { cwd, format, out: file, within }: Export,
  { client }: Pick<SpendTools, 'client'>,
  out: Out,
): Promise<string | undefined> {
  const folder = file === undefined ? await mkdtemp(join(tmpdir(), 'outlay-export-')) : undefined
  try {
    const to = folder === undefined ? resolve(cwd, file!) : join(folder, 'export')
    const exported = await client.exportTo(to, format, within)
    if (exported.is === 'failed') return exported.failure.message
    if (folder === undefined) out.tell(`${exported.rows} ${exported.rows === 1 ? 'row' : 'rows'} in ${to}.`)
    else await poured(to, out)
    return undefined
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function poured(path: string, out: Out): Promise<void> {
  const file = await open(path)
  try {
    // Whoever reads may stop at any time, and what was spent is to lie nowhere then; on Windows it is gone when it is closed.
    await rm(dirname(path), { recursive: true })
    for await (const piece of file.createReadStream({ autoClose: false })) {
      out.print(piece as Buffer)
      await out.taken?.()
    }
  } finally {
    await file.close()
  }
}

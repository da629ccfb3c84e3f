import type { Exit, Out } from '../output.ts'
import { told } from '../spend/analyse.ts'
import type { SpendTools } from '../spend/read.ts'

export interface EraseCommand {
  readonly store?: string
  /** As `outlay spend --by source` names it; left out: everything. */
  readonly source?: string
}

/** Removes what was read into the store. @returns 0, or 2 where there is nothing of that name or it could not be removed */
export async function runErase({ store, source }: EraseCommand, tools: SpendTools, out: Out): Promise<Exit> {
  const choice = tools.storeAt?.(store)
  if (!choice?.isThere) return told(out, `There is no store of spend in ${choice?.folder}.`)
  choice.use()
  if (source !== undefined) {
    const loads = await tools.client.loads()
    if ('is' in loads) return told(out, loads.failure.message)
    if (!loads.some((load) => load.source === source))
      return told(
        out,
        `"${source}" was not read into ${choice.folder}: ${loads.map((load) => load.source).join(', ')} ${loads.length === 1 ? 'was' : 'were'}.`,
      )
  }
  const failed = await tools.client.forget(source)
  if (failed) return told(out, failed.failure.message)
  out.tell(
    source === undefined
      ? `All spend was erased from ${choice.folder}.`
      : `${source} was erased from ${choice.folder}.`,
  )
  return 0
}

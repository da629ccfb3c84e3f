// `npm run bench -- --files <folders>`: every file of whole trees is opened and analysed, whatever the first pass says of it. Prints how
// many, which crashed, and what the slowest take in processor time.
import { basename, resolve } from 'node:path'
import { loadEngine } from '../../cli/engine.ts'
import { firstPass } from '../../cli/first-pass.ts'
import { othersOf } from '../../cli/others.ts'
import { diskTree } from '../../cli/tree.ts'
import { walk } from '../../cli/walk.ts'
import { extensionOf } from '../../core/path.ts'
import { noSettings } from '../../core/settings.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import { show } from './measure.ts'

type Engine = Awaited<ReturnType<typeof loadEngine>>

interface Timed {
  readonly file: string
  readonly ms: number
}

const slowest = 10
/** A file's processor time also holds what the engine compiles or collects just then: the slowest are read again, and the best is taken. */
const again = 5

export async function everyFile(folders: readonly string[], unit: number): Promise<string[]> {
  const engine = await loadEngine()
  const tokens = await engine.tokens()
  const lines: string[] = []
  for (const folder of folders) lines.push(...(await inFolder(resolve(folder), engine, tokens, unit)))
  return lines
}

async function inFolder(folder: string, engine: Engine, tokens: TokenCounter, unit: number): Promise<string[]> {
  const tree = diskTree(folder)
  const pass = firstPass(engine.registry)
  const { files } = walk(tree, '', (name) => pass.reads(name))
  const fresh = () =>
    engine.createSession({
      registry: engine.registry,
      prices: engine.prices,
      tokens: () => tokens,
      settings: () => noSettings,
      others: othersOf(tree, pass),
    })
  let session = fresh()
  const timed: Timed[] = []
  const crashes: string[] = []
  const kinds = new Map<string, number>()
  let sites = 0
  for (const file of files) {
    const bytes = tree.read(file, pass.limit(file))
    if ('problem' in bytes) continue
    const text = bytes.toString('utf8')
    const kind = extensionOf(file)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    try {
      const { ms, found } = await analysed(session, file, text)
      sites += found
      timed.push({ file, ms })
    } catch (error) {
      crashes.push(`  crash in ${file}: ${error instanceof Error ? error.message : String(error)}`)
      session = fresh()
    }
  }
  const worst = timed.sort((a, b) => b.ms - a.ms).slice(0, 2 * slowest)
  const best: Timed[] = []
  for (const { file, ms } of worst) {
    const text = (tree.read(file, pass.limit(file)) as Buffer).toString('utf8')
    const all = [ms]
    for (let i = 0; i < again; i++) all.push((await analysed(fresh(), file, text)).ms)
    best.push({ file, ms: Math.min(...all) })
  }
  const total = timed.reduce((sum, { ms }) => sum + ms, 0)
  return [
    `every file of ${basename(folder)}: ${timed.length} files (${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}), ${sites} sites, ${crashes.length} crashes, ${show(total)} ms in all`,
    ...crashes,
    ...best
      .sort((a, b) => b.ms - a.ms)
      .slice(0, slowest)
      .map(({ file, ms }) => `  ${show(ms)} ms = ${(ms / unit).toFixed(1)}×  ${file}`),
  ]
}

/** Opened, analysed with all it imports, and closed. */
async function analysed(
  session: ReturnType<Engine['createSession']>,
  file: string,
  text: string,
): Promise<{ readonly ms: number; readonly found: number }> {
  const before = process.cpuUsage()
  session.open(file, text)
  await session.prepare(file)
  const found = session.analyse(file).sites.length
  const { user, system } = process.cpuUsage(before)
  session.close(file)
  return { ms: (user + system) / 1000, found }
}

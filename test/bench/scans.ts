import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registry } from '../../language-rules/registry.gen.ts'
import { median, show } from './measure.ts'
import { peers } from './peers.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = /\.(py|ts|tsx|js|jsx|mjs|cjs|mts|cts|tf|tofu|ipynb)$/

interface Tool {
  readonly name: string
  readonly command: string
  readonly args: (folder: string) => readonly string[]
  /** Once is enough for what takes a minute. */
  readonly once?: true
}

interface Run {
  readonly wall: number
  /** Megabytes, where `time` can be asked. */
  readonly peak: number | undefined
}

const rounds = 5
const time = '/usr/bin/time'

/** Whole-process wall time of a scan of each folder, beside tools people know, over the same files, in turn. */
export function scans(folders: readonly string[], unit: number): string[] {
  if (folders.length === 0) return ['whole-repository scans: missing, give folders: npm run bench -- <folder>…']
  const cli = join(root, 'dist/cli.mjs')
  // Node ends with 1 where there is no such file, as Outlay does where there are findings.
  if (!existsSync(cli)) return ['whole-repository scans: missing, run "npm run build" first']
  const cache = mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  const outlay = (...more: string[]) => ({
    command: process.execPath,
    args: (at: string) => [cli, 'scan', at, '--format', 'json', ...more],
  })
  const pattern = 'chat\\.completions|messages\\.create|instance_type|responses\\.create'
  const tools: readonly Tool[] = [
    { name: 'outlay', ...outlay('--no-cache') },
    { name: 'outlay, scanned before', ...outlay() },
    { name: 'node alone', command: process.execPath, args: () => ['-e', '0'] },
    { name: 'ripgrep', command: 'rg', args: (at) => ['-c', pattern, at] },
    ...peers(registry).map((peer): Tool => (peer.name === 'eslint' ? { ...peer, once: true } : peer)),
  ]
  const lines = folders.flatMap((folder) => scanFolder(folder, unit, tools, cache))
  rmSync(cache, { recursive: true, force: true })
  return lines
}

function scanFolder(folder: string, unit: number, tools: readonly Tool[], cache: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => source.test(name))
  const typescript = files.filter((name) => /\.tsx?$/.test(name)).length
  const asked = tools.filter(({ name }) => name !== 'eslint' || typescript > 50)
  const runs = new Map<string, (Run | undefined)[]>(asked.map(({ name }) => [name, []]))
  // The first round warms the page cache, and Outlay's own.
  for (let round = 0; round <= rounds; round++)
    for (const tool of asked) {
      if (tool.once && round !== rounds) continue
      const found = run(tool, folder, cache)
      if (round > 0) runs.get(tool.name)!.push(found)
    }
  const lines = [`scan of ${basename(folder)}: ${files.length} files Outlay reads, ${typescript} of TypeScript`]
  const [cold, warm] = ['outlay', 'outlay, scanned before'].map((name) => wallOf(runs.get(name)!))
  for (const [name, all] of runs) {
    const wall = wallOf(all)
    if (wall === undefined) {
      lines.push(`  ${name}: missing, not on this machine`)
      continue
    }
    const peak = median(all.flatMap((each) => each?.peak ?? []))
    const memory = Number.isNaN(peak) ? '' : `, ${show(peak)} MB`
    const ratio = (of: number | undefined) => (of === undefined ? 'missing' : (of / wall).toFixed(3))
    const ratios = name.startsWith('outlay') ? '' : `; outlay takes ${ratio(cold)} of it, scanned before ${ratio(warm)}`
    lines.push(`  ${name}: ${show(wall)} ms = ${(wall / unit).toFixed(1)}×${memory}${ratios}`)
  }
  return lines
}

function wallOf(runs: readonly (Run | undefined)[]): number | undefined {
  const walls = runs.flatMap((each) => each?.wall ?? [])
  return walls.length < runs.length || walls.length === 0 ? undefined : median(walls)
}

function run(tool: Tool, folder: string, cache: string): Run | undefined {
  const timed = existsSync(time)
  const peakFile = join(cache, 'peak')
  const args = tool.args(folder)
  const start = performance.now()
  const { error, status } = spawnSync(
    timed ? time : tool.command,
    timed ? ['-o', peakFile, '-f', '%M', tool.command, ...args] : args,
    { cwd: folder, stdio: 'ignore', env: { ...process.env, XDG_CACHE_HOME: cache } },
  )
  const wall = performance.now() - start
  // 0 and 1 are answers; anything else is a tool that did not do its work.
  if (error || (status !== 0 && status !== 1)) return undefined
  const peak = timed ? Number(readFileSync(peakFile, 'utf8').trim().split('\n').at(-1)) / 1000 : undefined
  return { wall, peak }
}

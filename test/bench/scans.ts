import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, show } from './measure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = /\.(py|ts|tsx|js|jsx|mjs|cjs|mts|cts|tf|tofu|ipynb)$/

interface Tool {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Runs are dear: this many. */
  readonly runs: number
  readonly needs?: RegExp
}

/** Whole-process wall time of a scan of each folder, beside tools people know, over the same files, in turn. */
export function scans(folders: readonly string[], unit: number): string[] {
  if (folders.length === 0) return ['whole-repository scans: missing, give folders: npm run bench -- <folder>…']
  return folders.flatMap((folder) => scanFolder(folder, unit))
}

function scanFolder(folder: string, unit: number): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => source.test(name))
  const typescript = files.filter((name) => /\.tsx?$/.test(name)).length
  const tools: Tool[] = [
    {
      name: 'outlay',
      command: process.execPath,
      args: [join(root, 'dist/cli.mjs'), 'scan', folder, '--format', 'json'],
      runs: 5,
    },
    { name: 'node alone', command: process.execPath, args: ['-e', '0'], runs: 5 },
    {
      name: 'ripgrep',
      command: 'rg',
      args: ['-c', 'chat\\.completions|messages\\.create|instance_type|responses\\.create', folder],
      runs: 5,
    },
    ...(typescript > 50 ? [{ name: 'eslint', command: process.execPath, args: eslintArgs(), runs: 1 }] : []),
  ]
  const walls = new Map(tools.map((tool) => [tool.name, wall(tool, folder)]))
  const ours = walls.get('outlay')
  const lines = [`scan of ${basename(folder)}: ${files.length} files Outlay reads, ${typescript} of TypeScript`]
  for (const [name, ms] of walls) {
    const ratio = ms === undefined || ours === undefined ? '' : `, outlay takes ${(ours / ms).toFixed(3)} of it`
    lines.push(
      ms === undefined
        ? `  ${name}: missing, not on this machine`
        : `  ${name}: ${show(ms)} ms = ${(ms / unit).toFixed(1)}×${name === 'outlay' ? '' : ratio}`,
    )
  }
  return lines
}

function wall(tool: Tool, folder: string): number | undefined {
  const ms: number[] = []
  for (let run = 0; run <= tool.runs; run++) {
    const start = performance.now()
    const { error, status } = spawnSync(tool.command, tool.args, { cwd: folder, stdio: 'ignore', maxBuffer: 1e9 })
    // 0 and 1 are answers; anything else is a tool that did not do its work.
    if (error || (status !== 0 && status !== 1)) return undefined
    // The first run warms the page cache; a tool that runs once was preceded by the others.
    if (run > 0 || tool.runs === 1) ms.push(performance.now() - start)
    if (tool.runs === 1) break
  }
  return median(ms)
}

/** typescript-eslint's recommended rules, without types: what a project runs at the least. */
function eslintArgs(): string[] {
  const config = join(tmpdir(), `outlay-bench-eslint-${process.pid}.mjs`)
  writeFileSync(
    config,
    `import ts from ${JSON.stringify(join(root, 'node_modules/typescript-eslint/dist/index.js'))}
export default ts.config({ ignores: ['**/node_modules/**', '**/dist/**'] }, ...ts.configs.recommended)
`,
  )
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js')
  return ['--max-old-space-size=8000', eslint, '--config', config, '--no-inline-config', '.']
}

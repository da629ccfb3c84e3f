import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/** What a script of this folder prints as JSON, bundled as what ships is and run in a process of its own: what runs the bench slows it down. */
export function bundled(name: string): (...args: readonly string[]) => unknown {
  // Beside the packages it takes from there.
  const script = fileURLToPath(new URL(`../../node_modules/.cache/outlay/${name}.mjs`, import.meta.url))
  buildSync({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile: script,
    ...{ bundle: true, packages: 'external', minify: true, platform: 'node', format: 'esm', target: 'node20' },
    logLevel: 'error',
  })
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  }
}

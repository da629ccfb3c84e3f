import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.ts'

/** What the worker holds after a scan of 2,000 files, and what it takes while nothing happens. */
export function workerAtRest(): string[] {
  const worker = fileURLToPath(new URL('../../dist/worker.mjs', import.meta.url))
  if (!existsSync(worker)) return ['worker at rest: missing, run "npm run build" first']
  const { megabytes, idle, empty, files } = bundled('worker-scan')(worker) as {
    megabytes: number
    idle: number
    empty: number
    files: number
  }
  return [
    `worker after a scan of ${files} files: ${megabytes.toFixed(0)} MB more than before it was started (wanted: 350); ten idle seconds took ${idle.toFixed(1)} ms of processor time, with a worker that does nothing ${empty.toFixed(1)} ms (wanted: 0 more)`,
  ]
}

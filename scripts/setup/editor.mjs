import { resolve } from 'node:path'
import { cache } from './paths.mjs'
import { run, which } from './run.mjs'
import { ensureServer } from './server.mjs'

/** Long enough for a slow line, short enough to notice a machine without one. Milliseconds. */
const patience = 4000

/** The `code` executable the tests drive: desktop VS Code where it can be downloaded, else the stand-in on Linux. */
export async function ensureTestEditor() {
  if (process.env.OUTLAY_EDITOR) return { path: process.env.OUTLAY_EDITOR, kind: 'given' }
  const desktop = await desktopEditor()
  if (desktop) return { path: desktop, kind: 'desktop' }
  if (process.platform !== 'linux')
    throw new Error('VS Code cannot be downloaded here. Set OUTLAY_EDITOR to the path of its executable.')
  await ensureServer()
  return { path: resolve('test/vscode/code-web.mjs'), kind: 'stand-in' }
}

/** Undefined where the download site does not answer, or a Linux machine has no display to show a window on. */
async function desktopEditor() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined
  const answers = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(patience),
  }).then(
    (response) => response.ok,
    () => false,
  )
  if (!answers) return undefined
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron')
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: resolve(cache, 'vscode') }).catch((error) => {
    console.error(`VS Code could not be downloaded: ${error.message}`)
    return undefined
  })
}

/** Path of `code`, where it is on the PATH and is VS Code's command. */
export async function installedEditor() {
  const found = await which('code')
  if (!found) return undefined
  const { code } = await run(found, ['--version'], { quiet: true, allowFailure: true })
  return code === 0 ? found : undefined
}

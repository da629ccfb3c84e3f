import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { api, until, uriOf } from './look.ts'
import { suite } from './mocha.ts'

/** The command line on the same folder, run by the editor's own Node. */
async function scanned(folder: string) {
  const extension = vscode.extensions.getExtension('outlay.outlay')
  assert.ok(extension)
  const cli = join(extension.extensionPath, 'dist', 'cli.mjs')
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  // Findings end the scan with 1: they are no failure here.
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'scan', folder, '--format', 'json'], {
    env,
    maxBuffer: 5e7,
  }).catch((error: { code?: number; stdout: string }) => {
    if (error.code === 1) return error
    throw error
  })
  const { sites } = JSON.parse(stdout) as { sites: { file: string; key: string; estimate: { usd: object | null } }[] }
  return sites.map(({ file, key, estimate }) => ({ file, key, usd: estimate.usd }))
}

suite('samples/', () => {
  test('cost the same in the editor and on the command line', async () => {
    const folder = uriOf('samples').fsPath
    const sites = await scanned(folder)
    assert.ok(sites.length >= 10, `${sites.length} sites`)
    await vscode.commands.executeCommand('outlay.scanProject')
    const { estimates } = await api()
    const order = (list: readonly { file: string; key: string }[]) =>
      [...list].sort((a, b) => `${a.file} ${a.key}`.localeCompare(`${b.file} ${b.key}`))
    const seen = () =>
      order(
        estimates()
          .filter(({ file }) => file.startsWith(`${folder}/`))
          .map(({ file, key, usd }) => ({ file: file.slice(folder.length + 1), key, usd: usd ?? null })),
      )
    await until('as many sites as the command line finds', () => (seen().length === sites.length ? true : undefined))
    assert.deepEqual(seen(), order(sites))
  })
})

import * as vscode from 'vscode'
import { idOfUri, isConfig } from './file-id.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const read = '**/*.{py,ipynb,ts,tsx,mts,cts,js,jsx,mjs,cjs,tf,tofu}'
const skipped = '**/{node_modules,.git,.venv,venv,dist,build,out,.terraform,__pycache__,site-packages}/**'
/** More files than this belong to the command line. */
const most = 20_000

/** Reads every file of the project once, on request; the worker answers file by file. */
export function createScan(send: (message: ToWorker) => void): {
  run(): Promise<void>
  receive(message: FromWorker): void
} {
  const waiting = new Map<number, (files: number) => void>()
  let last = 0

  function scanned(files: readonly string[], token: vscode.CancellationToken): Promise<number> {
    last += 1
    const id = last
    return new Promise((done) => {
      waiting.set(id, done)
      token.onCancellationRequested(() => done(0))
      send({ is: 'scan', id, files })
    })
  }

  return {
    async run() {
      await vscode.window.withProgress(
        { location: { viewId: 'outlay.costs' }, cancellable: true },
        async (_progress, token) => {
          const found = await vscode.workspace.findFiles(read, skipped, most, token)
          if (!token.isCancellationRequested) await scanned(found.filter((uri) => !isConfig(uri)).map(idOfUri), token)
        },
      )
    },
    receive(message) {
      if (message.is !== 'scanned') return
      waiting.get(message.id)?.(message.files)
      waiting.delete(message.id)
    },
  }
}

import * as vscode from 'vscode'

/** A Web Worker, as much as is used of it. */
export interface RunningScript<To, From> {
  postMessage(message: To, transfer?: readonly ArrayBuffer[]): void
  terminate(): void
  onmessage: (event: { readonly data: From }) => void
  onerror: (event: { readonly message?: string }) => void
}
declare const Worker: new (address: string, options: { readonly name: string }) => unknown

/** The extension may stand on any server, or on none that a browser may read scripts from: its text is read, and run from here. */
export async function runScript<To, From>(script: vscode.Uri, name: string): Promise<RunningScript<To, From>> {
  const bytes = await vscode.workspace.fs.readFile(script)
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }))
  return new Worker(address, { name }) as RunningScript<To, From>
}

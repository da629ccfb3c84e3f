import * as vscode from 'vscode'

export interface Log extends vscode.Disposable {
  write(message: string): void
  show(): void
}

/** The output channel is made with the first line, not at activation. */
export function createLog(): Log {
  let channel: vscode.LogOutputChannel | undefined
  const open = () => {
    channel ??= vscode.window.createOutputChannel('Outlay', { log: true })
    return channel
  }
  return {
    write: (message) => open().info(message),
    show: () => open().show(),
    dispose: () => channel?.dispose(),
  }
}

import * as vscode from 'vscode'

export interface Log extends vscode.Disposable {
  write(message: string): void
  /** About a file, once: every keystroke would find the same problem. */
  note(file: string, message: string): void
  show(): void
}

/** The output channel is made with the first line, not at activation. */
export function createLog(): Log {
  const noted = new Set<string>()
  let channel: vscode.LogOutputChannel | undefined
  const open = () => {
    channel ??= vscode.window.createOutputChannel('Outlay', { log: true })
    return channel
  }
  return {
    write: (message) => open().info(message),
    note(file, message) {
      const line = `${file}: ${message}`
      if (noted.has(line)) return
      noted.add(line)
      open().info(line)
    },
    show: () => open().show(),
    dispose: () => channel?.dispose(),
  }
}

import * as vscode from 'vscode'

/** A question to somebody far away, with a notice that calls it off. */
export function asking<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Thenable<T> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Asking {0}', name),
    cancellable: true,
  }
  return vscode.window.withProgress(progress, (_, token) => {
    const controller = new AbortController()
    token.onCancellationRequested(() => controller.abort())
    return work(controller.signal)
  })
}

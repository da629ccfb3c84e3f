import * as vscode from 'vscode'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import type { Results } from './results.ts'
import type { Target } from './simulator.ts'

/** The whole of one cost as a page to read, which follows the file it is about. */
export interface Explain extends vscode.Disposable {
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
  open(target: Target): Promise<void>
}

const scheme = 'outlay-explain'
/** VS Code's own, which somebody may have switched off. */
const markdown = 'vscode.markdown-language-features'
const preview = 'markdown.showPreviewToSide'

export interface ExplainTools {
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  send(message: ToWorker): void
}

export function createExplain({ documents, results, places, send }: ExplainTools): Explain {
  const waiting = new Map<number, (text: string | undefined) => void>()
  const changed = new vscode.EventEmitter<vscode.Uri>()
  /** Pages that somebody has opened, and what each is about. */
  const open = new Map<string, Target>()
  let asked = 0

  function settle(id: number, text: string | undefined): void {
    const answered = waiting.get(id)
    waiting.delete(id)
    answered?.(text)
  }

  async function text(target: Target): Promise<string> {
    const where = whereOf(target)
    asked += 1
    const id = asked
    const told = new Promise<string | undefined>((answered) => waiting.set(id, answered))
    send({ is: 'explain', id, ...target, where, today: new Date().toISOString().slice(0, 10) })
    return (await told) ?? vscode.l10n.t('This cost is not in the file any more, or the file is not open.')
  }

  function whereOf({ file, key }: Target): string {
    const site = results.current(file)?.result.sites.find((each) => each.site.key === key)?.site
    const place = site && places.find(site.location, [])
    const uri = documents.notebook(file)?.uri ?? place?.uri
    const name = uri ? vscode.workspace.asRelativePath(uri) : file
    return place ? vscode.l10n.t('{0}, line {1}', name, place.range.start.line + 1) : name
  }

  const uriOf = ({ file, key }: Target) => {
    const name = `${vscode.l10n.t('Cost of {0}', key.replaceAll('/', ' '))}.md`
    return vscode.Uri.from({ scheme, path: `/${name}`, query: encodeURIComponent(file) })
  }

  const subscriptions = [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const target = open.get(uri.toString())
        return target ? text(target) : ''
      },
    }),
    results.onDidChange((file) => {
      for (const [uri, target] of open) if (target.file === file) changed.fire(vscode.Uri.parse(uri, true))
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) open.delete(uri.toString())
    }),
  ]

  return {
    receive(message) {
      if (message.is === 'explained') settle(message.id, message.text)
    },
    restarted() {
      for (const id of [...waiting.keys()]) settle(id, undefined)
    },
    async open(target) {
      const uri = uriOf(target)
      open.set(uri.toString(), target)
      const document = await vscode.workspace.openTextDocument(uri)
      // Where nothing shows Markdown the text itself reads well enough.
      if (vscode.extensions.getExtension(markdown)) await vscode.commands.executeCommand(preview, uri)
      else await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true })
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

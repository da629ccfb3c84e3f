import * as vscode from 'vscode'
import { configName } from '../../core/config/name.ts'
import type { SpendScopes } from '../../core/config/spend-schema.ts'
import { idOfUri } from '../file-id.ts'
import type { FromWorker, ToWorker } from '../protocol.ts'

/** Whose spend the project's is, as outlay.json says, by the account. */
export interface Scopes {
  ask(): Promise<SpendScopes>
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
}

/** The first folder's: spend is the window's, not a file's. */
export const scopeConfig = (): vscode.Uri | undefined => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  return folder && vscode.Uri.joinPath(folder.uri, configName)
}

export function createScopes(send: (message: ToWorker) => void): Scopes {
  const waiting = new Map<number, (scopes: SpendScopes) => void>()
  let asked = 0

  return {
    ask() {
      const uri = scopeConfig()
      if (!uri) return Promise.resolve({})
      asked += 1
      const id = asked
      const told = new Promise<SpendScopes>((answered) => waiting.set(id, answered))
      const file = idOfUri(uri)
      // It may have been written a moment ago.
      send({ is: 'changed', uris: [file] })
      send({ is: 'find-spend-scopes', id, file })
      return told
    },
    receive(message) {
      if (message.is !== 'spend-scopes') return
      waiting.get(message.id)?.(message.scopes)
      waiting.delete(message.id)
    },
    restarted() {
      for (const answered of waiting.values()) answered({})
      waiting.clear()
    },
  }
}

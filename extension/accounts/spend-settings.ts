import * as vscode from 'vscode'
import { configName } from '../../core/config/name.ts'
import { noSpendSettings, type SpendSettings } from '../../core/config/spend.ts'
import type { SpendScopes } from '../../core/config/spend-schema.ts'
import { idOfUri } from '../file-id.ts'
import type { FromWorker, ToWorker } from '../protocol.ts'

/** What outlay.json says of the project's spend. */
export interface ProjectSpend {
  /** Whose spend the project's is, by the account. */
  readonly scopes: SpendScopes
  /** Budgets, shared cost, metrics, and where spend is kept. */
  readonly settings: SpendSettings
}

export interface ProjectSpends {
  ask(): Promise<ProjectSpend>
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
}

export const noProjectSpend: ProjectSpend = { scopes: {}, settings: noSpendSettings }

/** The first folder's: spend is the window's, not a file's. */
export const spendConfig = (): vscode.Uri | undefined => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  return folder && vscode.Uri.joinPath(folder.uri, configName)
}

export function createProjectSpends(send: (message: ToWorker) => void): ProjectSpends {
  const waiting = new Map<number, (spend: ProjectSpend) => void>()
  let asked = 0

  return {
    ask() {
      const uri = spendConfig()
      if (!uri) return Promise.resolve(noProjectSpend)
      asked += 1
      const id = asked
      const told = new Promise<ProjectSpend>((answered) => waiting.set(id, answered))
      const file = idOfUri(uri)
      // It may have been written a moment ago.
      send({ is: 'changed', uris: [file] })
      send({ is: 'find-spend-settings', id, file })
      return told
    },
    receive(message) {
      if (message.is !== 'spend-settings') return
      waiting.get(message.id)?.(message.spend)
      waiting.delete(message.id)
    },
    restarted() {
      for (const answered of waiting.values()) answered(noProjectSpend)
      waiting.clear()
    },
  }
}

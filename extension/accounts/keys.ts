import type * as vscode from 'vscode'
import type { Credentials } from '../../billing/source.ts'

/** Secrets of accounts, by the account. They are in the editor's secret storage and on their way to the billing process, nowhere else. */
export interface Keys {
  read(account: string): Promise<Credentials>
  write(account: string, values: Credentials): Promise<void>
  remove(account: string): Promise<void>
}

const nameOf = (account: string) => `outlay.account.${account}`

export function createKeys(secrets: vscode.SecretStorage): Keys {
  return {
    async read(account) {
      const kept = await secrets.get(nameOf(account))
      return kept === undefined ? {} : (JSON.parse(kept) as Credentials)
    },
    write: async (account, values) => secrets.store(nameOf(account), JSON.stringify(values)),
    remove: async (account) => secrets.delete(nameOf(account)),
  }
}

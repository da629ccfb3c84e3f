import type * as vscode from 'vscode'
import type { ChosenSignIn, Credentials, Scope } from '../../billing/source.ts'

/** A source that somebody has connected. What is secret of it is elsewhere: see keys.ts. */
export interface Account {
  /** The source's id, `openai`, or with a name where there are several: `openai:work`. Also the name of its rows, and of its scope. */
  readonly id: string
  readonly source: string
  /** What was given that is no secret, by the field. */
  readonly values: Credentials
  /** Where its server is; left out: the source's own. */
  readonly base?: string
  /** Left out: keys. */
  readonly signIn?: ChosenSignIn | { readonly with: 'microsoft'; readonly tenant?: string }
  /** Which accounts are read where outlay.json says nothing. */
  readonly scope?: Scope
  /** May be read without being asked for, though each request costs money. */
  readonly byItself?: true
  /** What its provider is asked for besides spend: ids of signals. */
  readonly tells?: readonly string[]
}

export interface Accounts {
  all(): readonly Account[]
  get(id: string): Account | undefined
  put(account: Account): Promise<void>
  remove(id: string): Promise<void>
}

const key = 'outlay.accounts'

/** The list is the user's, for all projects. */
export function createAccounts(memento: vscode.Memento): Accounts {
  const all = () => memento.get<readonly Account[]>(key, [])
  const others = (id: string) => all().filter((each) => each.id !== id)
  return {
    all,
    get: (id) => all().find((each) => each.id === id),
    put: async (account) => {
      const before = all().findIndex(({ id }) => id === account.id)
      await memento.update(key, before < 0 ? [...all(), account] : all().with(before, account))
    },
    remove: async (id) => memento.update(key, others(id)),
  }
}

/** The name somebody gave one of several accounts. */
export const nameIn = (id: string): string | undefined => id.split(':')[1]

import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'
import { shownRange } from '../../billing/range.ts'
import type { Window } from '../../billing/reading.ts'
import type { Scope } from '../../billing/source.ts'
import type { AccountView } from '../../webview/protocol.ts'
import { type Account, nameIn } from './account.ts'
import type { Reading } from './readings.ts'

export interface Shown {
  readonly account: Account
  /** Undefined where this version of Outlay does not know the source any more. */
  readonly info: SourceInfo | undefined
  readonly reading: Reading
  /** What outlay.json says; undefined where it says nothing. */
  readonly scope: Scope | undefined
  readonly hours: number | undefined
  /** What is shown in place of anything that would be read: a warehouse that is only read. */
  readonly instead?: string
}

export const accountName = (account: Account, info: SourceInfo | undefined): string => {
  const name = info?.name ?? account.source
  const own = nameIn(account.id)
  return own === undefined ? name : `${name} (${own})`
}

export function accountView({ account, info, reading, scope, hours, instead }: Shown): AccountView {
  return {
    id: account.id,
    name: accountName(account, info),
    reads: info?.reads ?? account.source,
    state: reading.is,
    ...(reading.is === 'failed' ? { says: reading.message } : {}),
    ...(reading.is === 'reading' && reading.window ? { says: windowText(reading.window) } : {}),
    whose: whose(scope, account.scope),
    isScoped: scope !== undefined,
    again:
      instead === undefined
        ? again(info, hours)
        : vscode.l10n.t('Not read here: what is shown is asked of {0}, which is only read.', instead),
  }
}

const windowText = ({ days, number, of }: Window) => {
  const { since, until } = shownRange(days)
  const text = vscode.l10n.t('{0} to {1}', since, until)
  return of > 1 ? vscode.l10n.t('{0} ({1} of {2})', text, number, of) : text
}

function whose(scope: Scope | undefined, chosen: Scope | undefined): string {
  if (scope !== undefined) return vscode.l10n.t('Only this project’s: {0}.', scopeText(scope))
  if (chosen !== undefined && Object.keys(chosen).length > 0)
    return vscode.l10n.t('Not this project’s alone: all of {0}.', scopeText(chosen))
  return vscode.l10n.t('Not this project’s alone: all that these credentials can see.')
}

/** As long as it can be read at one look. */
const most = 4

/** `accounts /subscriptions/1, /subscriptions/2; tags team=search` */
function scopeText({ accounts = [], projects = [], keys = [], tags = {} }: Scope): string {
  const pairs = Object.entries(tags).map(([name, value]) => `${name}=${value}`)
  const part = (values: readonly string[], name: string) => {
    const more = values.length > most ? vscode.l10n.t('{0} more', values.length - most) : undefined
    return values.length === 0 ? [] : [`${name} ${[...values.slice(0, most), ...(more ? [more] : [])].join(', ')}`]
  }
  return [
    ...part(accounts, vscode.l10n.t('accounts')),
    ...part(projects, vscode.l10n.t('projects')),
    ...part(keys, vscode.l10n.t('keys')),
    ...part(pairs, vscode.l10n.t('tags')),
  ].join('; ')
}

/** What asking costs; undefined where it is free. */
export function costText({ askCosts, asking }: SourceInfo): string | undefined {
  if (askCosts) return vscode.l10n.t('Each request costs ${0}.', askCosts.usd)
  return asking === undefined ? undefined : vscode.l10n.t('Asking costs {0}.', asking)
}

function again(info: SourceInfo | undefined, hours: number | undefined): string {
  if (!info) return vscode.l10n.t('This version of Outlay cannot read it.')
  const paid = costText(info)
  const costs = paid === undefined ? '' : ` ${paid}`
  if (hours === undefined) return vscode.l10n.t('Read only when you ask.') + costs
  return vscode.l10n.t('Read again after {0} hours while the panel is open.', hours) + costs
}

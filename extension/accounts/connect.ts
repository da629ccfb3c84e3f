import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'
import { madeBy } from '../../billing/sign-in/made.ts'
import type { Credentials, Field, SignIn } from '../../billing/source.ts'
import type { Account } from './account.ts'
import { hoursBetween, isPaid } from './cadence.ts'
import { connectionOf } from './connection.ts'
import type { DeskTools } from './desk.ts'
import { askAddress, askField, askText } from './fields.ts'
import { copyButton, copyRight, linkButton, openLink } from './rights.ts'
import { costText } from './view.ts'

export interface Made {
  readonly account: Account
  readonly secrets: Credentials
}

/** Asks for all that a source's `needs` name, one thing after the other. Undefined where the user wants no more. */
export async function askAccount(tools: DeskTools, info: SourceInfo, replaced?: Account): Promise<Made | undefined> {
  const id = replaced?.id ?? (await askId(info, tools))
  if (id === undefined) return undefined
  const base = info.isOwn ? await askAddress(info) : undefined
  if (info.isOwn && base === undefined) return undefined
  const way = await askWay(info, tools)
  if (way === undefined) return undefined
  const given = await askFields(info, way.leaves)
  if (given === undefined) return undefined
  const byItself = isPaid(info) ? await askCosts(info) : false
  if (byItself === undefined) return undefined
  const account: Account = {
    id,
    source: info.id,
    values: given.values,
    ...(base === undefined ? {} : { base }),
    ...(way.signIn ? { signIn: way.signIn } : {}),
    ...(byItself ? { byItself: true } : {}),
  }
  const made = { account, secrets: given.secrets }
  return info.byAccount ? askAccounts(made, info, tools) : made
}

/** The first account of a source has its id; another one a name of its own. */
async function askId(info: SourceInfo, { accounts }: DeskTools): Promise<string | undefined> {
  const there = accounts.all().filter(({ source }) => source === info.id)
  if (there.length === 0) return info.id
  const another = { label: `$(add) ${vscode.l10n.t('Another account')}`, id: undefined }
  const replaced = there.map(({ id }) => ({ label: `$(key) ${vscode.l10n.t('Other credentials for {0}', id)}`, id }))
  const chosen = await vscode.window.showQuickPick([...replaced, another], {
    title: vscode.l10n.t('{0} is connected already', info.name),
  })
  if (chosen === undefined || chosen.id !== undefined) return chosen?.id
  const name = await askText(
    vscode.l10n.t('Connect {0}', info.name),
    vscode.l10n.t('A short name for this account.'),
    /^[\w.-]{1,40}$/,
    vscode.l10n.t('Letters, digits, dots and dashes.'),
  )
  return name === undefined ? undefined : `${info.id}:${name}`
}

interface Way {
  readonly signIn?: Account['signIn']
  /** Fields that it does not make. */
  readonly leaves: readonly Field[]
}

type WayItem = vscode.QuickPickItem & { readonly choose: () => Promise<Way | undefined> }

/** How to prove who asks; not asked where there is one way only. */
async function askWay(info: SourceInfo, tools: DeskTools): Promise<Way | undefined> {
  const { fields, signIns = [] } = info.needs
  const keys: Way = { leaves: fields }
  if (signIns.length === 0) return keys
  const items: WayItem[] = [
    ...signIns.flatMap((signIn) => wayItems(signIn, info, tools)),
    {
      label: `$(key) ${vscode.l10n.t('Keys')}`,
      detail: fields.map(({ label }) => label).join(', '),
      choose: async () => keys,
    },
  ]
  const pick = vscode.window.createQuickPick<WayItem>()
  pick.title = vscode.l10n.t('Connect {0}', info.name)
  pick.placeholder = vscode.l10n.t('It needs: {0}.', info.needs.scope)
  pick.items = items
  pick.buttons = [copyButton, linkButton]
  pick.ignoreFocusOut = true
  const chosen = await new Promise<WayItem | undefined>((done) => {
    pick.onDidTriggerButton((button) => void (button === copyButton ? copyRight(info) : openLink(info)))
    pick.onDidAccept(() => {
      done(pick.selectedItems[0])
      pick.hide()
    })
    pick.onDidHide(() => {
      pick.dispose()
      done(undefined)
    })
    pick.show()
  })
  return chosen?.choose()
}

function wayItems(way: SignIn, { needs, name }: SourceInfo, tools: DeskTools): WayItem[] {
  const made = madeBy(way)
  const leaves = needs.fields.filter(({ id }) => !made.includes(id))
  switch (way.with) {
    case 'aws':
      return [
        {
          label: `$(account) ${vscode.l10n.t('An AWS profile')}`,
          detail: vscode.l10n.t('Of ~/.aws/config, also signed in with SSO. Nothing of it is stored.'),
          choose: async () => {
            const profile = await askProfile(name, tools)
            return profile === undefined ? undefined : { signIn: { with: 'aws', profile }, leaves }
          },
        },
      ]
    case 'google':
      return [
        {
          label: `$(account) ${vscode.l10n.t('Google’s application default credentials')}`,
          detail: vscode.l10n.t('Those of `gcloud auth application-default login`. Nothing of them is stored.'),
          choose: async () => ({ signIn: { with: 'google' }, leaves }),
        },
      ]
    case 'microsoft':
      return [
        {
          label: `$(account) ${vscode.l10n.t('The editor’s Microsoft account')}`,
          detail: vscode.l10n.t('The editor asks you to sign in. Nothing of it is stored.'),
          choose: async () => ({ signIn: { with: 'microsoft' }, leaves }),
        },
        {
          label: `$(terminal) ${vscode.l10n.t('Azure’s command line')}`,
          detail: vscode.l10n.t('Whoever `az login` signed in. Nothing of it is stored.'),
          choose: async () => ({ signIn: { with: 'azure' }, leaves }),
        },
        {
          label: `$(organization) ${vscode.l10n.t('The editor’s Microsoft account, in another tenant')}`,
          choose: async () => {
            const tenant = await askText(
              vscode.l10n.t('Connect {0}', name),
              vscode.l10n.t('The id of the tenant, or its domain.'),
              /^[\w.-]+$/,
              vscode.l10n.t('Such as contoso.onmicrosoft.com.'),
            )
            return tenant === undefined ? undefined : { signIn: { with: 'microsoft', tenant }, leaves }
          },
        },
      ]
  }
}

async function askProfile(name: string, { client }: DeskTools): Promise<string | undefined> {
  const profiles = await (await client()).profiles()
  if ('is' in profiles) return void (await vscode.window.showErrorMessage(profiles.failure.message))
  if (profiles.length > 0)
    return vscode.window.showQuickPick([...profiles], { title: vscode.l10n.t('{0}: which AWS profile?', name) })
  const message = vscode.l10n.t(
    'There is no AWS profile on this machine: `aws configure` or `aws configure sso` makes one.',
  )
  return void (await vscode.window.showInformationMessage(message))
}

async function askFields(info: SourceInfo, fields: readonly Field[]) {
  const values: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  for (const [index, field] of fields.entries()) {
    const given = await askField(field, info, index + 1, fields.length)
    if (given === undefined) return undefined
    if (given !== '') (field.secret ? secrets : values)[field.id] = given
  }
  return { values, secrets }
}

/** Whether it may be read by itself; undefined where the user wants no more. */
async function askCosts(info: SourceInfo): Promise<boolean | undefined> {
  const usd = info.askCosts?.usd
  const hours = hoursBetween(info, { id: info.id, source: info.id, values: {}, byItself: true }, undefined)!
  const items = [
    { label: vscode.l10n.t('Read it only when I ask'), is: false },
    {
      label: vscode.l10n.t('Let it be read by itself, every {0} hours', hours),
      detail:
        usd === undefined
          ? vscode.l10n.t('While the panel is open.')
          : vscode.l10n.t(
              'From ${0} a month, while the panel is open; each page of an answer is a request.',
              (((30 * 24) / hours) * usd).toFixed(2),
            ),
      is: true,
    },
  ]
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Asking {0} costs money', info.name),
    placeHolder: costText(info),
    ignoreFocusOut: true,
  })
  return chosen?.is
}

/** Of a source that reads only accounts which are named, those that are to be read. */
async function askAccounts(made: Made, info: SourceInfo, { client, keys }: DeskTools): Promise<Made | undefined> {
  const unsaved = { ...keys, read: async () => made.secrets }
  const connection = await connectionOf(made.account, info, unsaved, {}, true)
  if ('message' in connection) return void (await vscode.window.showErrorMessage(connection.message))
  const found = await (await client()).accounts(info.id, connection)
  if ('is' in found) return void (await vscode.window.showErrorMessage(found.failure.message))
  const items = found.map(({ id, name }) => ({ label: name, description: id, picked: true }))
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('{0}: which are to be read?', info.name),
    canPickMany: true,
    ignoreFocusOut: true,
  })
  if (chosen === undefined || chosen.length === 0) return undefined
  return { ...made, account: { ...made.account, scope: { accounts: chosen.map(({ description }) => description) } } }
}

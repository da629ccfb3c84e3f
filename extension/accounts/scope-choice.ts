import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Scope } from '../../billing/source.ts'
import type { Dimension } from '../../core/spend-dimensions.ts'
import { allEdits } from '../config-file/edit-config.ts'
import { tellWritten } from '../config-file/tell.ts'
import { writeConfig } from '../config-file/write.ts'
import type { Account } from './account.ts'
import type { DeskTools } from './desk.ts'
import { askText } from './fields.ts'
import { spendConfig } from './spend-settings.ts'
import { accountName } from './view.ts'

type Part = keyof Scope

interface Asking {
  readonly account: Account
  readonly info: SourceInfo
  readonly scope: Scope
  readonly title: string
  readonly tools: DeskTools
}

interface Value {
  readonly id: string
  readonly name?: string
}

/** Asks which part of an account is the project's and writes it into outlay.json. @returns whether it is another one now */
export async function chooseScope(account: Account, info: SourceInfo, tools: DeskTools): Promise<boolean> {
  const uri = spendConfig()
  const title = vscode.l10n.t('{0}: what is this project’s?', accountName(account, info))
  if (!uri) return say(vscode.l10n.t('What is the project’s is noted in outlay.json: open its folder first.'))
  const parts = Object.keys(info.narrows ?? {}) as Part[]
  if (parts.length === 0) return say(vscode.l10n.t('{0} cannot be asked for a part of its spend.', info.name))
  const scope = tools.scopeOf(account.id) ?? {}
  const part = await askPart(parts, info, scope, title)
  if (part === undefined) return false
  const chosen =
    part === 'tags' ? await askTags(scope, title) : await askValues(part, { account, info, scope, title, tools })
  if (chosen === undefined) return false
  return write(uri, account.id, { ...scope, [part]: chosen })
}

const partName = (part: Part) =>
  ({
    accounts: vscode.l10n.t('Accounts'),
    projects: vscode.l10n.t('Projects'),
    keys: vscode.l10n.t('Keys'),
    tags: vscode.l10n.t('Tags'),
  })[part]

async function askPart(
  parts: readonly Part[],
  { narrows }: SourceInfo,
  scope: Scope,
  title: string,
): Promise<Part | undefined> {
  if (parts.length === 1) return parts[0]
  const items = parts.map((part) => ({
    part,
    label: partName(part),
    detail: narrows?.[part],
    description: part === 'tags' ? pairs(scope).join(', ') : (scope[part] ?? []).join(', '),
  }))
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('By what?') }))?.part
}

const pairs = ({ tags = {} }: Scope) => Object.entries(tags).map(([name, value]) => `${name}=${value}`)

async function askTags(scope: Scope, title: string): Promise<Scope['tags'] | undefined> {
  const text = await askText(
    title,
    vscode.l10n.t('Tags that the spend must carry, as team=search, stage=live. Empty: whatever its tags.'),
    /^\s*$|^\s*[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*\s*$/,
    vscode.l10n.t('Write name=value, with commas in between.'),
    pairs(scope).join(', '),
  )
  if (text === undefined) return undefined
  const entries = text.split(',').flatMap((pair) => {
    const [name, value] = pair.split('=').map((each) => each.trim())
    return name && value ? [[name, value]] : []
  })
  return Object.fromEntries(entries)
}

/** Those that were read, those that are written already, and others that somebody types. */
async function askValues(
  part: Exclude<Part, 'tags'>,
  { account, info, scope, title, tools }: Asking,
): Promise<readonly string[] | undefined> {
  const written = scope[part] ?? []
  const values = new Map<string, Value>([
    ...written.map((id) => [id, { id }] as const),
    ...(account.scope?.accounts ?? []).map((id) => [id, { id }] as const).filter(() => part === 'accounts'),
    ...(await readValues(dimensionsOf(part, info), account, tools)).map((value) => [value.id, value] as const),
  ])
  const other: vscode.QuickPickItem = {
    label: `$(edit) ${vscode.l10n.t('Others, which I type')}`,
    alwaysShow: true,
  }
  const items = [...values.values()].map(({ id, name }) => ({
    label: name ?? id,
    ...(name === undefined ? {} : { description: id }),
    picked: written.includes(id),
    id,
  }))
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { id?: string }>([...items, other], {
    title,
    placeHolder: vscode.l10n.t(
      '{0}. With none, all that the credentials can see.',
      info.narrows?.[part] ?? partName(part),
    ),
    canPickMany: true,
    ignoreFocusOut: true,
  })
  if (chosen === undefined) return undefined
  const ids = chosen.flatMap(({ id }) => id ?? [])
  if (!chosen.includes(other)) return ids
  const typed = await askText(
    title,
    vscode.l10n.t('Ids as the provider writes them, with commas in between.'),
    /\S/,
    '',
  )
  if (typed === undefined) return undefined
  const others = typed.split(',').map((id) => id.trim())
  return [...new Set([...ids, ...others])].filter((id) => id !== '')
}

/** Rows have an account, and one within it: where a source knows projects those are the inner ones, else accounts are. */
function dimensionsOf(part: Exclude<Part, 'tags'>, { narrows }: SourceInfo): readonly Dimension[] {
  if (part === 'keys') return ['key']
  return part === 'accounts' && narrows?.projects !== undefined ? ['account'] : ['project-id', 'project']
}

async function readValues(by: readonly Dimension[], account: Account, tools: DeskTools): Promise<Value[]> {
  const where = [{ dimension: 'source', among: [account.id] }] as const
  const rows = await (await tools.client()).ask({ ask: 'spend', by, where })
  if ('is' in rows) return []
  return rows.flatMap(({ dimensions }) => {
    const [id, name] = [dimensions[by[0]!], dimensions.project]
    return id ? [{ id, ...(name && name !== id ? { name } : {}) }] : []
  })
}

async function write(uri: vscode.Uri, account: string, scope: Scope): Promise<boolean> {
  const parts = Object.entries(scope).filter(([, value]) => Object.keys(value).length > 0)
  const value = parts.length === 0 ? undefined : Object.fromEntries(parts)
  const written = await writeConfig(uri, (text) => allEdits(text, [{ path: ['spend', 'scope', account], value }]))
  await tellWritten(uri, written)
  return written.is === 'saved'
}

const say = async (message: string) => {
  await vscode.window.showInformationMessage(message)
  return false
}

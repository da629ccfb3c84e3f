import * as vscode from 'vscode'
import type { WarehouseInfo } from '../../billing/describe.ts'
import type { Credentials, Field } from '../../billing/source.ts'
import { warehouseName } from '../../billing/warehouse-name.ts'
import type { SpendStoreSetting } from '../../core/config/spend-store-schema.ts'
import { allEdits } from '../config-file/edit-config.ts'
import { tellWritten } from '../config-file/tell.ts'
import { writeConfig } from '../config-file/write.ts'
import type { DeskTools } from './desk.ts'
import { askField } from './fields.ts'
import { showRights } from './rights.ts'
import { spendConfig } from './spend-settings.ts'
import { asking } from './trying.ts'
import type { ConnectedWarehouse, Warehouses } from './warehouses.ts'

export interface StoreTools {
  readonly warehouses: Warehouses
  /** The warehouse that outlay.json names, connected or not. */
  named(): SpendStoreSetting | undefined
  /** Another store is shown, or the same with other credentials. */
  changed(): Promise<void>
}

interface Given {
  readonly settings: SpendStoreSetting
  readonly values: Credentials
  readonly secrets: Credentials
}

export async function warehouseInfos({ client }: DeskTools): Promise<readonly WarehouseInfo[]> {
  const found = await (await client()).warehouses()
  return 'is' in found ? [] : found
}

/** Asks what is missing, tries it, and only then writes it: what is no secret into outlay.json, the secret into the secret storage. */
export async function connectWarehouse(info: WarehouseInfo, tools: DeskTools): Promise<void> {
  const { stores } = tools
  const uri = spendConfig()
  if (!uri) return say(vscode.l10n.t('A warehouse is named in outlay.json: open the project’s folder first.'))
  const named = stores.named()
  if (named && named.kind !== info.id && !(await mayReplace(named, info))) return
  const isNamed = named?.kind === info.id
  for (let given: Given | undefined; ; ) {
    given = await askGiven(info, isNamed ? named : undefined, given)
    if (given === undefined) return
    const byItself = await askByItself(info)
    if (byItself === undefined) return
    const { settings, values, secrets } = given
    const credentials = { ...values, ...secrets }
    const answer = await askWarehouse(info, settings, credentials, tools)
    if (!('failure' in answer)) {
      if (!isNamed && !(await write(uri, settings))) return
      await stores.warehouses.put(settings, { values, byItself }, secrets)
      return stores.changed()
    }
    const again = vscode.l10n.t('Try Again')
    const { kind, message } = answer.failure
    if (kind === 'cancelled' || (await vscode.window.showErrorMessage(message, again)) !== again) return
  }
}

async function mayReplace(named: SpendStoreSetting, { name }: WarehouseInfo): Promise<boolean> {
  const replace = vscode.l10n.t('Replace it')
  const answer = await vscode.window.showQuickPick([replace], {
    title: vscode.l10n.t('outlay.json names {0}: name {1} in its place?', warehouseName(named), name),
    placeHolder: vscode.l10n.t('For everybody who shares the file.'),
    ignoreFocusOut: true,
  })
  return answer === replace
}

/** @param named what outlay.json says already: only what is not in it is asked for. @param before what was tried and did not work */
async function askGiven(
  info: WarehouseInfo,
  named: SpendStoreSetting | undefined,
  before: Given | undefined,
): Promise<Given | undefined> {
  const inFile: readonly Field[] = named
    ? []
    : info.needs.settings.map(({ key, ...rest }) => ({ ...rest, id: key, secret: false, env: '' }))
  const settings: Record<string, unknown> = { ...named, kind: info.id }
  const values: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  // A profile that signs in leaves nothing to ask for.
  const fields = () => (settings.profile === undefined ? info.needs.fields : [])
  for (const [index, field] of [...inFile, ...info.needs.fields].entries()) {
    const isSetting = index < inFile.length
    if (!isSetting && !fields().includes(field)) continue
    const was = isSetting ? before?.settings[field.id as keyof SpendStoreSetting] : before?.values[field.id]
    const steps = inFile.length + fields().length
    const given = await askField(field, filled(info, settings), index + 1, steps, typeof was === 'string' ? was : '')
    if (given === undefined) return undefined
    if (given !== '') (isSetting ? settings : field.secret ? secrets : values)[field.id] = given
  }
  return { settings: settings as SpendStoreSetting, values, secrets }
}

/** Its rights with the names of what is asked, as far as they are known. */
function filled(info: WarehouseInfo, settings: Readonly<Record<string, unknown>>): WarehouseInfo {
  const grant = info.needs.grant.replaceAll(/<(\w+)>/g, (all, key: string) => {
    const value = settings[key]
    return typeof value === 'string' ? value : all
  })
  return { ...info, needs: { ...info.needs, grant } }
}

async function askByItself({ name, asking: cost }: WarehouseInfo): Promise<boolean | undefined> {
  if (cost === undefined) return true
  const items = [
    { label: vscode.l10n.t('Ask it only when I say so'), is: false },
    { label: vscode.l10n.t('Ask it whenever the panel opens'), is: true },
  ]
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Asking {0} costs money', name),
    placeHolder: vscode.l10n.t('Asking costs {0}.', cost),
    ignoreFocusOut: true,
  })
  return chosen?.is
}

/** One small question, which can be called off. */
async function askWarehouse(
  { name }: WarehouseInfo,
  settings: SpendStoreSetting,
  credentials: Credentials,
  { client }: DeskTools,
) {
  const asked = await client()
  return asking(name, (signal) => asked.tryWarehouse({ is: 'warehouse', settings, credentials }, signal))
}

async function write(uri: vscode.Uri, settings: SpendStoreSetting | undefined): Promise<boolean> {
  const written = await writeConfig(uri, (text) => allEdits(text, [{ path: ['spend', 'store'], value: settings }]))
  await tellWritten(uri, written)
  return written.is === 'saved' || written.is === 'unchanged'
}

interface Own {
  readonly settings: SpendStoreSetting
  readonly connected: ConnectedWarehouse
  readonly info: WarehouseInfo
}

/** The warehouse that outlay.json names and that is connected here. */
export async function ownWarehouse(tools: DeskTools): Promise<Own | undefined> {
  const settings = tools.stores.named()
  const connected = settings && tools.stores.warehouses.of(settings)
  if (!connected) return undefined
  const info = (await warehouseInfos(tools)).find(({ id }) => id === settings.kind)
  return info && { settings, connected, info }
}

export async function testWarehouse({ settings, info }: Own, tools: DeskTools): Promise<void> {
  const credentials = (await tools.stores.warehouses.credentials(settings)) ?? {}
  const answer = await askWarehouse(info, settings, credentials, tools)
  if (!('failure' in answer)) return say(answer.sentence)
  if (answer.failure.kind !== 'cancelled') await vscode.window.showErrorMessage(answer.failure.message)
}

export async function disconnectWarehouse({ settings }: Own, { stores }: DeskTools): Promise<void> {
  const here = vscode.l10n.t('Disconnect it here')
  const everywhere = vscode.l10n.t('Disconnect it, and take it out of outlay.json')
  const answer = await vscode.window.showQuickPick([here, everywhere], {
    title: vscode.l10n.t('Disconnect {0}', warehouseName(settings)),
    placeHolder: vscode.l10n.t(
      'Its keys leave the secret storage either way; what it holds stays there. What is on this machine is shown then.',
    ),
    ignoreFocusOut: true,
  })
  if (answer === undefined) return
  const uri = spendConfig()
  if (answer === everywhere && !(uri && (await write(uri, undefined)))) return
  await stores.warehouses.remove(settings)
  await stores.changed()
}

export async function manageWarehouse(own: Own, tools: DeskTools): Promise<void> {
  const { settings, connected, info } = own
  const { warehouses, changed } = tools.stores
  const cost = info.asking === undefined ? undefined : vscode.l10n.t('Asking costs {0}.', info.asking)
  const byItself = async () => {
    await warehouses.put(settings, { ...connected, byItself: !connected.byItself })
    await changed()
  }
  const actions: (vscode.QuickPickItem & { act(): Promise<void> })[] = [
    {
      label: `$(plug) ${vscode.l10n.t('Test')}`,
      detail: cost ?? vscode.l10n.t('One small request; nothing is loaded.'),
      act: () => testWarehouse(own, tools),
    },
    { label: `$(key) ${vscode.l10n.t('Change the credentials')}`, act: () => connectWarehouse(info, tools) },
    {
      label: `$(shield) ${vscode.l10n.t('Show the rights it needs')}`,
      detail: info.needs.scope,
      act: () => showRights(filled(info, settings)),
    },
    ...(cost === undefined
      ? []
      : [
          {
            label: `$(clock) ${connected.byItself ? vscode.l10n.t('Ask it only when I say so') : vscode.l10n.t('Ask it whenever the panel opens')}`,
            detail: cost,
            act: byItself,
          },
        ]),
    { label: `$(debug-disconnect) ${vscode.l10n.t('Disconnect')}`, act: () => disconnectWarehouse(own, tools) },
  ]
  await (await vscode.window.showQuickPick(actions, { title: warehouseName(settings) }))?.act()
}

const say = async (message: string) => void (await vscode.window.showInformationMessage(message))

import * as vscode from 'vscode'
import type { FoundPrices, Offer, PricesState } from '../protocol.ts'
import { showAlternatives } from './other-offers.ts'
import { copied, inGivenOrder } from './picks.ts'
import type { SiteNames } from './site-names.ts'
import type { AskPrices } from './tools.ts'
import { ageWords, comparesGpus, copyText, offerWords } from './words.ts'

interface Item extends vscode.QuickPickItem {
  readonly offer?: Offer
  readonly name?: string
  readonly isUpdate?: true
}

export interface FindTools {
  readonly ask: AskPrices
  state(): PricesState | undefined
  update(): Promise<void>
}

const clouds = new Set(['aws', 'gcp', 'azure'])

/** The same thing in every region and cloud, as the user types. An answer that is older than the text is not shown. */
export function findPrice(tools: FindTools, text = ''): void {
  const pick = inGivenOrder(vscode.window.createQuickPick<Item>())
  let asked: vscode.Disposable | undefined
  let searched: string | undefined
  let isAccepted = false
  let first: Item | undefined

  function search(): void {
    const wanted = pick.value.trim()
    if (wanted === searched) return
    searched = wanted
    isAccepted = false
    asked?.dispose()
    pick.busy = true
    asked = tools.ask(
      (id) => ({ is: 'find-price', id, text: wanted }),
      (found) => {
        pick.busy = false
        pick.items = [...itemsOf(found, wanted), ...footer(tools.state())]
        first = pick.items.find((item) => item.offer ?? item.name)
        if (first) pick.activeItems = [first]
        if (isAccepted) take(first)
      },
    )
  }

  /**
   * What stands there while an answer is on its way belongs to the text before: Enter then means the first of the answer. So it does just
   * after: the editor names rows by their number, and that of a row before may be a heading's now.
   */
  function accept(): void {
    const [item] = pick.selectedItems
    if (pick.busy) isAccepted = true
    else take(item?.offer || item?.name !== undefined || item?.isUpdate ? item : first)
  }

  function take(item: Item | undefined): void {
    if (item?.isUpdate) {
      pick.hide()
      void tools.update()
    } else if (item?.name !== undefined) {
      pick.value = item.name
      search()
    } else if (item?.offer) {
      // Made first: the next pick takes this one's place, and comes back to it.
      const back = pick.value
      showAlternatives(tools.ask, namesOf(item.offer), () => findPrice(tools, back))
    }
  }

  pick.title = vscode.l10n.t('Outlay: Find a Price')
  pick.placeholder = vscode.l10n.t('An instance, GPU, model or storage class, and a region if only that counts')
  pick.value = text
  pick.onDidChangeValue(search)
  pick.onDidAccept(accept)
  pick.onDidTriggerItemButton(({ item }) => copied(copyText(textsOf(item))))
  pick.onDidHide(() => {
    asked?.dispose()
    pick.dispose()
  })
  search()
  pick.show()
}

const textsOf = ({ label, description = '', detail = '' }: Item) => ({ label, description, detail })

const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator })

/** What to type, for somebody who has typed nothing: one of each kind. */
const examples = ['g5.xlarge', '8xH100', 'H100 us-east-1', 'gpt-4o', 's3 STANDARD_IA']

function itemsOf({ offers, more, names, why }: FoundPrices, wanted: string): Item[] {
  if (wanted === '') return [separator(vscode.l10n.t('for example')), ...examples.map(nameItem)]
  const byGpu = comparesGpus(offers)
  const sound = offers.filter(({ line }) => line.weak === undefined)
  const weak = offers.filter(({ line }) => line.weak !== undefined)
  const items = (some: readonly Offer[], title: string) =>
    some.length === 0 ? [] : [separator(title), ...some.map((offer) => offerItem(offer, byGpu))]
  const namesTitle = why === undefined ? vscode.l10n.t('names like this') : vscode.l10n.t('there are prices of')
  return [
    ...items(sound, vscode.l10n.t('cheapest first')),
    ...items(weak, vscode.l10n.t('prices that deserve less trust')),
    ...(more > 0 ? [noteItem(vscode.l10n.t('{0} more: name a region after it', more))] : []),
    ...(why === undefined ? [] : [noteItem(why)]),
    ...(names.length > 0 ? [separator(namesTitle), ...names.map(nameItem)] : []),
  ]
}

const copyButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('copy'),
  tooltip: vscode.l10n.t('Copy'),
})

const offerItem = (offer: Offer, byGpu: boolean): Item => ({
  ...offerWords(offer, byGpu),
  alwaysShow: true,
  buttons: [copyButton()],
  offer,
})
const nameItem = (name: string): Item => ({ label: `$(search) ${name}`, alwaysShow: true, name })
const noteItem = (label: string): Item => ({ label: `$(info) ${label}`, alwaysShow: true })

function footer(state: PricesState | undefined): Item[] {
  if (!state) return []
  const age = ageWords(state, new Date().toISOString().slice(0, 10))
  const label = `$(cloud-download) ${vscode.l10n.t('Update prices')}`
  const description = vscode.l10n.t('the newest here are {0}', age)
  return [separator(vscode.l10n.t('price book')), { label, description, alwaysShow: true, isUpdate: true }]
}

/** A machine of a GPU cloud is compared by what it has: its name is the seller's own. */
function namesOf({ what, provider, region, line, specs }: Offer): SiteNames {
  if (line.unit.startsWith('1M ')) return { names: [`${provider}/${what}`, what], region: undefined }
  if (clouds.has(provider) || specs.accelerator === undefined) return { names: [what], region }
  return { names: [`${specs.acceleratorCount ?? 1}x${specs.accelerator}`], region: undefined }
}

import * as vscode from 'vscode'
import type { RefreshRequest } from '../../cli/prices-refresh/protocol.ts'
import type { CostSite } from '../../core/types.ts'
import type { FoundPrices, OtherOffers, PricesState, ToWorker } from '../protocol.ts'
import { findPrice } from './find.ts'
import { showAlternatives } from './other-offers.ts'
import { siteNames } from './site-names.ts'
import { createUpdate } from './update.ts'

// A bundle of its own, loaded when somebody looks a price up or prices are refreshed: dist/price-tools.js.

/** Asks the worker. Dispose to hear no answer any more. */
export interface AskPrices {
  (
    make: (id: number) => Extract<ToWorker, { is: 'find-price' }>,
    answered: (found: FoundPrices) => void,
  ): vscode.Disposable
  (
    make: (id: number) => Extract<ToWorker, { is: 'find-alternatives' }>,
    answered: (found: OtherOffers) => void,
  ): vscode.Disposable
}

/** The site a node of the Costs view is, or the one at the cursor. */
export type SiteAtCursor = (node: unknown) => CostSite | undefined

export interface PriceToolsHost {
  readonly ask: AskPrices
  readonly site: SiteAtCursor
  log(message: string): void
  showLog(): void
  state(): PricesState | undefined
  bases(): RefreshRequest['bases']
  /** A refresh begins. */
  attempted(): Thenable<void>
  /** There may be other prices than before. */
  refreshed(): void
}

export interface PriceTools extends vscode.Disposable {
  /** `aloud`: asked for by the user, who sees it run and can cancel it. */
  update(how: 'aloud' | 'quietly'): Promise<void>
  find(text?: string): void
  alternatives(node: unknown): void
}

export function createPriceTools(host: PriceToolsHost): PriceTools {
  const update = createUpdate(host)
  const find = (text?: string) => findPrice({ ...host, update: () => update.run('aloud') }, text)
  return {
    update: update.run,
    find,
    alternatives(node) {
      const site = host.site(node)
      if (site === undefined) return find()
      const names = siteNames(site)
      if (names) return showAlternatives(host.ask, names)
      const sentence = vscode.l10n.t(
        'Nothing can be compared with {0}: what it is, is not known or has no other.',
        site.label,
      )
      void vscode.window.showInformationMessage(sentence)
    },
    dispose: update.cancel,
  }
}

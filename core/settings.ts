import type { SpendSettings } from './config/spend.ts'
import type { SpendScopes } from './config/spend-schema.ts'
import type { Preset } from './preset.ts'
import type { Currency, UserPrices } from './prices/user/prices.ts'
import type { Band, Cloud, ModelCall, Severity } from './types.ts'

/** `outlay.json` as it applies to one file: `extends`, overrides and defaults already resolved. */
export interface Settings {
  /** Undefined where the file is ignored. */
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Which rules are on that `rules` does not name; left out: `recommended`. */
  readonly preset?: Preset
  readonly ignored: boolean
  /** Calls per month the user wrote for this call, and where: `outlay.json`. Undefined: no monthly figure. */
  volume(call: ModelCall): { readonly calls: Band; readonly from: string } | undefined
  /** What the user says a resource uses in a month, by the quantity's name in its definition, and where that is said. */
  usage(resource: {
    readonly type: string
    readonly address: string
  }): Readonly<Record<string, { readonly quantity: Band; readonly from: string }>>
  /** How a Terraform root is read: variable files and a plan as paths from the file's own folder, and the workspace. */
  readonly terraform?: { readonly varFiles: readonly string[]; readonly workspace?: string; readonly plan?: string }
  /** Region to use where the source names none. */
  readonly region: Readonly<Partial<Record<Cloud, string>>>
  /** Tokens to take where the source cannot tell; shown as assumed. */
  readonly assume: { readonly inputTokens?: number; readonly outputTokens?: number }
  /** Whether the monthly allowances that providers give to every customer are taken off. Left out: they are not. */
  readonly freeTiers?: boolean
  /** What the user pays instead of the list prices; the same object for all files it is the same for. */
  readonly prices?: UserPrices
  /** What of each billing source is the project's, by the source's id. */
  readonly spendScope?: SpendScopes
  /** Budgets, shared cost and metrics; a metric's file is an absolute path. */
  readonly spend?: SpendSettings
  /** Shown beside USD; nothing is computed in it. */
  readonly currency?: Currency
}

export interface RuleSetting {
  readonly severity: Severity | 'off'
  readonly options: unknown
}

/** No `outlay.json` at all: the presets decide, nothing is assumed. */
export const noSettings: Settings = {
  rules: new Map(),
  ignored: false,
  volume: () => undefined,
  usage: () => ({}),
  region: {},
  assume: {},
}

import type { ChangeDimension, Period } from './analysis-protocol.ts'
import { type PanelState, protocolVersion, type ViewBody, type ViewMessage } from './protocol.ts'

/** What the user chose in the panel; kept with the last state, so that a hidden panel comes back as it was. */
export interface Choices {
  /** Which part of the panel is open. */
  readonly section: string
  /** Of the analyses. */
  readonly period: Period
  readonly by: ChangeDimension
  readonly tab: number
  /** Index into the spend's totals: one currency and grade is shown at a time. */
  readonly total: number
  readonly sort: Readonly<Record<string, { readonly column: number; readonly descending: boolean }>>
}

export interface Saved {
  readonly version: number
  readonly state: PanelState
  readonly choices: Choices
}

/** https://code.visualstudio.com/api/extension-guides/webview#passing-messages-from-a-webview-to-an-extension */
interface VsCodeApi {
  postMessage(message: ViewMessage): void
  getState(): Saved | undefined
  setState(state: Saved): void
}

declare const acquireVsCodeApi: () => VsCodeApi

const api = acquireVsCodeApi()

export const tell = (message: ViewBody): void => api.postMessage({ ...message, version: protocolVersion })

/** What an older panel saved is not read. */
export function restore(): Saved | undefined {
  const saved = api.getState()
  return saved?.version === protocolVersion ? saved : undefined
}

export const save = (state: PanelState, choices: Choices): void =>
  api.setState({ version: protocolVersion, state, choices })

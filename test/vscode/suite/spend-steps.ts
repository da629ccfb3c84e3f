import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { page, typeQuickly, until, uriOf } from './look.ts'

// What a user does in the panel of spend and in the questions that it asks.

export const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: 'outlay-panel' })
export const press = (key: string) => page({ do: 'press', key })
export const rows = '.quick-input-widget .monaco-list-row'

/** From the list of what can be connected. @returns what is still being asked */
export async function startConnecting(label: string): Promise<{ readonly connecting: Thenable<unknown> }> {
  const connecting = vscode.commands.executeCommand('outlay.connectSpend')
  await page({ do: 'texts', selector: rows })
  await typeQuickly(label)
  await page({ do: 'texts', selector: `${rows}.focused:has-text("${label}")` })
  await press('Enter')
  return { connecting }
}

/** Answers the box that asks for something. */
export async function answer(prompt: string, text: string): Promise<void> {
  await page({ do: 'texts', selector: `.quick-input-widget .quick-input-message:has-text("${prompt}")` })
  await typeQuickly(text)
  await press('Enter')
}

export async function answerSecret(text: string): Promise<void> {
  await page({ do: 'texts', selector: '.quick-input-widget input[type=password]:visible' })
  await typeQuickly(text)
  await press('Enter')
}

/** Picks an entry of the list that is open, or comes. */
export async function pick(text: string): Promise<void> {
  await page({ do: 'click', selector: `${rows}:has-text("${text}")` })
}

export const account = (name: string) => `.accounts li:has-text("${name}")`

/** Waits until something in the panel says it. */
export const saying = (selector: string, words: RegExp) =>
  until(
    () => `${words} in ${selector}`,
    async () => (await texts(selector)).find((text) => words.test(text)),
  )

/** Toasts are not shown in a test run: the list of messages is opened. */
export async function noticed(words: RegExp): Promise<string> {
  const message = '.notifications-center .notification-list-item-message'
  return until(`a message like ${words}`, async () => {
    await vscode.commands.executeCommand('notifications.showList')
    if ((await page<number>({ do: 'count', selector: message })) === 0) return undefined
    return (await page<string[]>({ do: 'texts', selector: message })).find((text) => words.test(text))
  })
}

/** Neither the panel nor any file of the editor and the project holds one of them. @param logged what was refused is in the log all the same */
export async function isNowhere(secrets: readonly string[], logged: RegExp): Promise<void> {
  const shown = (await texts('outlay-panel')).join()
  const folder = process.env.OUTLAY_TEST_USER
  assert.ok(folder, 'the runner names the folder of the user')
  const files = [folder, uriOf('.').fsPath].flatMap((top) =>
    readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const log = files.find((file) => /outlay\.outlay.*\.log$/i.test(file))
  assert.match(readFileSync(log ?? '', 'utf8'), logged)
  for (const secret of secrets) {
    const holding = files.filter((file) => readFileSync(file).includes(secret))
    assert.deepEqual(holding, [])
    assert.ok(!shown.includes(secret))
  }
}

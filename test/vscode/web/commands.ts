import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { hintsOf, lineOf, own, page, typeQuickly, until } from '../suite/look.ts'
import { folder, show, test } from './run.ts'

// Each command of the manifest in a browser: it works, or says in a sentence why it cannot.

const tried: string[] = []

const run = <T>(name: string, ...given: readonly unknown[]) => {
  tried.push(`outlay.${name}`)
  return vscode.commands.executeCommand<T>(`outlay.${name}`, ...given)
}

const of = (name: string) => vscode.Uri.joinPath(folder(), name)
const press = (key: string) => page({ do: 'press', key })
const picks = '.quick-input-widget .monaco-list-row'
const costs = '.pane:has(.pane-header:has-text("Costs")) .monaco-list-row'

const seen = (selector: string, text: RegExp, webview?: string) =>
  until(
    () => `${text} in ${selector}`,
    async () => {
      const where = webview === undefined ? {} : { webview }
      const count = await page<number>({ do: 'count', selector, ...where })
      const all = count > 0 ? await page<string[]>({ do: 'texts', selector, ...where }) : []
      return all.map((one) => one.replaceAll(/\s+/g, ' ')).find((one) => text.test(one))
    },
  )

/** What a message says; it is closed then. Toasts are not shown in a test run: the list of messages is opened. */
async function says(text: RegExp): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList')
  await seen('.notifications-center .notification-list-item-message', text)
  await vscode.commands.executeCommand('notifications.clearAll')
}

/** With the cursor at a text, and its cost known. */
async function at(name: string, text: string): Promise<vscode.TextDocument> {
  const [document] = await show(of(name))
  await until('its costs', async () => (await hintsOf(document!))[0])
  const line = lineOf(document!, text)
  vscode.window.activeTextEditor!.selection = new vscode.Selection(line, 4, line, 4)
  return document!
}

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors')

test('Scan Project fills the Costs view', async () => {
  await vscode.commands.executeCommand('outlay.costs.focus')
  await run('scanProject')
  await seen(costs, /main\.tf ?\$[\d,.]+\/mo/)
})

test('a scan is stopped, and the next one is whole', async () => {
  const scan = run('scanProject')
  await run('stopScan')
  await scan
  await run('scanProject')
  await seen(costs, /main\.tf ?\$[\d,.]+\/mo/)
})

test('the Costs view groups, sorts and filters', async () => {
  await run('costsByResource')
  await seen(costs, /aws_ebs_volume ?\$/)
  await run('costsByEntryPoint')
  await seen(costs, /^Requests/)
  await run('costsByFile')
  await seen(costs, /main\.tf/)
  const filtering = run('filterCosts')
  await typeQuickly('answer.py')
  await press('Enter')
  await filtering
  await seen(costs, /answer\.py/)
  await page({ do: 'gone', selector: `${costs}:has-text("main.tf")` })
  await run('sortCostsByName')
  await run('sortCostsByAmount')
})

test('Export Costs makes a document of what is shown', async () => {
  const exporting = run('exportCosts')
  await page({ do: 'texts', selector: `${picks}:has-text("CSV")` })
  await press('Enter')
  await exporting
  assert.match(vscode.window.activeTextEditor!.document.getText(), /^group,name,file,line,cost,per,usd_low/)
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await run('clearCostFilter')
  await seen(costs, /main\.tf/)
})

test('Reveal Cost goes to the line', async () => {
  const range = new vscode.Range(2, 0, 2, 0)
  await run('revealSite', of('answer.py'), range)
  const editor = vscode.window.activeTextEditor!
  assert.match(editor.document.uri.path, /answer\.py$/)
  assert.equal(editor.selection.active.line, 2)
})

test('Apply All Safe Fixes in File applies them, and says where there is none', async () => {
  await vscode.workspace.fs.copy(of('stale.py'), of('web-fixes/stale.py'))
  const document = await at('web-fixes/stale.py', 'client.chat')
  const before = document.getText()
  await run('fixAll')
  assert.equal(document.getText(), before.replace(/.*outlay-ignore.*\n/, ''))
  await at('answer.py', 'client.chat')
  await run('fixAll')
  await says(/^Outlay has no safe fix for this file\.$/)
})

test('Toggle Inline Costs takes the hints out and brings them back', async () => {
  const document = await at('infra/main.tf', 'instance_type')
  await run('toggleInline')
  await until('no hints', async () => ((await hintsOf(document)).length === 0 ? true : undefined))
  await run('toggleInline')
  await until('the hints', async () => ((await hintsOf(document)).length > 0 ? true : undefined))
})

test('Find a Price answers as one types', async () => {
  await run('findPrice')
  await page({ do: 'texts', selector: picks })
  await typeQuickly('g5.xlarge us-east-1')
  await seen(picks, /^\$[\d.]+\/h, spot \$[\d.]+\/h ?g5\.xlarge · aws us-east-1/)
  await press('Escape')
})

test('Cheaper Alternatives is about what stands at the cursor', async () => {
  await at('infra/main.tf', 'instance_type')
  await run('findAlternatives')
  await seen('.quick-input-title', /Cheaper Alternatives to p4d\.24xlarge/)
  await seen(picks, /saves \$/)
  await press('Escape')
})

test('Update Prices says by which prices a browser goes', async () => {
  await run('updatePrices')
  await says(/^In a browser Outlay goes by the prices it came with/)
})

test('Simulate tries another model, and writes it into the call', async () => {
  const view = 'outlay-simulator'
  const document = await at('answer.py', 'client.chat')
  const before = document.getText()
  await run('simulate')
  await seen(`${view} h1`, /^gpt-4o-mini · chat\.completions\.create$/, view)
  await until('what it saves', async () => {
    await page({ do: 'fill', selector: '[id="model"]', text: 'gpt-4.1-nano', webview: view })
    const all = await page<string[]>({ do: 'texts', selector: '.difference', webview: view })
    return /saves \$.* a call/.test(all[0] ?? '') ? true : undefined
  })
  await page({ do: 'click', selector: 'button:has-text("Write to Code")', webview: view })
  await until('the other model', () => (document.getText() === before ? undefined : true))
  assert.equal(document.getText(), before.replace('gpt-4o-mini', 'gpt-4.1-nano'))
  await vscode.window.showTextDocument(document)
  await vscode.commands.executeCommand('undo')
  await until('the old text', () => (document.getText() === before ? true : undefined))
  await closeAll()
})

test('Explain This Cost opens a page with each price, its source and its day', async () => {
  await at('answer.py', 'client.chat')
  await run('explain')
  const text = await until('the page', () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'outlay-explain')?.getText(),
  )
  assert.match(text, /^# gpt-4o-mini · chat\.completions\.create\n/)
  assert.match(text, /## Prices, with their source and day\n\n- \S+, 20\d\d-\d\d-\d\d: gpt-4o-mini/)
  await closeAll()
})

test('the tour opens, and each of its steps works on a copy of the sample', async () => {
  const inFront = (name: string) =>
    until(`${name} in front`, () => {
      const document = vscode.window.activeTextEditor?.document
      return document?.uri.path.endsWith(name) ? document : undefined
    })
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'outlay.outlay#start', false)
  assert.equal((await page<string[]>({ do: 'texts', selector: '.getting-started-step' })).length, 4)
  await run('openSample', 'hint')
  const app = await inFront('/sample/answers-api/app.py')
  await until('its costs', async () => (await hintsOf(app))[0])
  await run('openSample', 'fix')
  const storage = await inFront('/sample/infrastructure/storage.tf')
  await until('what wastes', () => own(storage.uri)[0])
  await page({ do: 'texts', selector: '.action-widget .monaco-list-row' })
  await press('Escape')
  await run('openSample', 'try')
  await page({ do: 'texts', selector: 'outlay-simulator h1', webview: 'outlay-simulator' })
  await run('openSample', 'config')
  await inFront('/sample/outlay.json')
  await closeAll()
})

test('Choose Variable Files offers those of the root in front', async () => {
  await at('platform/main.tf', 'module')
  const choosing = run('chooseVariableFiles')
  await seen(picks, /prod\.tfvars/)
  await press('Escape')
  await choosing
})

test('Compare Costs With, and the Changes view, say that a browser runs no git', async () => {
  await run('compareWith')
  await says(/^A browser cannot run git, so there is nothing to compare costs with/)
  await vscode.commands.executeCommand('outlay.changes.focus')
  await seen('.pane:has(.pane-header:has-text("Changes"))', /What changed is told where git can be run/)
})

test('the panel shows the estimate and the demo', async () => {
  await run('openPanel')
  await seen('.sites', /\$16,030/, 'outlay-panel')
  await seen('outlay-panel .empty', /Here you can import a FOCUS file/, 'outlay-panel')
  await run('demoSpend')
  await seen('outlay-panel .totals .amount', /^\$[\d,]+\.\d{2}$/, 'outlay-panel')
})

test('the demo’s views were worked out when Outlay was built', async () => {
  const view = (name: string) =>
    page({ do: 'click', selector: `button[role=tab]:has-text("${name}")`, webview: 'outlay-panel' })
  await view('Carbon')
  await seen('.analyses .totals', /^\d+\s+kg CO₂e, \d+ to \d+/, 'outlay-panel')
  await view('Forecast and budgets')
  await seen('table#budgets tbody tr:has-text("models")', /\$1,897\.63\s+63\.3%/, 'outlay-panel')
  await view('Overview')
})

for (const name of ['connectSpend', 'testSpend', 'disconnectSpend', 'chooseSpendScope', 'refreshSpend'])
  test(`${name} says that live sources are not read in a browser`, async () => {
    await run(name)
    await seen(
      'outlay-panel .error',
      /^A browser cannot read live sources of spend: open this project in desktop/,
      'outlay-panel',
    )
    await run('demoSpend')
    await until('the sentence is gone', async () =>
      (await page<number>({ do: 'count', selector: '.error', webview: 'outlay-panel' })) === 0 ? true : undefined,
    )
  })

test('Import FOCUS File asks for one, and nothing happens where none is chosen', async () => {
  const importing = run('importFocus')
  await page({ do: 'texts', selector: '.quick-input-widget .quick-input-box input' })
  await press('Escape')
  await importing
})

test('Show Log shows it', async () => {
  await run('showLog')
  await seen('.part.panel', /Outlay/)
  await vscode.commands.executeCommand('workbench.action.closePanel')
})

test('no command of the manifest is left out', async () => {
  const { contributes } = vscode.extensions.getExtension('outlay.outlay')!.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] }
  }
  const all = contributes.commands.map(({ command }) => command)
  assert.deepEqual(
    all.filter((command) => !tried.includes(command)),
    [],
  )
})

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { RuleExample } from '../../../core/rule.ts'
import { actionsOf, api, hintsOf, open, own, page, rule as ruleOf, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'
import { examples } from './rule-examples.mjs'

// The light bulb of every rule that mends something, once in each language the rule shows a fix in. A notebook is Python in cells:
// the levers of a model call are pulled there, too.

type Lang = RuleExample['lang']
type Fixed = (typeof examples)[number]

const names: Readonly<Record<Lang, string>> = {
  python: 'example.py',
  typescript: 'example.ts',
  terraform: 'main.tf',
  notebook: 'example.ipynb',
}

const inCells = [
  ...['uncached-prompt', 'realtime-offline-job', 'oversized-model', 'unbounded-output', 'repeated-call'],
  ...['unbounded-agent', 'unexpiring-bucket', 'previous-generation-volume'],
]

/** The first example of each rule that has a fix. */
function firsts(lang: Lang): readonly Fixed[] {
  const mended = examples.filter((one) => one.lang === lang && one.finds.some(({ fixed }) => fixed !== undefined))
  return mended.filter((one, i) => mended.findIndex(({ rule }) => rule === one.rule) === i)
}

/** Writes the example with its options and what it tells of use, and opens it. */
async function opened(
  lang: Lang,
  { rule, code, options, usage = {} }: Fixed,
  folder: string,
): Promise<vscode.TextDocument> {
  // Only this rule is on, so that what is offered is its own.
  const rules = { ...Object.fromEntries(examples.map((one) => [one.rule, 'off'])), [rule]: ['warning', options ?? {}] }
  await write(`${folder}/outlay.json`, JSON.stringify({ rules, usage }))
  const file = `${folder}/${names[lang]}`
  if (lang !== 'notebook') {
    await write(file, code)
    return vscode.workspace.openTextDocument(uriOf(file))
  }
  const cells = [
    { cell_type: 'markdown', metadata: {}, source: '# Costs' },
    { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: code },
  ]
  const metadata = { language_info: { name: 'python' } }
  await write(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }))
  const notebook = await vscode.workspace.openNotebookDocument(uriOf(file))
  await vscode.window.showNotebookDocument(notebook)
  return notebook.cellAt(1).document
}

const foundBy = (rule: string, document: vscode.TextDocument) =>
  own(document.uri)
    .filter((one) => ruleOf(one) === rule)
    .sort((a, b) => a.range.start.compareTo(b.range.start))

/** Presses what the light bulb offers for a finding, and waits until the finding is gone. */
async function press(rule: string, document: vscode.TextDocument, at: number, isIt: (title: string) => boolean) {
  // Whoever asks what a text costs has it read, shown or not; a cell is read because it is shown.
  if (document.uri.scheme !== 'vscode-notebook-cell') await hintsOf(document)
  const found = await until(
    () => `${rule} in ${document.getText()}`,
    () => foundBy(rule, document)[at],
  )
  const actions = await actionsOf(document, found.range, 'quickfix')
  const action = actions.find(({ edit, title }) => edit !== undefined && isIt(title))
  assert.ok(action?.edit, `${actions.map(({ title }) => title).join(', ')} at ${document.getText(found.range)}`)
  assert.ok(await vscode.workspace.applyEdit(action.edit))
  // A better one of the same kind may be left to say.
  await until('the finding is gone', () => (foundBy(rule, document)[at]?.message !== found.message ? true : undefined))
}

const mends = (title: string) => !title.startsWith('Ignore ')

async function mendedAs(lang: Lang, example: Fixed): Promise<void> {
  const document = await opened(lang, example, `fixes/${example.rule}-${lang}`)
  const at = example.finds.findIndex(({ fixed }) => fixed !== undefined)
  await press(example.rule, document, at, mends)
  assert.equal(document.getText(), example.finds[at]?.fixed)
}

async function ignoredIn(lang: Lang, example: Fixed): Promise<void> {
  const document = await opened(lang, example, `fixes/ignored-${lang}`)
  await press(example.rule, document, 0, (title) => title === `Ignore ${example.rule} here, with a reason`)
  assert.ok(document.getText().includes(` outlay-ignore-next-line ${example.rule} -- reason`))
}

/** All are under way at once: a test waits for its own. */
function pressedIn(lang: Lang, list: readonly Fixed[], ignored: string) {
  const running = new Map<string, Promise<void>>()
  const one = list.find(({ rule }) => rule === ignored)!
  suiteSetup(async () => {
    await api()
    running.set('ignored', ignoredIn(lang, one))
    for (const example of list) running.set(example.rule, mendedAs(lang, example))
    // Whoever fails says so in its own test.
    void Promise.allSettled(running.values())
  })
  for (const { rule } of list) test(`mends ${rule}`, () => running.get(rule))
  test(`ignores ${ignored} with a reason`, () => running.get('ignored'))
  suiteTeardown(closeAll)
}

async function closeAll(): Promise<void> {
  await vscode.workspace.saveAll()
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

suite('the light bulb in Python', () => pressedIn('python', firsts('python'), 'unbounded-output'))
suite('the light bulb in TypeScript', () => pressedIn('typescript', firsts('typescript'), 'unbounded-output'))
suite('the light bulb in Terraform', () => pressedIn('terraform', firsts('terraform'), 'previous-generation-volume'))
suite('the light bulb in a notebook', () => {
  const list = firsts('python').filter(({ rule }) => inCells.includes(rule))
  for (const example of list) test(`mends ${example.rule}`, () => mendedAs('notebook', example))
  test('ignores unbounded-output with a reason', () =>
    ignoredIn('notebook', list.find(({ rule }) => rule === 'unbounded-output')!))
  suiteTeardown(closeAll)
})

suite('a fix that changes another file', () => {
  test('is shown before it is done', async () => {
    const volume =
      'resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = var.type\n}\n'
    await write('fixes/further/modules/data/main.tf', `variable "type" {}\n\n${volume}`)
    await write('fixes/further/main.tf', 'module "data" {\n  source = "./modules/data"\n  type = "gp2"\n}\n')
    const document = await open('fixes/further/modules/data/main.tf')
    const found = await until('the finding', () => foundBy('previous-generation-volume', document)[0])
    const editor = await vscode.window.showTextDocument(document)
    editor.selection = new vscode.Selection(found.range.start, found.range.start)
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' })
    // Nothing is ticked until it was looked at.
    await page({ do: 'click', selector: '.bulk-edit-panel .monaco-list-row .edit-checkbox' })
    await page({ do: 'texts', selector: '.bulk-edit-panel .edit-checkbox[aria-checked="true"]' })
    assert.equal(foundBy('previous-generation-volume', document).length, 1)
    await page({ do: 'click', selector: '.bulk-edit-panel .monaco-button:has-text("Apply")' })
    await until('the finding is gone', () => (foundBy('previous-generation-volume', document)[0] ? undefined : true))
    const caller = await vscode.workspace.openTextDocument(uriOf('fixes/further/main.tf'))
    assert.match(caller.getText(), /type = "gp3"/)
    await closeAll()
  })

  test('is shown whole where it changes two: a machine, and the image it starts from', async () => {
    const filter = (name: string, value: string) =>
      `  filter {\n    name   = "${name}"\n    values = ["${value}"]\n  }\n`
    const image = `data "aws_ami" "linux" {\n${filter('name', 'al2023-ami-2023.*-x86_64')}${filter('architecture', 'x86_64')}}\n`
    const api = 'resource "aws_instance" "api" {\n  ami = data.aws_ami.linux.id\n  instance_type = "m5.xlarge"\n}\n'
    await write('fixes/arm/outlay.json', JSON.stringify({ rules: { 'x86-machine': 'info' } }))
    await write('fixes/arm/images.tf', image)
    await write('fixes/arm/main.tf', `provider "aws" {\n  region = "us-east-1"\n}\n\n${api}`)
    const document = await open('fixes/arm/main.tf')
    const found = await until('the finding', () => foundBy('x86-machine', document)[0])
    const editor = await vscode.window.showTextDocument(document)
    editor.selection = new vscode.Selection(found.range.start, found.range.start)
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' })
    const row = '.bulk-edit-panel .monaco-list-row'
    // Below each file its edits may stand already.
    const shown = await page<string[]>({ do: 'texts', selector: `${row}:has-text(".tf")` })
    assert.deepEqual(
      shown.map((text) => text.slice(0, text.indexOf('.tf'))),
      ['images', 'main'],
    )
    // Nothing is done until both were looked at.
    assert.equal(await page({ do: 'count', selector: '.bulk-edit-panel .edit-checkbox[aria-checked="true"]' }), 0)
    for (const file of ['images.tf', 'main.tf'])
      await page({ do: 'click', selector: `${row}:has-text("${file}") .edit-checkbox` })
    await page({ do: 'click', selector: '.bulk-edit-panel .monaco-button:has-text("Apply")' })
    await until('the finding is gone', () => (foundBy('x86-machine', document)[0] ? undefined : true))
    const images = await vscode.workspace.openTextDocument(uriOf('fixes/arm/images.tf'))
    assert.equal(images.getText(), image.replaceAll('x86_64', 'arm64'))
    assert.match(document.getText(), /instance_type = "m6g.xlarge"/)
    await closeAll()
  })
})

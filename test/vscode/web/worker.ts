import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsOf, api, hintsOf, own, rule, until } from '../suite/look.ts'
import { MemoryFiles } from './memory-files.ts'
import { folder, handed, memory, show, test } from './run.ts'

// The extension in a worker of the browser, over a folder that the workbench's server holds and over one that is in memory only.

/** A file of each kind. */
const opened = ['answer.py', 'summary.ts', 'evaluation.ipynb', 'infra/main.tf']

const ofFile = (all: readonly { file: string; key: string; usd?: object | null }[], name: string) =>
  all
    .filter(({ file }) => file === name)
    .map(({ key, usd }) => ({ key, usd: usd ?? null }))
    .sort((a, b) => a.key.localeCompare(b.key))

/** What the extension has found below a folder, with names relative to it. */
async function seenIn(root: vscode.Uri) {
  const start = `${root}/`
  return (await api())
    .estimates()
    .filter(({ file }) => file.startsWith(start))
    .map((site) => ({ ...site, file: site.file.slice(start.length) }))
}

/** Opens a file and waits until it costs what the command line says; then compares what is underlined. */
async function sameAsScan(root: vscode.Uri, name: string): Promise<void> {
  const documents = await show(vscode.Uri.joinPath(root, name))
  const wanted = JSON.stringify(ofFile(handed.sites, name))
  assert.ok(wanted.length > 2, `the scan found nothing in ${name}`)
  let seen = ''
  await until(
    () => `${seen}\nis not\n${wanted}`,
    async () => {
      seen = JSON.stringify(ofFile(await seenIn(root), name))
      return seen === wanted ? true : undefined
    },
  )
  const findings = () =>
    documents
      .flatMap((document) => own(document.uri))
      .map((one) => `${name} ${rule(one)} ${one.range.start.line + 1}:${one.range.start.character + 1}`)
      .sort()
  const found = handed.findings.filter((one) => one.startsWith(`${name} `))
  await until(
    () => `${findings()}\nis not\n${found}`,
    () => (findings().join() === found.join() ? true : undefined),
  )
}

test('is a worker: no process, no disk', async () => {
  assert.equal(typeof (globalThis as { WorkerGlobalScope?: unknown }).WorkerGlobalScope, 'function')
  assert.equal(typeof (globalThis as { process?: unknown }).process, 'undefined')
})

for (const name of opened)
  test(`${name} costs what the command line says of the same text`, () => sameAsScan(folder(), name))

test('hints stand at the ends of lines', async () => {
  const [document] = await show(vscode.Uri.joinPath(folder(), 'infra/main.tf'))
  assert.deepEqual(
    (await hintsOf(document!)).map(({ text }) => text),
    ['$50.00/mo', '$16,030/mo + more'],
  )
})

test('a whole project that is in memory only costs the same, with modules, variable files and outlay.json', async () => {
  const files = new MemoryFiles()
  vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true })
  const copy = async (from: vscode.Uri, to: vscode.Uri): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
      const [source, target] = [vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name)]
      if (name === '.git') continue
      if (type === vscode.FileType.Directory) await copy(source, target)
      else files.writeFile(target, await vscode.workspace.fs.readFile(source))
    }
  }
  await copy(folder(), memory)
  assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: memory, name: 'memory' }))
  await until('the second folder', () => vscode.workspace.workspaceFolders?.[1])
  await vscode.commands.executeCommand('outlay.scanProject')
  const names = [...new Set(handed.sites.map(({ file }) => file))]
  const list = (all: Parameters<typeof ofFile>[0]) =>
    names.map((name) => `${name} ${JSON.stringify(ofFile(all, name))}`).join('\n')
  const wanted = list(handed.sites)
  let seen = ''
  await until(
    () => `${seen}\nis not\n${wanted}`,
    async () => {
      seen = list(await seenIn(memory))
      return seen === wanted ? true : undefined
    },
  )
})

for (const name of opened) test(`${name} opened from memory costs the same`, () => sameAsScan(memory, name))

test('the light bulb mends a file that is in memory only', async () => {
  const [document] = await show(vscode.Uri.joinPath(memory, 'infra/main.tf'))
  const volume = await until('the volume', () =>
    own(document!.uri).find((one) => rule(one) === 'previous-generation-volume'),
  )
  const fix = (await actionsOf(document!, volume.range)).find(({ title }) => title.startsWith('Change the type to gp3'))
  assert.ok(fix?.edit)
  assert.ok(await vscode.workspace.applyEdit(fix.edit))
  await until('the new figure', async () => ((await hintsOf(document!))[0]?.text === '$40.00/mo' ? true : undefined))
  await vscode.commands.executeCommand('undo')
})

test('a change of another file of the root is seen', async () => {
  const [document] = await show(vscode.Uri.joinPath(memory, 'infra/main.tf'))
  const variables = vscode.Uri.joinPath(memory, 'infra/variables.tf')
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(variables))
  await vscode.workspace.fs.writeFile(variables, new TextEncoder().encode(text.replace('500', '1000')))
  await until('twice as much', async () => ((await hintsOf(document!))[0]?.text === '$100.00/mo' ? true : undefined))
})

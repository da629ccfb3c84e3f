import assert from 'node:assert/strict'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import {
  api,
  clean,
  found,
  hintsOf,
  hoverOf,
  lineOf,
  oneCall,
  open,
  own,
  retiredCall,
  until,
  uriOf,
  write,
} from './look.ts'
import { suite } from './mocha.ts'
import { unwatch, watched } from './watched.ts'

suite('files that come and go', () => {
  test('a Terraform file deleted and written again beneath an open editor is read again', async () => {
    const text =
      'resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = "gp2"\n}\n'
    await write('away/main.tf', text)
    const uri = uriOf('away/main.tf')
    await vscode.commands.executeCommand('vscode.open', uri)
    await found(uri)
    rmSync(uri.fsPath)
    await clean(uri)
    writeFileSync(uri.fsPath, text)
    await found(uri)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })

  test('a file outside every folder and one without a name are read as any other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outlay-outside-'))
    const file = join(folder, 'outside.py')
    writeFileSync(file, retiredCall)
    const outside = await vscode.workspace.openTextDocument(vscode.Uri.file(file))
    await vscode.window.showTextDocument(outside)
    await found(outside.uri)
    const untitled = await vscode.workspace.openTextDocument({ language: 'python', content: retiredCall })
    await vscode.window.showTextDocument(untitled)
    await found(untitled.uri)
    assert.equal((await hintsOf(untitled))[0]?.line, 3)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    rmSync(folder, { recursive: true })
  })

  test('a file too large to read answers at once, with nothing', async () => {
    await write('large.py', `${oneCall}${'# padding that is long enough to be a line of text\n'.repeat(50_000)}`)
    const document = await open('large.py')
    assert.equal(await hoverOf(document, 3), '')
    assert.deepEqual(await hintsOf(document), [])
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })
})

suite('a scanned project', () => {
  suiteTeardown(unwatch)

  const costOf = async (name: string) => (await api()).estimates().filter(({ file }) => file === uriOf(name).fsPath)

  test('keeps a file that was opened and closed, and loses one that costs nothing any more', async () => {
    await write('kept.py', oneCall)
    await vscode.commands.executeCommand('outlay.scanProject')
    assert.equal((await costOf('kept.py')).length, 1)
    await vscode.commands.executeCommand('vscode.open', uriOf('kept.py'))
    await found(uriOf('kept.py'))
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await clean(uriOf('kept.py'))
    await until('the closed file is still in the total', async () =>
      (await costOf('kept.py')).length === 1 ? true : undefined,
    )
    await write('kept.py', 'print("nothing")\n')
    await vscode.commands.executeCommand('outlay.scanProject')
    assert.deepEqual(await costOf('kept.py'), [])
  })

  const counted = async (folder: string) => {
    const place = uriOf(folder).fsPath
    return (await api()).estimates().filter(({ file }) => file === place || file.startsWith(`${place}/`)).length
  }
  const has = (folder: string, many: number) =>
    until(`${many} files of ${folder}`, async () => ((await counted(folder)) === many ? true : undefined))

  /** Writes files where the editor sees it, and scans. */
  async function scanned(names: readonly string[]): Promise<void> {
    const told = await watched(names)
    await Promise.all(names.map((name) => write(name, oneCall)))
    await vscode.commands.executeCommand('outlay.scanProject')
    // Of a file that is made and gone in the same half of a second nothing is told.
    await until('all are told of', () => (names.every((name) => told.has(uriOf(name).fsPath)) ? true : undefined))
  }

  test('loses what is deleted, a file or a folder of them, and has it again when it comes back', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `left/${i % 3}/file${i}.py`)
    const writeAll = () => Promise.all(names.map((name) => write(name, oneCall)))
    await scanned(names)
    await has('left', 300)
    // They are read again, which may end after the first is gone.
    await writeAll()
    await new Promise((go) => setTimeout(go, 300))
    rmSync(uriOf('left/0/file0.py').fsPath)
    await has('left', 299)
    rmSync(uriOf('left/1').fsPath, { recursive: true })
    await has('left', 199)
    for (const name of names) rmSync(uriOf(name).fsPath, { force: true })
    await has('left', 0)
    await writeAll()
    await has('left', 300)
    rmSync(uriOf('left').fsPath, { recursive: true })
    await has('left', 0)
  })

  test('has a renamed folder under its new name', async () => {
    await scanned(['named/before/a.py', 'named/before/b.py'])
    await has('named/before', 2)
    const edit = new vscode.WorkspaceEdit()
    edit.renameFile(uriOf('named/before'), uriOf('named/after'))
    assert.ok(await vscode.workspace.applyEdit(edit))
    await has('named/after', 2)
    await has('named/before', 0)
    rmSync(uriOf('named').fsPath, { recursive: true })
    await has('named', 0)
  })

  test('follows what git does on disk: a file or a folder moved, a file new, and one that calls more, or no more', async () => {
    await scanned(['moved/before/a.py', 'moved/b.py'])
    await has('moved', 2)
    renameSync(uriOf('moved/b.py').fsPath, uriOf('moved/c.py').fsPath)
    await has('moved/c.py', 1)
    await has('moved/b.py', 0)
    renameSync(uriOf('moved/before').fsPath, uriOf('moved/after').fsPath)
    await has('moved/after', 1)
    await has('moved/before', 0)
    await write('moved/new.py', oneCall)
    await has('moved', 3)
    await write('moved/new.py', `${oneCall}${oneCall}`)
    await has('moved/new.py', 2)
    await write('moved/new.py', 'print("nothing")\n')
    await has('moved/new.py', 0)
    await write('moved/node_modules/theirs/a.py', oneCall)
    await write('moved/last.py', oneCall)
    await has('moved/last.py', 1)
    assert.equal(await counted('moved/node_modules'), 0)
    rmSync(uriOf('moved').fsPath, { recursive: true })
    await has('moved', 0)
  })
})

suite('a scan that is stopped', () => {
  test('ends, and can be run again', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `stopped/file${i}.py`)
    await Promise.all(names.map((name) => write(name, oneCall)))
    const count = async () => (await api()).estimates().filter(({ file }) => file.includes('stopped')).length
    const scan = vscode.commands.executeCommand('outlay.scanProject')
    await vscode.commands.executeCommand('outlay.stopScan')
    await scan
    const found = await count()
    assert.ok(found < names.length, `${found} files were looked at`)
    await vscode.commands.executeCommand('outlay.scanProject')
    assert.equal(await count(), names.length)
    rmSync(uriOf('stopped').fsPath, { recursive: true })
  })
})

suite('fifteen files', () => {
  test('opened one after the other all get their answer', async () => {
    const names = Array.from({ length: 15 }, (_, i) => `many/file${i}.py`)
    await Promise.all(names.map((name) => write(name, oneCall)))
    for (const name of names) await vscode.commands.executeCommand('vscode.open', uriOf(name), { preview: false })
    for (const name of names) await found(uriOf(name))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    for (const name of names) await clean(uriOf(name))
  })
})

suite('typing', () => {
  test('in two places at once, with CRLF and emoji before them, leaves the finding at its call', async () => {
    const document = await open('crlf.py')
    await found(document.uri)
    const line = lineOf(document, 'client.chat')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(line, 0), '# 🙂 one\n')
    edit.insert(document.uri, new vscode.Position(0, 0), '# 🙂🙂 two\n')
    assert.ok(await vscode.workspace.applyEdit(edit))
    const at = () => own(document.uri).map((one) => [one.range.start.line, document.getText(one.range)])
    await until('the finding two lines further down', () =>
      JSON.stringify(at()) === JSON.stringify([[line + 2, 'create']]) ? true : undefined,
    )
    await vscode.commands.executeCommand('undo')
    await until('and back after undo', () =>
      JSON.stringify(at()) === JSON.stringify([[line, 'create']]) ? true : undefined,
    )
  })
})

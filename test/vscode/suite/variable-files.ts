import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { writeVarFiles } from '../../../extension/config-file/write.ts'
import { uriOf } from './look.ts'
import { suite } from './mocha.ts'

/** A text that is open is still what it was for a moment after its file has gone: each test has its own. */
let tests = 0
let name = ''
const change = { root: '', varFiles: ['prod.tfvars'] }

/** What is on the disk, byte for byte. */
const disk = async () => new TextDecoder('latin1').decode(await vscode.workspace.fs.readFile(uriOf(name)))

async function put(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(
    uriOf(name),
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  )
}

suite('Variable files are noted in outlay.json', () => {
  setup(() => {
    tests += 1
    name = `noted-${tests}/outlay.json`
  })

  test('one that is not there is made, and none takes the files out again', async () => {
    assert.deepEqual(await writeVarFiles(uriOf(name), change), { is: 'saved' })
    assert.deepEqual(JSON.parse(await disk()), { terraform: { varFiles: ['prod.tfvars'] } })
    assert.deepEqual(await writeVarFiles(uriOf(name), change), { is: 'unchanged' })
    assert.deepEqual(await writeVarFiles(uriOf(name), { root: '', varFiles: [] }), { is: 'saved' })
    assert.deepEqual(JSON.parse(await disk()), { terraform: {} })
    await vscode.workspace.fs.delete(uriOf(name))
  })

  test('line ends of Windows, tabs and comments stay', async () => {
    await put('{\r\n\t// ours\r\n\t"region": { "aws": "eu-west-1" }\r\n}\r\n')
    assert.deepEqual(await writeVarFiles(uriOf(name), change), { is: 'saved' })
    assert.equal(
      await disk(),
      '{\r\n\t// ours\r\n\t"region": { "aws": "eu-west-1" },\r\n\t"terraform": {\r\n\t\t"varFiles": [\r\n\t\t\t"prod.tfvars"\r\n\t\t]\r\n\t}\r\n}\r\n',
    )
    await vscode.workspace.fs.delete(uriOf(name))
  })

  test('with changes that are not saved, the files join them, and the disk is left to its owner', async () => {
    // The editor of a browser saves by itself after a second.
    const files = vscode.workspace.getConfiguration('files')
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global)
    await put('{}\n')
    const document = await vscode.workspace.openTextDocument(uriOf(name))
    const editor = await vscode.window.showTextDocument(document)
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 1), '\n  // half a thought\n'))
    assert.equal((await writeVarFiles(uriOf(name), change)).is, 'unsaved')
    assert.match(document.getText(), /half a thought/)
    assert.match(document.getText(), /prod\.tfvars/)
    assert.equal(document.isDirty, true)
    assert.equal(await disk(), '{}\n')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global)
    await vscode.workspace.fs.delete(uriOf(name))
  })

  test('a broken one, and one that is no UTF-8, stay as they are, and it is said why', async () => {
    const kept = async (text: string, because: string) => {
      name = `${because.length}/outlay.json`
      await put(text)
      const written = await writeVarFiles(uriOf(name), change)
      assert.equal(written.is === 'refused' && written.because, because)
      assert.equal(await disk(), text)
      assert.equal(written.is === 'refused' && written.document.isDirty, false)
      await vscode.workspace.fs.delete(uriOf(name))
    }
    await kept('{\n  "region": { "aws": "x"\n', 'it is no valid JSON at line 3 (CloseBraceExpected)')
    await kept('{ "terraform": 3 }\n', '"terraform" at line 1 is not what it should be')
    await kept('{ "region": { "aws": "\xe9" } }\n', 'it is not in UTF-8')
  })
})

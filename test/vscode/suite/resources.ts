import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  actionsOf,
  costsOf,
  diagnosticsOf,
  hintsOf,
  hoverOf,
  lineOf,
  open,
  own,
  rule,
  statusOf,
  textAt,
  until,
} from './look.ts'
import { suite } from './mocha.ts'

suite('a Terraform file', () => {
  test('says at the end of the line what a resource costs, with sizes from another file', async () => {
    const document = await open('infra/main.tf')
    // The first test of all: what gives hints is loaded right after the extension was activated.
    const hints = await until('hints', async () => {
      const found = await hintsOf(document)
      return found.length > 0 ? found : undefined
    })
    assert.deepEqual(
      hints.map(({ line, text }) => [document.lineAt(line).text, text]),
      [
        ['resource "aws_ebs_volume" "data" {', '$50.00/mo'],
        ['resource "aws_instance" "train" {', '$16,030/mo + more'],
      ],
    )
  })

  test('gives hints only for the lines that are asked for', async () => {
    const document = await open('infra/main.tf')
    const line = lineOf(document, '"train"')
    assert.deepEqual(
      (await hintsOf(document, new vscode.Range(line, 0, line + 1, 0))).map((hint) => hint.line),
      [line],
    )
  })

  test('shows in the hover how the figure was worked out', async () => {
    const document = await open('infra/main.tf')
    const hover = await hoverOf(document, lineOf(document, '"data"'))
    assert.match(hover, /\*\*\$50\.00 per month\*\*/)
    assert.match(hover, /500 GB-month \| &nbsp;&nbsp;\$0\.10\/GB-month \| &nbsp;&nbsp;\$50\.00/)
    assert.match(hover, /Prices:\n- .+, \d{4}-\d{2}-\d{2}: /)
  })

  test('says in the hover what it would cost by the year, and what is paid ahead', async () => {
    const document = await open('infra/main.tf')
    const hover = await hoverOf(document, lineOf(document, '"train"'))
    const year =
      /What if, and not counted:\n- p4d\S+ for 1 year, paid at once: \$9,[\d,]+ per month instead of \$16,[\d,]+/
    assert.match(hover, year)
    assert.match(hover, /\$[\d,]+ paid at once, spread over 36 months/)
    assert.match(hover, /- Rates from .+, \d{4}-\d{2}-\d{2}/)
  })

  test('reports waste at the attribute, and the light bulb mends it', async () => {
    const document = await open('infra/main.tf')
    const found = await diagnosticsOf(document)
    const volume = found.find((one) => rule(one) === 'previous-generation-volume')
    assert.ok(volume)
    assert.equal(textAt(document, volume.range), '"gp2"')
    assert.equal(volume.severity, vscode.DiagnosticSeverity.Warning)
    assert.match(volume.message, /\$50\.00 a month .* \$40\.00 with gp3/)
    const actions = await actionsOf(document, volume.range)
    const fix = actions.find((action) => action.title.endsWith(': $50.00 → $40.00/month (saves $10.00)'))
    assert.ok(fix?.edit)
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.equal(document.lineAt(volume.range.start.line).text, '  type              = "gp3"')
    await until('the finding is gone', () =>
      own(document.uri).some((one) => rule(one) === 'previous-generation-volume') ? undefined : true,
    )
    assert.deepEqual(await costsOf(document), ['$40.00/mo', '$16,030/mo + more'])
    await until('the status shows the total and the change against HEAD', async () => {
      const text = await statusOf()
      return text === '$(pulse) $16,070/mo + more · -$10.00/mo' ? text : undefined
    })
    await vscode.commands.executeCommand('undo')
  })

  test('follows a change in another file of the same folder', async () => {
    const variables = await open('infra/variables.tf')
    const main = await open('infra/main.tf')
    const edit = new vscode.WorkspaceEdit()
    edit.replace(variables.uri, new vscode.Range(1, 12, 1, 15), '1000')
    await vscode.window.showTextDocument(variables, vscode.ViewColumn.Beside)
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('the volume costs twice as much', async () =>
      (await costsOf(main))[0] === '$100.00/mo' ? true : undefined,
    )
    await vscode.commands.executeCommand('workbench.action.files.revert')
  })
})

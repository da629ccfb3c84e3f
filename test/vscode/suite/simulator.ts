import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actionsOf, diagnosticsOf, hintsOf, hoverOf, lineOf, open, page, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

const view = 'outlay-simulator'
const texts = (selector: string) => page<string[]>({ do: 'texts', selector, webview: view })
const click = (selector: string) => page({ do: 'click', selector, webview: view })

/** Into a form that may just be drawn anew: until it has it. */
async function type(id: string, text: string): Promise<void> {
  await until(`${text} in ${id}`, async () => {
    const value = await page<string>({ do: 'fill', selector: `[id="${id}"]`, text, webview: view })
    const changed = await page<number>({ do: 'count', selector: '.field.changed', webview: view })
    return value === text && changed > 0 ? true : undefined
  })
}

async function at(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await open(name)
  await diagnosticsOf(document)
  const position = new vscode.Position(lineOf(document, text), 4)
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(position, position)
  return document
}

const cached = `from anthropic import Anthropic

client = Anthropic()


def answer(question):
    return client.messages.create(
        model="claude-opus-4-1",
        max_tokens=300,
        system="Answer from the handbook in one sentence.",
        messages=[{"role": "user", "content": question}],
    )
`
const asked = `from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": question}],
    )
`
const database = `resource "google_sql_database_instance" "main" {
  database_version = "POSTGRES_15"
  region           = "us-central1"
  settings {
    tier = "db-custom-2-7680"
  }
}
`
const volume = `resource "aws_ebs_volume" "data" {
  availability_zone = var.zone
  size              = 100
  type              = "gp3"
}
`

/** Of a file in a folder of its own, with a config of its own. */
async function simulate(name: string, text: string, line: string): Promise<vscode.TextDocument> {
  await write(`${name.slice(0, name.lastIndexOf('/'))}/outlay.json`, '{}\n')
  await write(name, text)
  const document = await open(name)
  const position = new vscode.Position(lineOf(document, line), 4)
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
  editor.selection = new vscode.Selection(position, position)
  await until(`the cost of ${name}`, async () => ((await hintsOf(document)).length > 0 ? true : undefined))
  await vscode.commands.executeCommand('outlay.simulate')
  await until(`the form of ${name}`, async () => {
    const [where] = await texts('header .link')
    return where?.startsWith(name.slice(name.lastIndexOf('/') + 1)) ? true : undefined
  })
  return document
}

async function choose(id: string, value: string): Promise<void> {
  await until(`${value} in ${id}`, async () => {
    await page({ do: 'choose', selector: `select[id="${id}"]`, value, webview: view })
    const changed = await page<number>({ do: 'count', selector: '.field.changed', webview: view })
    return changed > 0 ? true : undefined
  })
}

/** The whole text after what the form has was written into the code. */
async function written(document: vscode.TextDocument): Promise<string> {
  const before = document.getText()
  await click('button:has-text("Write to Code")')
  return until('the new text', () => (document.getText() === before ? undefined : document.getText()))
}

const disk = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)))

suite('a cost', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  test('is tried with another model, which is written into the call and taken back by one undo', async () => {
    const document = await at('answer.py', 'client.chat')
    const before = document.getText()
    await vscode.commands.executeCommand('outlay.simulate')
    assert.deepEqual(await texts(`${view} h1`), ['gpt-4o-mini · chat.completions.create'])
    await type('model', 'gpt-4.1-nano')
    await until('what it saves', async () => (await texts('.difference'))[0]?.match(/saves \$.* a call/) ?? undefined)
    await click('button:has-text("Write to Code")')
    await until('the other model', () => (document.getText() === before ? undefined : true))
    assert.equal(document.getText(), before.replace('gpt-4o-mini', 'gpt-4.1-nano'))
    await until('the form has it as it is now', async () =>
      (await texts('.changed, h1')).length === 1 ? true : undefined,
    )
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
    await vscode.commands.executeCommand('undo')
    await until('the old text', () => (document.getText() === before ? true : undefined))
  })

  test('is told by the month once the form says how often, and outlay.json keeps that', async () => {
    // A folder of its own: what was open is still there for a moment after its file has gone.
    await vscode.workspace.fs.copy(uriOf('answer.py'), uriOf('counted/answer.py'))
    await write('counted/outlay.json', '{\n  "rules": { "unbounded-output": "info" }\n}\n')
    const document = await at('counted/answer.py', 'client.chat')
    const [action] =
      (await actionsOf(document, vscode.window.activeTextEditor!.selection, 'refactor.rewrite.outlay')) ?? []
    assert.equal(action?.title, 'Outlay: Simulate…')
    await vscode.commands.executeCommand('outlay.simulate', ...(action.command?.arguments ?? []))
    await type('calls', '2k')
    await until('a month', async () => ((await texts('.figure')).at(-1)?.includes('a month') ? true : undefined))
    await click('button:has-text("Write to outlay.json")')
    const config = await until(
      'the config',
      async () => (await disk('counted/outlay.json')).match(/volume[\s\S]*/)?.[0],
    )
    assert.match(config, /^volume": \{\n {4}"answer\.py#[^"]+": 2000\n {2}\}/)
    await vscode.workspace.fs.delete(uriOf('counted'), { recursive: true })
  })

  test('of a machine is tried with another type', async () => {
    await at('infra/main.tf', 'instance_type')
    await vscode.commands.executeCommand('outlay.simulate')
    await until('its facts', async () => ((await texts('label')).includes('Instance type') ? true : undefined))
    await type('fact:instanceType', 'p5.48xlarge')
    await until(
      'what it costs more',
      async () => (await texts('.difference'))[0]?.match(/^Costs \$.* a month more/) ?? undefined,
    )
  })

  test('of a call is tried with a cache, and the mark the provider asks for is written into the call', async () => {
    const document = await simulate('tried/cached/cached.py', cached, 'client.messages')
    await type('cachedShare', '80')
    await until('what is written', async () =>
      (await texts('.write li')).includes('cache mark: none → on the system prompt') ? true : undefined,
    )
    assert.equal(
      await written(document),
      cached.replace(
        '"Answer from the handbook in one sentence."',
        '[{"type": "text", "text": "Answer from the handbook in one sentence.", "cache_control": {"type": "ephemeral"}}]',
      ),
    )
    assert.equal(await disk('tried/cached/outlay.json'), '{}\n')
  })

  test('of a call is tried as a batch, which is left to a hand that knows how, and at the tier that costs as little, which is written', async () => {
    const document = await simulate('tried/way/way.py', asked, 'client.chat')
    await choose('way', 'batch')
    await until('what is left to do', async () =>
      (await texts('.write li')).some((text) => text.startsWith('A batch is sent and fetched by calls of its own'))
        ? true
        : undefined,
    )
    assert.equal(await page({ do: 'count', selector: 'button:has-text("Write to Code")', webview: view }), 0)
    await choose('way', 'flex')
    await until('what is written', async () =>
      (await texts('.write li')).some((text) => text.startsWith('service tier:')) ? true : undefined,
    )
    assert.equal(await written(document), asked.replace('question}],\n', 'question}],\n        service_tier="flex",\n'))
    assert.equal(await disk('tried/way/outlay.json'), '{}\n')
  })

  test('of what names its region is tried in another one, which is written over it', async () => {
    const document = await simulate('tried/named/named.tf', database, 'google_sql_database_instance')
    await type('region', 'europe-west1')
    await until('what is written', async () =>
      (await texts('.write li')).includes('region: us-central1 → europe-west1') ? true : undefined,
    )
    assert.equal(await written(document), database.replace('us-central1', 'europe-west1'))
    assert.equal(await disk('tried/named/outlay.json'), '{}\n')
  })

  test('of what names no region is tried in one, which outlay.json keeps', async () => {
    const document = await simulate('tried/unnamed/unnamed.tf', volume, 'aws_ebs_volume')
    await type('region', 'eu-west-1')
    await click('button:has-text("Write to outlay.json")')
    const config = await until('the config', async () => {
      // Between the two it is empty: VS Code cuts a file off before it writes it.
      const text = await disk('tried/unnamed/outlay.json')
      return text === '{}\n' || text === '' ? undefined : text
    })
    assert.deepEqual(JSON.parse(config), { region: { aws: 'eu-west-1' } })
    assert.equal(document.getText(), volume)
    await until('its cost there', async () =>
      (await hintsOf(document)).some(({ text }) => text.includes('/mo')) ? true : undefined,
    )
    await vscode.workspace.fs.delete(uriOf('tried'), { recursive: true })
  })

  test('is explained on a page to read, with each price, its source and its day', async () => {
    await at('answer.py', 'client.chat')
    await vscode.commands.executeCommand('outlay.explain')
    const text = await until('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'outlay-explain')?.getText(),
    )
    assert.match(
      text,
      /^# gpt-4o-mini · chat\.completions\.create\n\nanswer\.py, line \d+ · openai\.chat\.completions\.create\n/,
    )
    assert.match(text, /\| Part +\| +Quantity \|/)
    assert.match(
      text,
      /## Not known, and how to tell it\n\n- tokens of question: decided when the program runs\. Say how many/,
    )
    assert.match(text, /## Prices, with their source and day\n\n- \S+, 20\d\d-\d\d-\d\d: gpt-4o-mini/)
  })

  test('has links in its hover that mend it, try it otherwise and explain it', async () => {
    const document = await at('answer.py', 'client.chat')
    const hover = await hoverOf(document, lineOf(document, 'client.chat'))
    for (const link of ['Simulate…', 'Explain', 'Set volume', 'Open panel'])
      assert.ok(hover.includes(`[${link}](command:`), link)
    const fix = /\[Limit the output to 1,024 tokens[^\]]*\]\(command:outlay\.applyFix\?([^)]+)\)/.exec(hover)
    assert.ok(fix?.[1], hover)
    const before = document.getText()
    await vscode.commands.executeCommand('outlay.applyFix', ...JSON.parse(decodeURIComponent(fix[1])))
    assert.match(document.getText(), /max_(completion_)?tokens=1024/)
    await vscode.commands.executeCommand('undo')
    await until('the old text', () => (document.getText() === before ? true : undefined))
  })
})

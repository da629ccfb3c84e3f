import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import type { SessionHost } from '../../core/session.ts'
import { fakeEngine } from './fake-engine.ts'
import { folderWith, listener } from './folder.ts'

async function scan(cwd: string, more: Partial<ScanCommand> = {}, engine = fakeEngine) {
  const { out, printed, told } = listener()
  const exit = await runScan(
    { cwd, paths: [], format: 'json', fix: false, showSuppressed: false, failOn: 'error', ...more },
    engine,
    out,
  )
  return { exit, told: told(), document: (printed() === '' ? undefined : JSON.parse(printed())) as ScanDocument }
}

const files = (document: ScanDocument) => document.sites.map((site) => site.file)
const problems = (document: ScanDocument) => document.problems.map(({ file, message }) => [file, message])

test('what git ignores and what tools made is not read, at any depth', async () => {
  const root = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'secret/\n*.gen.py\n',
    'a.py': 'COST a 1',
    'b.gen.py': 'COST b 1',
    'keep/.gitignore': '!kept.gen.py\n',
    'keep/kept.gen.py': 'COST kept 1',
    'secret/c.py': 'COST c 1',
    'x/node_modules/d.py': 'COST d 1',
    'x/.terraform/e.tf': 'COST e 1',
    'x/dist/f.py': 'COST f 1',
    'x/y/g.py': 'COST g 1',
  })
  expect(files((await scan(root)).document)).toEqual(['a.py', 'keep/kept.gen.py', 'x/y/g.py'])
})

test('rules above the scanned folder hold in it, unless they leave out the folder itself', async () => {
  const root = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'build/\n*.gen.py\n',
    'sub/a.py': 'COST a 1',
    'sub/b.gen.py': 'COST b 1',
    'build/c.py': 'COST c 1',
  })
  expect(files((await scan(root, { paths: ['sub'] })).document)).toEqual(['a.py'])
  expect(files((await scan(root, { paths: ['build'] })).document)).toEqual(['c.py'])
})

test('the one folder is the root, else the working directory is', async () => {
  const root = folderWith({ 'p/a.py': 'COST a 1', 'q/b.py': 'COST b 1' })
  const one = (await scan(root, { paths: ['p'] })).document
  expect([one.root, files(one)]).toEqual([join(root, 'p'), ['a.py']])
  const two = (await scan(root, { paths: ['p', 'q/b.py'] })).document
  expect([two.root, files(two)]).toEqual([root, ['p/a.py', 'q/b.py']])
})

test('the tokenizer is loaded for code, and not for infrastructure alone', async () => {
  let loaded = 0
  const counting = {
    ...fakeEngine,
    tokens() {
      loaded++
      return fakeEngine.tokens()
    },
  }
  const machine = { 'main.tf': 'resource "aws_instance" "a" {\n  instance_type = "m5.large" # COST a 1\n}\n' }
  expect(files((await scan(folderWith(machine), {}, counting)).document)).toEqual(['main.tf'])
  expect(loaded).toBe(0)
  await scan(folderWith({ ...machine, 'a.py': 'COST a 1' }), {}, counting)
  expect(loaded).toBe(1)
})

test('a path that is not there is refused', async () => {
  expect(await scan(folderWith({}), { paths: ['nope'] })).toEqual({
    exit: 2,
    told: 'There is no file or folder nope.\n',
    document: undefined,
  })
})

test('binary, minified and huge files are skipped and said, if Outlay reads their type', async () => {
  const root = folderWith({
    'binary.py': Buffer.from([67, 79, 83, 84, 0, 1]),
    'image.png': Buffer.from([0, 1, 2]),
    'lib.min.js': 'COST a 1',
    'packed.js': `COST b 1;${'x=1;'.repeat(10_000)}`,
    'prompts.py': `COST p 1\nRULES = "${'Be brief. '.repeat(4_000)}"`,
    'huge.py': `COST c 1\n${'x = 1\n'.repeat(350_000)}`,
    'vast.py': Buffer.alloc(6_000_001, 'x = 1\n'),
    'wide.py': `COST wide 1\n${'# 漢字漢字\n'.repeat(150_000)}`,
  })
  const { document, exit } = await scan(root)
  expect(files(document)).toEqual(['prompts.py', 'wide.py'])
  expect(problems(document)).toEqual([
    ['binary.py', 'Skipped: this is a binary file, or text that is not UTF-8.'],
    ['huge.py', 'Skipped: 2.1 MB of source is more than the 2 MB Outlay reads.'],
    ['lib.min.js', 'Skipped: this file is minified.'],
    ['packed.js', 'Skipped: this file is minified.'],
    ['vast.py', 'Skipped: 6.0 MB is more than Outlay reads.'],
  ])
  expect(exit).toBe(0)
})

test('what is not UTF-8 is read all the same, and said', async () => {
  const root = folderWith({
    'latin.py': Buffer.from('# caf\u00e9\nCOST latin 1', 'latin1'),
    'utf8.py': '# caf\u00e9\nCOST utf8 1',
    'utf16.py': Buffer.from('COST wide 1', 'utf16le'),
  })
  const { document } = await scan(root)
  expect(files(document)).toEqual(['latin.py', 'utf8.py'])
  expect(problems(document)).toEqual([
    ['latin.py', 'This file is not UTF-8: texts with other letters are read wrong.'],
    ['utf16.py', 'Skipped: this is a binary file, or text that is not UTF-8.'],
  ])
})

test('a file that vanishes mid-scan is a problem and the others go on', async () => {
  const root = folderWith({ 'a.py': 'COST a 1', 'b.py': 'COST b 1' })
  const { out, printed } = listener()
  // The first progress comes after the walk and before the first read.
  const removing = {
    ...out,
    progress: (text: string) => text.startsWith('Reading') && rmSync(join(root, 'a.py'), { force: true }),
  }
  await runScan(
    { cwd: root, paths: [], format: 'json', fix: false, showSuppressed: false, failOn: 'error' },
    fakeEngine,
    removing as never,
  )
  const document = JSON.parse(printed()) as ScanDocument
  expect(files(document)).toEqual(['b.py'])
  expect(problems(document)).toEqual([['a.py', 'The file was gone before it could be read.']])
})

test('a crash in one file names it and hides no other', async () => {
  const { document, exit } = await scan(folderWith({ 'a.py': 'CRASH', 'b.py': 'COST b 1' }))
  expect(files(document)).toEqual(['b.py'])
  expect(problems(document)).toEqual([
    ['a.py', 'Outlay failed on this file, which is a bug in Outlay: boom. The other files are not affected.'],
  ])
  expect(exit).toBe(0)
})

test('links are not followed, so that no loop is walked', async () => {
  const root = folderWith({ 'a/x.py': 'COST a 1' })
  symlinkSync(root, join(root, 'a', 'loop'))
  expect(files((await scan(root)).document)).toEqual(['a/x.py'])
})

test('files of one Terraform folder are opened together once one of them is a hit', async () => {
  const opened: string[] = []
  const engine = {
    ...fakeEngine,
    createSession: (host: SessionHost) => {
      const session = fakeEngine.createSession(host)
      return { ...session, open: (file: string, text: string) => opened.push(file) > 0 && session.open(file, text) }
    },
  }
  await scan(
    folderWith({
      'p/main.tf': 'COST a 1',
      'p/variables.tf': 'variable "x" {}',
      'q/other.tf': 'locals {}',
      'r.py': 'nothing',
    }),
    {},
    engine,
  )
  expect(opened).toEqual(['p/main.tf', 'p/variables.tf'])
})

test('a bad outlay.json is exit 2 with file, place, key, what was expected and the nearest name', async () => {
  const root = folderWith({ 'sub/outlay.json': '{\n  "rule": {},\n  "region": { "aws": 1 }\n}', 'sub/a.py': 'nothing' })
  expect(await scan(root)).toEqual({
    exit: 2,
    document: undefined,
    told: [
      `${root}/sub/outlay.json:2:3: "rule": no setting of that name; did you mean "rules"?`,
      `${root}/sub/outlay.json:3:22: "region.aws": expected a text, found 1`,
      '',
    ].join('\n'),
  })
})

test('a config above the root holds, --config stands for all, and one that is missing is refused', async () => {
  const root = folderWith({
    'outlay.json': '{ "ignore": "p/a.py" }',
    'other.json': '{ "ignore": "p/b.py" }',
    'p/a.py': 'COST a 1',
    'p/b.py': 'COST b 1',
  })
  expect(files((await scan(root, { paths: ['p'] })).document)).toEqual(['b.py'])
  expect(files((await scan(root, { paths: ['p'], config: 'other.json' })).document)).toEqual(['a.py'])
  expect(await scan(root, { config: 'no.json' })).toMatchObject({ exit: 2, told: 'There is no config no.json.\n' })
})

test('the exit code is 1 from the threshold on', async () => {
  const root = folderWith({ 'a.py': 'WASTE' })
  expect((await scan(root)).exit).toBe(1)
  expect((await scan(root, { failOn: 'never' })).exit).toBe(0)
  expect((await scan(folderWith({ 'a.py': 'COST a 1' }), { failOn: 'hint' })).exit).toBe(0)
})

test('--fix writes the safe fixes, keeps BOM and CRLF, and reports them and what is left', async () => {
  const root = folderWith({ 'a.py': '\ufeffx\r\n😀 WASTE WASTE\r\nCOST a 1\r\n' })
  const { document, exit } = await scan(root, { fix: true })
  expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('\ufeffx\r\n😀 SPARE SPARE\r\nCOST a 1\r\n')
  expect(document.fixed).toEqual([
    { rule: 'waste', file: 'a.py', title: 'Spare it' },
    { rule: 'waste', file: 'a.py', title: 'Spare it' },
  ])
  expect([document.findings, exit]).toEqual([[], 0])
})

test('--fix in a notebook changes only the source of the cell', async () => {
  const notebook =
    '{\n "cells": [\n  {\n   "source": [\n    "a\\n",\n    "WASTE é"\n   ],\n   "outputs": ["WASTE"]\n  },\n  {"source": "WASTE"}\n ]\n}\n'
  const root = folderWith({ 'n.ipynb': notebook })
  await scan(root, { fix: true })
  expect(readFileSync(join(root, 'n.ipynb'), 'utf8')).toBe(
    notebook.replace('"WASTE é"', '"SPARE é"').replace('{"source": "WASTE"}', '{"source": "SPARE"}'),
  )
})

test('--fix leaves a file alone that is not UTF-8, and says so', async () => {
  const bytes = Buffer.from([0xe9, ...Buffer.from(' WASTE')])
  const root = folderWith({ 'a.py': bytes })
  const { document, exit } = await scan(root, { fix: true })
  expect(readFileSync(join(root, 'a.py'))).toEqual(bytes)
  expect(problems(document)).toEqual([
    ['a.py', 'This file is not UTF-8: texts with other letters are read wrong.'],
    ['a.py', 'Not fixed: it changed while Outlay read it, or is not UTF-8.'],
  ])
  expect([document.fixed, exit]).toEqual([[], 1])
})

test('lines and columns are 1-based in UTF-16 units, with BOM, CRLF and emoji before them', async () => {
  const { document } = await scan(folderWith({ 'a.py': '\ufeffx\r\n\t😀 COST a 1\r\n' }))
  expect(document.sites[0]).toMatchObject({ line: 2, column: 5, endLine: 2, endColumn: 13 })
})

test('totals are the sum of what is known and count what is not', async () => {
  const { document } = await scan(folderWith({ 'a.py': 'COST a 10', 'p/b.py': 'COST b 5\nCOST c ?' }))
  expect(document.totals).toMatchObject({
    perMonth: { low: 15, likely: 15, high: 15 },
    pricedSites: 2,
    unknownSites: 1,
    byDirectory: {
      '.': { perMonth: { likely: 10 }, unknownSites: 0 },
      p: { perMonth: { likely: 5 }, sites: 2, unknownSites: 1 },
    },
  })
  expect((await scan(folderWith({ 'a.py': 'COST c ?' }))).document.totals.perMonth).toBeNull()
})

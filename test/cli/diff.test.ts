import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DiffCommand, runDiff } from '../../cli/commands/diff.ts'
import type { DiffDocument } from '../../core/report/schema.ts'
import { fakeEngine } from './fake-engine.ts'
import { folderWith, listener } from './folder.ts'

const git = (root: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false', ...args],
    { cwd: root },
  )

function repositoryWith(files: Record<string, string>): string {
  const root = folderWith(files)
  git(root, 'init', '-q', '-b', 'main')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'one')
  return root
}

async function diff(cwd: string, more: Partial<DiffCommand> = {}) {
  const { out, printed, told } = listener()
  const exit = await runDiff({ cwd, base: 'HEAD', format: 'json', ...more }, fakeEngine, out)
  return { exit, told: told(), document: (printed() === '' ? undefined : JSON.parse(printed())) as DiffDocument }
}

const seen = ({ changes }: DiffDocument) =>
  changes.map(({ change, key, before, after, because, delta }) => [
    change,
    key,
    before?.file ?? null,
    after?.file ?? null,
    because.map(({ what, from, to }) => `${what}: ${from} → ${to}`),
    delta.usd?.likely ?? null,
  ])

test('added, removed, changed, moved and unknown, from HEAD to the working tree', async () => {
  const filler = Array.from({ length: 20 }, (_, i) => `# line ${i}\n`).join('')
  const root = repositoryWith({
    'a.py': 'COST same 1\nCOST grows 10\nCOST goes 7',
    'old/moved.py': `${filler}COST here 3`,
    'odd.py': 'COST odd 4',
  })
  mkdirSync(join(root, 'new'))
  renameSync(join(root, 'old/moved.py'), join(root, 'new/moved.py'))
  git(root, 'add', '-A')
  writeFileSync(join(root, 'a.py'), 'x = 1\nCOST same 1\nCOST grows 25')
  writeFileSync(join(root, 'odd.py'), 'COST odd ?')
  writeFileSync(join(root, 'untracked.py'), 'COST fresh 2')
  const { document, exit } = await diff(root)
  expect(exit).toBe(0)
  expect(seen(document)).toEqual([
    ['changed', 'grows', 'a.py', 'a.py', ['amount: 10 → 25'], 15],
    ['removed', 'goes', 'a.py', null, [], -7],
    ['moved', 'here', 'old/moved.py', 'new/moved.py', ['file: old/moved.py → new/moved.py'], 0],
    ['changed', 'odd', 'odd.py', 'odd.py', ['amount: 4 → ?'], null],
    ['added', 'fresh', null, 'untracked.py', [], 2],
  ])
  expect(document).toMatchObject({
    base: 'HEAD',
    head: 'working tree',
    totals: { perMonth: { likely: 10 }, perCall: [], unknown: 1 },
  })
})

test('between two revisions the working tree does not count', async () => {
  const root = repositoryWith({ 'a.py': 'COST a 1' })
  writeFileSync(join(root, 'a.py'), 'COST a 2')
  git(root, 'commit', '-qam', 'two')
  writeFileSync(join(root, 'a.py'), 'COST a 99')
  const { document } = await diff(root, { base: 'HEAD~1', head: 'HEAD' })
  expect(seen(document)).toEqual([['changed', 'a', 'a.py', 'a.py', ['amount: 1 → 2'], 1]])
})

test('a file that cannot be read on one side is a problem, not a saving', async () => {
  const root = repositoryWith({ 'a.py': 'COST a 1', 'b.py': 'COST b 1\nCRASH' })
  writeFileSync(join(root, 'a.py'), 'COST a 1\nCRASH')
  writeFileSync(join(root, 'b.py'), 'COST b 1')
  const { document } = await diff(root)
  expect(document.changes).toEqual([])
  expect(document.problems.map(({ file, message }) => [file, message.slice(0, 17)])).toEqual([
    ['b.py', 'At HEAD: Outlay f'],
    ['a.py', 'Outlay failed on '],
  ])
})

test('nothing changed is a total of exactly 0, also from a folder inside the repository', async () => {
  const root = repositoryWith({ 'p/a.py': 'COST a ?' })
  expect((await diff(join(root, 'p'))).document).toMatchObject({
    changes: [],
    totals: { perMonth: { low: 0, likely: 0, high: 0 }, unknown: 0 },
  })
})

test('a tracked file that git ignores is read on neither side', async () => {
  const root = repositoryWith({ 'a.py': 'COST a 1', 'gen/b.py': 'COST b 1' })
  writeFileSync(join(root, '.gitignore'), 'gen/\n')
  git(root, 'add', '.gitignore')
  git(root, 'commit', '-qm', 'ignore')
  expect((await diff(root)).document.changes).toEqual([])
})

test('each side follows its own config', async () => {
  const root = repositoryWith({ 'a.py': 'COST a 1', 'outlay.json': '{ "ignore": "a.py" }' })
  rmSync(join(root, 'outlay.json'))
  expect(seen((await diff(root)).document)).toEqual([['added', 'a', null, 'a.py', [], 1]])
  writeFileSync(join(root, 'outlay.json'), '{ "ignor": [] }')
  expect(await diff(root)).toEqual({
    exit: 2,
    document: undefined,
    told: `working tree: ${root}/outlay.json:1:3: "ignor": no setting of that name; did you mean "ignore"?\n`,
  })
})

test('no repository and no such revision are refused in words', async () => {
  const folder = folderWith({})
  expect(await diff(folder)).toMatchObject({ exit: 2, told: `${folder} is in no git repository\n` })
  const root = repositoryWith({ 'a.py': 'x' })
  expect(await diff(root, { base: '--output=x' })).toMatchObject({
    exit: 2,
    told: 'git knows no revision "--output=x" here\n',
  })
  const empty = folderWith({ 'a.py': 'x' })
  git(empty, 'init', '-q')
  expect(await diff(empty)).toMatchObject({ exit: 2, told: `${empty} has no commit yet to compare with\n` })
})

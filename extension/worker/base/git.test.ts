import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createGit } from './git.ts'
import { repository } from './repository.fixture.ts'
import { refsIn } from './repository.ts'

const git = createGit(() => 'git')

test('names, texts and changes are those of the repository, whatever letters are in a name', async () => {
  const { root, git: run } = repository({ 'a b/ü.py': 'one\n', 'old.py': 'x = 1\n'.repeat(20), 'empty.py': '' })
  expect(await git.rootOf(join(root, 'a b'))).toBe(root)
  const { commit } = (await git.resolve(root, { is: 'head' }))!
  const files = await git.files(root, commit)
  expect([...files.keys()]).toEqual(['a b/ü.py', 'empty.py', 'old.py'])
  const texts = await git.texts(root, [files.get('a b/ü.py')!.id, files.get('empty.py')!.id])
  expect([...texts.values()]).toEqual(['one\n', ''])
  renameSync(join(root, 'old.py'), join(root, 'new.py'))
  run('add', '--all')
  writeFileSync(join(root, 'untracked é.py'), 'model = "gpt-4o"\n')
  const changes = await git.changes(root, commit)
  expect([...changes.paths].sort()).toEqual(['new.py', 'old.py', 'untracked é.py'])
  expect([...changes.renames]).toEqual([['new.py', 'old.py']])
  expect(await git.grep(root, ['gpt-4o'])).toEqual(['untracked é.py'])
})

test('branches and tags can be chosen, and which one the others are made from', async () => {
  const { root, git: run } = repository({ 'a.py': '' })
  run('tag', 'v1.0')
  run('checkout', '--quiet', '-b', 'feature/x')
  const found = await refsIn(git, root)
  expect(found?.main).toBe('main')
  expect(found?.all.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'branch feature/x',
    'branch main',
    'tag v1.0',
  ])
})

test('a repository without a commit has nothing to compare with, and a git that fails is no empty repository', async () => {
  const { root } = repository({ 'a.py': '' })
  expect(await git.resolve(root, { is: 'ref', ref: 'no-such' })).toBeUndefined()
  expect(await git.resolve(root, { is: 'ref', ref: '--all' })).toBeUndefined()
  const none = createGit(() => 'no-such-git')
  expect(await none.rootOf(root)).toBeUndefined()
  await expect(none.files(root, 'HEAD')).rejects.toThrow(/git ls-tree failed/)
  await expect(none.texts(root, ['abc'])).rejects.toThrow(/git cat-file failed/)
})

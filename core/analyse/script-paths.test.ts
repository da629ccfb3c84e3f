import { expect, it } from 'vitest'
import { createScriptPaths } from './script-paths.ts'

const target = (files: Readonly<Record<string, string>>, file: string, specifier: string) =>
  createScriptPaths({
    find: (candidates) => candidates.find((each) => Object.hasOwn(files, each)),
    text: (each) => files[each],
  }).target(file, specifier)

const base = '{ "compilerOptions": { "paths": { "@org/llm": ["libs/llm/src/index.ts"] } } }'

it('follows the paths of a config that tsconfig.json extends, from where they are written', () => {
  const files = {
    'tsconfig.base.json': base,
    'apps/web/tsconfig.json': '{ "extends": "../../tsconfig.base" }',
    'libs/llm/src/index.ts': '',
  }
  expect(target(files, 'apps/web/src/page.ts', '@org/llm')).toBe('libs/llm/src/index.ts')
})

it('follows the paths of a config that it refers to, and configs that lead to each other come to an end', () => {
  const files = {
    'tsconfig.json':
      '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
    'tsconfig.node.json': '{ "extends": "./tsconfig.json" }',
    'tsconfig.app.json': '{ "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["./*"] } } }',
    'src/lib/llm.ts': '',
  }
  expect(target(files, 'src/a.ts', '@/lib/llm')).toBe('src/lib/llm.ts')
  expect(target(files, 'src/a.ts', 'lib/llm')).toBe('src/lib/llm.ts')
})

it('finds a package of the same repository by its name, and what it is built from', () => {
  const files = {
    'package.json': '{ "workspaces": ["packages/*"] }',
    'packages/llm/package.json': '{ "name": "@acme/llm", "main": "./dist/client.js" }',
    'packages/llm/src/client.ts': '',
    'packages/other/package.json': '{ "name": "@acme/another" }',
    'packages/other/index.ts': '',
  }
  expect(target(files, 'apps/web/a.ts', '@acme/llm')).toBe('packages/llm/src/client.ts')
  expect(target(files, 'apps/web/a.ts', '@acme/other')).toBeUndefined()
  expect(target(files, 'apps/web/a.ts', 'react')).toBeUndefined()
})

it('finds what a package exports by a path or a pattern, of a workspace of pnpm', () => {
  const files = {
    'pnpm-workspace.yaml': "packages:\n  - 'apps/**'\n  - libs/*\n",
    'libs/acme-llm/package.json':
      '{ "name": "@acme/llm", "exports": { ".": "./src/index.ts", "./*": { "types": "./dist/*.d.ts", "import": "./dist/*.js" } } }',
    'libs/acme-llm/src/index.ts': '',
    'libs/acme-llm/src/models.ts': '',
  }
  expect(target(files, 'apps/web/a.ts', '@acme/llm')).toBe('libs/acme-llm/src/index.ts')
  expect(target(files, 'apps/web/a.ts', '@acme/llm/models')).toBe('libs/acme-llm/src/models.ts')
})

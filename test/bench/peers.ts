// The tools Outlay is measured against, from npm, in a folder of their own: no dependency of this project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Registry } from '../../core/registry.ts'
import { billableMethods } from '../../core/sink-words.ts'

const wanted = {
  '@ast-grep/cli': '0.51.1',
  oxlint: '1.94.0',
  eslint: '10.15.0',
  'typescript-eslint': '8.73.0',
  typescript: '6.0.3',
}

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay', 'bench-peers')

interface Peer {
  readonly name: string
  readonly command: string
  readonly args: (folder: string) => readonly string[]
}

/** Installed the first time; none where that fails. */
export function peers(registry: Registry): readonly Peer[] {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }))
  const there = Object.keys(wanted).every((name) => existsSync(join(folder, 'node_modules', name)))
  if (!there)
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      shell: process.platform === 'win32',
    })
  const modules = join(folder, 'node_modules')
  return [
    // One rule for all calls of a language is the kindest form there is: Outlay is measured against it.
    { name: 'ast-grep', command: astGrep(modules), args: (at) => ['scan', '-r', rules(registry), at] },
    {
      name: 'ast-grep, a rule for each call',
      command: astGrep(modules),
      args: (at) => ['scan', '-r', rulesByCall(registry), at],
    },
    {
      name: 'oxlint',
      command: process.execPath,
      args: (at) => [join(modules, 'oxlint/bin/oxlint'), '--config', oxlintConfig(), at],
    },
    {
      name: 'eslint',
      command: process.execPath,
      args: () => [
        '--max-old-space-size=8000',
        join(modules, 'eslint/bin/eslint.js'),
        '--config',
        eslintConfig(modules),
        '--no-inline-config',
        '.',
      ],
    },
  ]
}

/** The platform's own binary: what stands in `.bin` is only replaced by it in an install script. */
function astGrep(modules: string): string {
  const scope = join(modules, '@ast-grep')
  const platform = existsSync(scope)
    ? readdirSync(scope).find((name) => name !== 'cli' && existsSync(join(scope, name, binary)))
    : undefined
  return platform === undefined ? 'ast-grep' : join(scope, platform, binary)
}

const binary = process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep'

const resourceTypes = ({ resources }: Registry): readonly string[] =>
  resources.flatMap((resource) => Object.keys(resource.from.terraform ?? {}))

/** Every call by a name that an SDK bills, and every resource that has a price. */
function rules(registry: Registry): string {
  const names = billableMethods(registry.sdks).join('|')
  const types = resourceTypes(registry)
  const calls = ['TypeScript', 'Tsx', 'JavaScript', 'Python'].map((language) =>
    [
      `id: calls-${language}`,
      `language: ${language}`,
      'severity: info',
      'rule:',
      `  kind: ${language === 'Python' ? 'call' : 'call_expression'}`,
      `  has: { field: function, regex: '(^|\\.)(${names})$' }`,
    ].join('\n'),
  )
  const blocks = [
    'id: resources',
    'language: Hcl',
    'severity: info',
    'rule:',
    '  kind: block',
    `  regex: '^resource "(${types.join('|')})"'`,
  ].join('\n')
  return rulesFile('rules', [...calls, blocks])
}

function rulesFile(name: string, all: readonly string[]): string {
  const file = join(tmpdir(), `outlay-bench-${name}-${process.pid}.yml`)
  writeFileSync(file, all.join('\n---\n'))
  return file
}

/** As people write them: a pattern for each call of an SDK, `$CLIENT.chat.completions.create($$$)`, in the languages the SDK is for. */
function rulesByCall(registry: Registry): string {
  const patterns = registry.sdks.flatMap(({ calls, clients }) => {
    const languages = [
      ...(clients.some(({ python }) => python !== undefined) ? ['Python'] : []),
      ...(clients.some(({ typescript }) => typescript !== undefined) ? ['TypeScript', 'Tsx', 'JavaScript'] : []),
    ]
    const isModule = clients.some((client) => client.module)
    return calls.flatMap(({ path, url }) => {
      const steps = path.slice(path.lastIndexOf(')') + 1).replace(/^\./, '')
      if (url !== undefined || !/^[\w.]+$/.test(steps)) return []
      const callee = isModule && !steps.includes('.') ? steps : `$CLIENT.${steps}`
      return languages.map((language) => ({ language, pattern: `${callee}($$$)` }))
    })
  })
  const unique = new Map(patterns.map((each) => [`${each.language} ${each.pattern}`, each]))
  const calls = [...unique.values()].map(({ language, pattern }, i) =>
    [`id: call-${i}`, `language: ${language}`, 'severity: info', 'rule:', `  pattern: ${pattern}`].join('\n'),
  )
  const blocks = resourceTypes(registry).map((type, i) =>
    [
      `id: resource-${i}`,
      'language: Hcl',
      'severity: info',
      'rule:',
      '  kind: block',
      `  regex: '^resource "${type}"'`,
    ].join('\n'),
  )
  return rulesFile('rules-by-call', [...calls, ...blocks])
}

/** Its default rules: a project's own configuration may name what is not installed, and then nothing is linted. */
function oxlintConfig(): string {
  const config = join(tmpdir(), `outlay-bench-oxlint-${process.pid}.json`)
  writeFileSync(config, '{}')
  return config
}

/** typescript-eslint's recommended rules, without types: what a project runs at the least. */
function eslintConfig(modules: string): string {
  const config = join(tmpdir(), `outlay-bench-eslint-${process.pid}.mjs`)
  writeFileSync(
    config,
    `import ts from ${JSON.stringify(join(modules, 'typescript-eslint/dist/index.js'))}
export default ts.config({ ignores: ['**/node_modules/**', '**/dist/**'] }, ...ts.configs.recommended)
`,
  )
  return config
}

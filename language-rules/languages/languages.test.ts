import { describe, expect, test } from 'vitest'
import type { Language, LanguageExample } from '../../core/language.ts'
import type { Expr, Module } from '../../core/module.ts'
import * as python from './python.ts'
import * as typescript from './typescript.ts'
import * as yaml from './yaml.ts'

const languages: readonly { language: Language; examples: readonly LanguageExample[] }[] = [python, typescript, yaml]

function written(text: string, expr: Expr): string {
  return text.slice(...expr.span)
}

function shown(text: string, module: Module): Required<LanguageExample['sees']> {
  const named = module.bindings.filter((binding) => binding.target.span[1] > binding.target.span[0])
  return {
    calls: module.calls.map((call) => written(text, call.expr.callee)),
    imports: module.imports.map(({ module, name }) => `${module}:${name}`),
    bindings: named.map((binding) => written(text, binding.target)),
    loops: module.loops.map((loop) => loop.kind),
    problems: module.problems.length,
  }
}

for (const { language, examples } of languages) {
  describe(language.id, () => {
    test.each(examples)('$name', async ({ code, sees }) => {
      const lower = await language.load()
      const seen = shown(code, lower(code))
      for (const key of Object.keys(sees) as (keyof typeof sees)[]) expect(seen[key], key).toEqual(sees[key])
    })
  })
}

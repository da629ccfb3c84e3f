import type { Module } from '../module.ts'

/** What lines are indented by as fixes write them. */
const own = { python: 4, typescript: 2 } as const

/** Lines indented as the text around them is: by tabs, by two or by four. */
export function indentedAs(text: string, language: Module['language'], lines: readonly string[]): readonly string[] {
  const first = /^(\t|(?: {2}){1,2})(?![\s*])/m.exec(text)?.[1]
  const width = own[language]
  if (first === undefined || first.length === width) return lines
  return lines.map((line) => line.replace(/^ +/, (blanks) => first.repeat(blanks.length / width)))
}

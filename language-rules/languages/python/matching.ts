import type { Expr } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { bind, type ModuleBuilder } from '../lowering/builder.ts'
import { operation } from '../lowering/expr.ts'
import { holding, inArm } from '../lowering/holding.ts'
import { whenOf } from '../lowering/when.ts'
import { expression, isMark } from './expressions.ts'
import { arm, parts } from './statements.ts'
import { nameOf } from './targets.ts'
import { child, type Node } from './tree.ts'

/** `case "a" | "b":` asks whether the subject is one of them, after all cases before it; a pattern that takes it apart tells nothing. */
export function match(builder: ModuleBuilder, node: Node): void {
  const [first, ...others] = node.kids.filter((kid) => /^[A-Z]/.test(kid.name) && kid.name !== 'MatchBody')
  const subject = first && !isMark(first) ? expression(builder, first) : undefined
  for (const kid of others) if (!isMark(kid)) expression(builder, kid)
  const clauses = child(node, 'MatchBody')?.kids.filter(({ name }) => name === 'MatchClause') ?? []
  const before: Expr[] = []
  let all = subject !== undefined && others.length === 0
  for (const { kids } of clauses) {
    const pattern = kids.find(({ name }) => /Pattern$/.test(name))
    const own = subject && pattern && others.length === 0 ? testOf(builder, pattern, subject) : undefined
    const isGuarded = kids.some(({ name }) => name === 'Guard')
    const told = all && !isGuarded && (own || isAnything(builder, pattern)) ? whenOf(before, own) : undefined
    for (const part of kids) {
      if (part.name === 'Guard') parts(builder, part, [part.from, part.to])
      else if (part.name === 'Body') {
        holding(builder, [part.from, part.to], inArm(before, own))
        arm(builder, part, { when: told })
      } else if (/Pattern$|PatternArgList$/.test(part.name)) captures(builder, part)
    }
    if (own && !isGuarded) before.push(own)
    else all = false
  }
}

const isAnything = (builder: ModuleBuilder, pattern: Node | undefined): boolean =>
  pattern?.name === 'CapturePattern' && builder.text.slice(pattern.from, pattern.to) === '_'

function testOf(builder: ModuleBuilder, pattern: Node, subject: Expr): Expr | undefined {
  const span: Span = [pattern.from, pattern.to]
  if (pattern.name === 'OrPattern') {
    const among = pattern.kids.filter((kid) => !isMark(kid)).map((kid) => testOf(builder, kid, subject))
    const told = among.filter((each) => each !== undefined)
    return told.length === among.length ? { is: 'choice', via: 'or', among: told, span } : undefined
  }
  const [literal] = pattern.kids
  if (pattern.name === 'LiteralPattern' && literal && pattern.kids.length === 1)
    return operation(span, literal.name === 'None' ? 'is' : '==', [subject, expression(builder, literal)])
  if (pattern.name !== 'AttributePattern') return undefined
  return operation(span, '==', [subject, expression(builder, { ...pattern, name: 'MemberExpression' })])
}

function captures(builder: ModuleBuilder, pattern: Node): void {
  for (const kid of pattern.kids) {
    const captured = kid.name === 'VariableName' && /^(Capture|As)Pattern$/.test(pattern.name)
    // A class without arguments and an empty sequence are read as names too: the text tells.
    const isName = captured && /^(?!_\b)\w/.test(builder.text.slice(kid.from, kid.to)) && builder.text[kid.to] !== '('
    if (isName) bind(builder, { target: nameOf(builder, kid), via: 'assign', span: [kid.from, kid.to] })
    else captures(builder, kid)
  }
}

// Attributes that a call sets: `setattr(self, "model", m)`, `Object.assign(this, options)`.
// https://docs.python.org/3/library/functions.html#setattr, https://docs.python.org/3/library/functions.html#vars
import { anyAttribute, type CallExpr, type Expr } from '../../../core/module.ts'
import { bind, type ModuleBuilder } from './builder.ts'
import { constantText } from './expr.ts'

/** The same call, with what it sets bound. */
export function settingByCall(builder: ModuleBuilder, call: CallExpr): CallExpr {
  const { callee } = call
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : undefined
  if (name !== undefined && Object.hasOwn(setters, name)) setters[name]!(builder, call)
  return call
}

type Setter = (builder: ModuleBuilder, call: CallExpr) => void

function setNamed(builder: ModuleBuilder, of: Expr, key: Expr, value: Expr, { span }: CallExpr): void {
  const name = constantText(key)
  if (name === undefined)
    setAny(builder, of, { is: 'record', entries: [{ key, value, span: value.span }], span: value.span }, span)
  else bind(builder, { target: { is: 'member', of, name, nameSpan: key.span, span }, value, via: 'assign', span })
}

/** What an object has from another: `self.__dict__.update(options)`. */
function setAny(builder: ModuleBuilder, of: Expr, from: Expr, span: CallExpr['span']): void {
  const target: Expr = { is: 'member', of, name: anyAttribute, nameSpan: span, span }
  bind(builder, { target, value: { is: 'spread', of: from, span: from.span }, via: 'assign', span })
}

const attribute: Setter = (builder, call) => {
  const [of, key, value] = call.args
  if (call.args.length === 3 && call.args.every((given) => given.name === undefined && !given.spread))
    setNamed(builder, of!.value, key!.value, value!.value, call)
}

/** `vars(self)`, `self.__dict__`: the record of its attributes. */
function ownerOf(of: Expr): Expr | undefined {
  if (of.is === 'member') return of.name === '__dict__' ? of.of : undefined
  const isVars = of.is === 'call' && of.callee.is === 'name' && of.callee.name === 'vars' && of.args.length === 1
  return isVars ? of.args[0]!.value : undefined
}

const update: Setter = (builder, call) => {
  const { callee, args, span } = call
  const owner = callee.is === 'member' ? ownerOf(callee.of) : undefined
  if (!owner) return
  for (const { name, value } of args) {
    if (name === undefined) setAny(builder, owner, value, span)
    else bind(builder, { target: { is: 'member', of: owner, name, nameSpan: span, span }, value, via: 'assign', span })
  }
}

const assign: Setter = (builder, call) => {
  const { callee, args, span } = call
  const [of, ...from] = args
  const isOfThis = of?.value.is === 'name' && of.value.name === 'this'
  if (callee.is !== 'member' || callee.of.is !== 'name' || callee.of.name !== 'Object' || !isOfThis) return
  for (const { value, spread } of from) if (!spread) setAny(builder, of.value, value, span)
}

const define: Setter = (builder, call) => {
  const [of, key, how] = call.args
  if (call.callee.is !== 'member' || !of || how?.value.is !== 'record') return
  const value = how.value.entries.find(({ name }) => name === 'value')?.value
  if (key && value) setNamed(builder, of.value, key.value, value, call)
}

const setters: Readonly<Record<string, Setter>> = {
  setattr: attribute,
  __setattr__: attribute,
  update,
  assign,
  defineProperty: define,
}

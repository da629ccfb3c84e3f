// https://developer.hashicorp.com/terraform/language/functions/templatefile
import { fileDocument } from '../../../core/document.ts'
import { unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import type { Scope } from './evaluate.ts'
import { readBeside } from './files.ts'
import { readText } from './functions/filesystem.ts'
import { entriesOf } from './functions/function.ts'
import { parseTemplate } from './hcl/body.ts'
import { Broken } from './hcl/cursor.ts'
import { evaluateTemplate } from './template.ts'
import { failed, isObject, lift, toText, type Value } from './value.ts'

type Argument = Known<Value> | undefined

/** A file as a template of the variables. One that renders itself: unknown, `cycle`. */
export function renderFile(path: Argument, variables: Argument, scope: Scope, at: Location): Known<Value> {
  if (path === undefined || variables === undefined) return failed('unsupported', at)
  return lift([path], at, ([name]) => {
    const file = toText(name!)
    if (file === undefined) return failed('unsupported', at)
    const text = readText(file, readBeside(scope), at)
    if (text.is !== 'known') return unknown('missing-file', at)
    const { running } = scope.module
    const key = `templatefile ${file}`
    if (running.has(key)) return unknown('cycle', at)
    running.add(key)
    const made = render(text.value, variables, scope, at)
    running.delete(key)
    return made
  })
}

/** A text as a template of the variables. */
export function renderText(template: Argument, variables: Argument, scope: Scope, at: Location): Known<Value> {
  if (template === undefined || variables === undefined) return failed('unsupported', at)
  return lift([template], at, ([value]) => {
    const text = toText(value!)
    return text === undefined ? failed('unsupported', at) : render(text, variables, scope, at)
  })
}

/** What is in the template has no place in the configuration: all of it stands at the call. */
function render(text: string, variables: Known<Value>, scope: Scope, at: Location): Known<Value> {
  if (variables.is === 'unknown') return variables
  const template = parseTemplate(text)
  if (template instanceof Broken) return failed('unsupported', at)
  const made = lift([variables], at, ([value]) => {
    if (value === null || !isObject(value!)) return failed('unsupported', at)
    const names = new Map(entriesOf(value))
    return evaluateTemplate(template, { ...scope, document: fileDocument(at.file, '', text), names })
  })
  return made.is === 'unknown' ? made : { ...made, at }
}

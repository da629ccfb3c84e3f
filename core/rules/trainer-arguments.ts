import { type Document, locate } from '../document.ts'
import { callAt } from '../fixes/after-statement.ts'
import type { CallExpr, Module } from '../module.ts'
import { isBelow } from '../resolve/started.ts'
import type { Location, Resource } from '../types.ts'

/** https://huggingface.co/docs/transformers/main_classes/trainer, https://huggingface.co/docs/trl/sft_trainer */
const names = /^((Seq2Seq)?TrainingArguments|(SFT|DPO|GRPO|KTO|ORPO|Reward)Config)$/
const makers = /^(transformers|trl)(\.|$)/

/**
 * Where training with Hugging Face’s Trainer is told to save no checkpoint: `save_strategy="no"` in the function or class below a decorator
 * that says what it runs on. Undefined where it is not.
 */
export function savesNothing({ location }: Resource, module: Module, document: Document): Location | undefined {
  const site = callAt(location, module, document)
  if (!site) return undefined
  for (const each of module.calls) {
    if (!isTrainer(each.expr, module) || !isBelow(module, site, each)) continue
    const told = each.expr.args.find(({ name }) => name === 'save_strategy')?.value
    if (told?.is === 'text' && told.parts.length === 1 && told.parts[0] === 'no') return locate(document, told.span)
  }
  return undefined
}

function isTrainer({ callee }: CallExpr, { imports }: Module): boolean {
  if (callee.is === 'member' && callee.of.is === 'name') {
    const { name } = callee.of
    return names.test(callee.name) && imports.some(({ local, module }) => local === name && makers.test(module))
  }
  return (
    callee.is === 'name' &&
    imports.some(({ local, name, module }) => local === callee.name && names.test(name) && makers.test(module))
  )
}

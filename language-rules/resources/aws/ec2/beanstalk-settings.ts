// https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html
import type { Block } from '../../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { unwritten } from './written.ts'

/** The value of an option; the last one written counts. Where a namespace or a name is not known, it may be any option. */
export function settingOf(block: Block, namespace: string, name: string): Known<Fact> {
  let found: Known<Fact> = unwritten
  for (const setting of block.nested('setting')) {
    const [of, is] = [valueOf(setting.fact('namespace')), valueOf(setting.fact('name'))]
    if (of === namespace && is === name) found = setting.fact('value')
    else if ((of === undefined || is === undefined) && found === unwritten) found = unknown('dynamic', block.location)
  }
  return found
}

export const hasSettings = (block: Block, namespace: string) =>
  block.nested('setting').some((setting) => valueOf(setting.fact('namespace')) === namespace)

/** `t3.micro, t3.small`: the options that take a list take it as one text. */
export const partsOfText = (value: Known<Fact>): readonly string[] =>
  String(valueOf(value) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `"true"` and `true` are the same to the service. */
export const isOn = (value: Known<Fact>): Known<Fact> =>
  mapKnown(value, (text) => String(text).toLowerCase() === 'true')

// https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#dependency
import { assumed, known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { outputOf } from '../block-value.ts'
import type { BlockNode } from '../hcl/ast.ts'
import { lazyObject } from '../lazy-entries.ts'
import { type Module, once } from '../module.ts'
import { list, object, type Value } from '../value.ts'
import { attributeOf, type Config, placeIn, say, textOf } from './config.ts'
import { placed } from './paths.ts'

/** `dependency.vpc`: its outputs as the other unit has them, else the mock ones, else unknown. */
export function dependencyValue(config: Config, block: BlockNode): Known<Value> {
  const at = placeIn(config, block)
  const get = (name: string) =>
    name === 'outputs'
      ? once(config.module, `dependency ${block.span[0]}`, at, () => outputs(config, block, at))
      : undefined
  return known<Value>(
    lazyObject(() => ['outputs'], get),
    at,
  )
}

function outputs(config: Config, block: BlockNode, at: Location): Known<Value> {
  const written = attributeOf(config, block.items, 'mock_outputs')
  const mock = written && asMock(written, at)
  const path = textOf(config, block.items, 'config_path')
  const isAsked = ['enabled', 'skip_outputs'].every((name) => {
    const value = attributeOf(config, block.items, name)
    return value === undefined || valueOf(value) === (name === 'enabled')
  })
  const real = path === undefined || !isAsked ? undefined : config.unit.other(placed(path, config.from))
  if (real && real !== 'cycle') return known<Value>(outputsOf(real, mock), at)
  if (mock) return mock
  if (real) return unknown('cycle', at)
  if (isAsked)
    say(
      config.unit,
      at,
      `Dependency "${block.labels[0]?.text ?? ''}" cannot be worked out from what is here, and has no mock outputs: what it gives is not known.`,
    )
  return unknown('missing-module', at)
}

/** What only is known once the other unit stands is taken from the mock where that has it. */
function outputsOf(unit: Module, mock: Known<Value> | undefined): Value {
  const all = unit.declared.outputs
  const mocked = mock && valueOf(mock)
  const mocks =
    mocked !== undefined && typeof mocked === 'object' && mocked?.kind === 'object' ? mocked.entries : undefined
  return lazyObject(
    () => [...all.keys()],
    (name) => {
      const value = outputOf(unit, all.get(name), name)
      return value === undefined || value.is === 'unknown' ? (mocks?.get(name) ?? value) : value
    },
  )
}

/** Taken for granted, through and through. */
function asMock(from: Known<Value>, at: Location): Known<Value> {
  if (from.is !== 'known' && from.is !== 'assumed') return from
  const { value } = from
  if (value === null || typeof value !== 'object') return assumed(value, from.at ?? at, 'mock')
  if (value.kind === 'list') return assumed<Value>(list(value.items.map((item) => asMock(item, at))), at, 'mock')
  return assumed<Value>(object([...value.entries].map(([name, part]) => [name, asMock(part, at)] as const)), at, 'mock')
}

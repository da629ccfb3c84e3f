import { isUnwritten, numberOf, product } from '../../core/estimate/resource-line.ts'
import type { Block } from '../../core/format.ts'
import { known, unknown } from '../../core/known.ts'
import type { Fact, Known } from '../../core/types.ts'
import { toldBy } from './told-gpus.ts'

/** What a call that loads a model loads, by the names its libraries have for it. */
export const loadedModel =
  'model|model_path|model_name_or_path|^pretrained_model_name_or_path|pretrained_model_name_or_path|^[0]|[0]'

/** Each part of a model that is cut up has a GPU of its own; where nothing is told, the library takes those that are there. */
export function gpusOfModel(block: Block): Known<Fact> {
  const told = ['tensor_parallel_size', 'pipeline_parallel_size'].map((name) => block.fact(name))
  const written = told.filter((size) => !isUnwritten(size)).map(numberOf)
  if (written.length === 0) return unknown('dynamic', block.location)
  return written.reduce(product, known(1, block.location))
}

/** Of the only model that the function or class below a decorator loads; vLLM takes one GPU unless it is told more. */
export function modelBelow(block: Block): Record<string, Known<Fact>> {
  const [loads, ...others] = block.loads ?? []
  const [command, ...more] = block.starts ?? []
  if (loads === undefined && command !== undefined && more.length === 0) return ofCommand(block, command)
  if (loads === undefined || others.length > 0) return {}
  const gpus = gpusOfModel(loads)
  const isTold = !(gpus.is === 'unknown' && gpus.why === 'dynamic')
  return { model: loads.fact(loadedModel), ...(isTold ? { modelGpus: gpus } : {}) }
}

/** A number that only a run knows may be any. */
function ofCommand(block: Block, command: string): Record<string, Known<Fact>> {
  return command.includes('?') ? {} : toldBy(command, block.location)
}

export const modelShape = {
  model: 'the model it loads, where it loads one',
  modelGpus: 'GPUs the model is spread over, where that is told',
  trainerGpus: 'GPUs of each machine that the training on it is told to use',
}

import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { addArgument, replace } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ProposedFix } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { savesNothing } from '../../core/rules/trainer-arguments.ts'
import type { Location, Resource } from '../../core/types.ts'
import { uncheckpointedTrainingExamples } from './examples/uncheckpointed-training.ts'

const options = z.object({})

/** What runs below these may be interrupted, and is started again on the same input. https://modal.com/docs/guide/preemption */
const preempted: ReadonlySet<string> = new Set(['modal.function', 'modal.cls'])

/** Where spot is asked for. */
const spotNames = ['use_spot_instances', 'train_use_spot_instances', 'EnableManagedSpotTraining']

export const rule = defineRule({
  id: 'uncheckpointed-training',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'Training runs on machines that may be taken back, and keeps no checkpoints.',
    why: 'Spot machines, and those of Modal, may be taken back at any time. SageMaker and Modal then start the job again, and without checkpoints all that was done is done, and paid for, once more.',
    fix: 'Give it a place in S3 for checkpoints, save them to /opt/ml/checkpoints every few minutes, and go on from the last one at the start. With Hugging Face’s Trainer let `save_strategy` be `steps` or `epoch`, `output_dir` be on a volume, and pass `resume_from_checkpoint`.',
    unless: 'It trains for minutes, or saves and loads its progress by some other way.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html',
    alters: ['bill'],
    notIn: { terraform: 'training is a job, which a program starts' },
  },
  options,
  *check(resource, { estimate, estimateWith, prices, document, code }) {
    const { shape, purchase, type } = resource
    const unsaved = code && preempted.has(type) ? savesNothing(resource, code.module, document) : undefined
    const gpus = unsaved && gpusOf(resource, prices)
    if (unsaved && gpus) {
      const hourly = estimate.per === 'hour' && estimate.usd ? say` An hour is ${usd(estimate.usd)}.` : ''
      yield {
        at: unsaved,
        message: say`Training on ${gpus.text} saves no checkpoint, and Modal may take the machine at any time and start again: all that was done is done and paid for once more.${hourly} Save to a volume, and go on from there.`,
        // What is saved beside no volume goes with the machine.
        fixes: resource.source.values.volumes
          ? [
              {
                title: 'Save a checkpoint as often as save_steps says (500 unless told)',
                safety: 'suggestion',
                edits: [replace(unsaved, '"steps"')],
                claim: 'governs',
              },
            ]
          : [],
      }
      return
    }
    if (shape.checkpoints === undefined || valueOf(shape.checkpoints) !== false || purchase !== 'spot') return
    const hourly = estimateWith({ purchase: 'on-demand' }).usd
    const hours = shape.lifetimeHours && valueOf(shape.lifetimeHours)
    const most = typeof hours === 'number' ? say` (${hours} ${hours === 1 ? 'hour' : 'hours'} at most)` : ''
    const price = hourly
      ? say` An hour is ${usd(hourly)} on demand; spot is billed at a share of it that nobody publishes.`
      : ''
    yield {
      at: placeOf(resource, document),
      message: say`Spot training without checkpoints: when the machines are taken back, all that was done${most} is done and paid for again.${price} Keep checkpoints in S3.`,
      fixes: fixesOf(resource, document),
    }
  },
})

const placeOf = ({ source, ...resource }: Resource, document: Document): Location =>
  spotNames.flatMap((name) => source.values[name] ?? [])[0] ??
  factPlace({ source, ...resource }, resource.shape.instanceType, document)

/** Beside what the job makes, where that is told. */
function fixesOf(resource: Resource, document: Document): readonly ProposedFix[] {
  const output = resource.shape.output && valueOf(resource.shape.output)
  if (typeof output !== 'string' || !/^s3:\/\/[\w./-]+$/.test(output)) return []
  const path = `${output.replace(/\/+$/, '')}/checkpoints`
  const edit = resource.type.startsWith('sagemaker.')
    ? addArgument(resource, 'checkpoint_s3_uri', `"${path}"`, document)
    : resource.type === 'aws.create_training_job'
      ? addArgument(
          resource,
          'CheckpointConfig',
          document.language === 'python' ? `{"S3Uri": "${path}"}` : `{ S3Uri: '${path}' }`,
          document,
        )
      : undefined
  return edit ? [{ title: `Keep checkpoints in ${path}`, safety: 'suggestion', edits: [edit], claim: 'governs' }] : []
}

export const examples = uncheckpointedTrainingExamples

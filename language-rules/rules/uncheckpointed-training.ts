import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { addArgument } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ProposedFix } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import type { Location, Resource } from '../../core/types.ts'
import { uncheckpointedTrainingExamples } from './examples/uncheckpointed-training.ts'

const options = z.object({})

/** Where spot is asked for. */
const spotNames = ['use_spot_instances', 'train_use_spot_instances', 'EnableManagedSpotTraining']

export const rule = defineRule({
  id: 'uncheckpointed-training',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'Training runs on spot machines and is told no place to keep checkpoints.',
    why: 'Spot machines may be taken back at any time. SageMaker then starts the job again, and without checkpoints all that was done is done, and paid for, once more.',
    fix: 'Give it a place in S3 for checkpoints, save them to /opt/ml/checkpoints every few minutes, and go on from the last one at the start.',
    unless: 'It trains for minutes, or saves and loads its progress by some other way.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html',
    notIn: { terraform: 'training is a job, which a program starts' },
  },
  options,
  *check(resource, { estimateWith, document }) {
    const { shape, purchase } = resource
    if (shape.checkpoints === undefined || valueOf(shape.checkpoints) !== false || purchase !== 'spot') return
    const hourly = estimateWith({ purchase: 'on-demand' }).usd
    const hours = shape.lifetimeHours && valueOf(shape.lifetimeHours)
    const most = typeof hours === 'number' ? say` (${hours} hours at most)` : ''
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

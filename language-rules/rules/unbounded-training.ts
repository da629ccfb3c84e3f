import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import { type Document, textOf } from '../../core/document.ts'
import { addArgument } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type Report, type ResourceContext } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { endlessTraining } from '../../core/rules/endless-training.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import type { Edit, Resource } from '../../core/types.ts'
import { unboundedTrainingExamples } from './examples/unbounded-training.ts'

const options = z.object({
  hours: z
    ._default(z.number().check(z.gt(0)), 12)
    .check(z.describe('Hours that training may take; the fix stops it after so many.')),
})

/**
 * Hours after which the provider stops a job that is told nothing, and its name. Not `ModelTrainer` of the SDK's version 3, which says an
 * hour itself: sagemaker/train/defaults.py of aws/sagemaker-python-sdk.
 */
const limits: Readonly<Record<string, { readonly hours: number; readonly who: string }>> = {
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html
  'sagemaker.Estimator': { hours: 24, who: 'SageMaker' },
  'aws.create_training_job': { hours: 24, who: 'SageMaker' },
  // https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec#Scheduling
  'vertex.training': { hours: 7 * 24, who: 'Vertex AI' },
}

export const rule = defineRule({
  id: 'unbounded-training',
  on: 'resource',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'Training on GPUs is given no time after which it is stopped, or no last epoch.',
    why: 'A job that hangs, or learns for more epochs than help, is billed until the provider’s own limit: a day on SageMaker, a week on Vertex AI, the function’s timeout on Modal.',
    fix: 'Give it the time it should take and some on top, and stop it by itself when the loss no longer falls.',
    unless:
      'Something that watches the job stops it (Hugging Face’s Trainer ends by itself, after three epochs unless it is told), or it has to run for as long as the provider lets it.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html',
    alters: ['results'],
    notIn: { terraform: 'training is a job, which a program starts' },
  },
  options,
  *check(resource, context) {
    const { estimate, prices, document, options } = context
    yield* ofEpochs(resource, context)
    const limit = limits[resource.type]
    const told = resource.shape.lifetimeHours
    if (limit === undefined || estimate.per !== 'hour' || !told || told.is !== 'unknown' || told.why !== 'absent')
      return
    const gpus = gpusOf(resource, prices)
    if (gpus === undefined || mayBeLimited(resource, document)) return
    const most = estimate.usd ? say`, ${usd(scale(estimate.usd, limit.hours))}` : ''
    const edit = editOf(resource, options.hours, document)
    yield {
      at: factPlace(resource, resource.shape.instanceType, document),
      message: say`Training on ${gpus.text} has no time limit: ${limit.who} stops it after ${limit.hours} hours${most}. Say how long it may take.`,
      fixes: edit
        ? [{ title: `Stop it after ${options.hours} hours`, safety: 'suggestion', edits: [edit], claim: 'governs' }]
        : [],
    }
  },
})

/** By arguments that nobody sees, or by the model: JumpStart has a time for each (`max_run` of its `estimator_kwargs`). */
const mayBeLimited = ({ source, location }: Resource, document: Document) =>
  source.open === undefined ||
  /^[\w.\s]*JumpStartEstimator\s*\(/.test(textOf(document, location.cell).slice(...location.span))

/** Such a function is stopped by its timeout, which must be told: five minutes, where it is not, are soon over. */
function* ofEpochs(
  resource: Resource,
  { code, document, estimate, prices, options }: ResourceContext<{ readonly hours: number }>,
): Generator<Report> {
  const hours = resource.shape.lifetimeHours && valueOf(resource.shape.lifetimeHours)
  const gpus = code && typeof hours === 'number' && hours >= 1 ? gpusOf(resource, prices) : undefined
  const endless = gpus && code ? endlessTraining(resource, code.module, document) : undefined
  if (!gpus || !endless || typeof hours !== 'number') return
  const most = estimate.per === 'hour' && estimate.usd ? say`, ${usd(scale(estimate.usd, hours))}` : ''
  const edit = options.hours < hours ? endless.limited(options.hours) : undefined
  yield {
    at: endless.at,
    message: say`Training on ${gpus.text} never ends by itself: ${endless.why} (\`${endless.code}\`). It is stopped after ${hours} hours${most}. Say how many epochs or steps it may take, or stop it when the loss no longer falls.`,
    fixes: edit
      ? [{ title: `Stop it after ${options.hours} hours`, safety: 'suggestion', edits: [edit], claim: 'governs' }]
      : [],
  }
}

/** Each by the name its own library has; a request says it with other conditions, which must be there. */
function editOf(resource: Resource, hours: number, document: Document): Edit | undefined {
  // A spot job may wait no shorter than it may run, and how long it may wait is said elsewhere in the call.
  if (resource.purchase !== 'on-demand') return undefined
  const seconds = String(Math.round(hours * 3600))
  switch (resource.type) {
    case 'sagemaker.Estimator':
      return addArgument(resource, 'max_run', seconds, document)
    case 'vertex.training':
      return addArgument(resource, 'timeout', seconds, document)
    case 'aws.create_training_job': {
      const condition =
        document.language === 'python' ? `{"MaxRuntimeInSeconds": ${seconds}}` : `{ MaxRuntimeInSeconds: ${seconds} }`
      return addArgument(resource, 'StoppingCondition', condition, document)
    }
    default:
      return undefined
  }
}

export const examples = unboundedTrainingExamples

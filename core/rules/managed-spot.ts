// Training that a provider starts again where it was taken away: SageMaker's managed spot training.
import { type Document, textOf } from '../document.ts'
import { addArgument, addArguments, replace } from '../fixes/arguments.ts'
import { valueOf } from '../known.ts'
import { say, usd } from '../money.ts'
import type { Report, RuleContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'
import { factPlace } from './block-place.ts'

const trainings: ReadonlySet<string> = new Set(['sagemaker.Estimator', 'aws.create_training_job'])

/** Keeps checkpoints and is on demand. Machines that are kept warm for the next job are never spot. */
export function couldBeSpot({ type, shape, purchase, source }: Resource): boolean {
  const kept = shape.checkpoints !== undefined && valueOf(shape.checkpoints) === true
  const warm = shape.idleSeconds
  const isWarm = warm !== undefined && !(warm.is === 'unknown' && warm.why === 'absent')
  // Of arguments that nobody sees one may ask for spot.
  return trainings.has(type) && purchase === 'on-demand' && kept && !isWarm && source.open !== undefined
}

/** SageMaker's own, where nothing is told: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html */
const secondsOfDay = 86_400

/**
 * What spot costs there is told nowhere.
 * @param what the machines it trains on, `ml.m5.xlarge`
 */
export function managedSpotReport(
  resource: Resource,
  what: string,
  { estimate, document }: RuleContext<Resource, unknown>,
): Report {
  const edits = managedSpot(resource, document)
  return {
    at: factPlace(resource, resource.shape.instanceType, document),
    message: say`Training that keeps checkpoints, on demand: ${what}${estimate.usd ? say`, ${usd(estimate.usd)} an hour` : ''}. Managed spot goes on from the last one, at a share of the price that nobody publishes.`,
    fixes: [{ title: 'Train on managed spot', safety: 'suggestion', edits, claim: 'governs' }],
  }
}

/** A job may wait as long again as it runs: its time to wait counts both, and must not be the shorter. Empty where that cannot be said beside it. */
function managedSpot(resource: Resource, document: Document): readonly Edit[] {
  const hours = resource.shape.lifetimeHours
  const isUntold = hours?.is === 'unknown' && hours.why === 'absent'
  const told = hours && valueOf(hours)
  const seconds = isUntold ? secondsOfDay : typeof told === 'number' ? Math.round(told * 3600) : undefined
  if (seconds === undefined) return []
  const both = seconds * 2
  if (resource.type === 'sagemaker.Estimator') {
    const named = [
      ['use_spot_instances', 'True'],
      ['max_wait', String(both)],
    ] as const
    return [addArguments(resource, named, document) ?? []].flat()
  }
  const isPython = document.language === 'python'
  const asked = addArgument(resource, 'EnableManagedSpotTraining', isPython ? 'True' : 'true', document)
  const waits = waitingEdit(resource, isPython ? '"MaxWaitTimeInSeconds"' : 'MaxWaitTimeInSeconds', both, document)
  return asked && waits ? [asked, waits] : []
}

/** At the end of the conditions, which are a record on one line. */
function waitingEdit({ source }: Resource, name: string, seconds: number, document: Document): Edit | undefined {
  const at = source.values.StoppingCondition
  const text = at && textOf(document, at.cell).slice(...at.span)
  if (at === undefined || text === undefined || !/^\{[^{}#\r\n]*[^\s,{]\s*\}$/.test(text)) return undefined
  const end = at.span[0] + text.slice(0, -1).trimEnd().length
  return replace({ ...at, span: [end, end] }, `, ${name}: ${seconds}`)
}

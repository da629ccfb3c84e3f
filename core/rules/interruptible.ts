// Whether the code says that work may be stopped and begun again: by the service that runs it, or by what its machines are called.
import type { Document } from '../document.ts'
import { textOf } from '../document.ts'
import { valueOf } from '../known.ts'
import type { Resource } from '../types.ts'

/** Services that give work to another machine when one is taken away, each by its own documents. */
const services: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/batch/latest/userguide/job_retries.html
  aws_batch_compute_environment: 'Jobs of Batch run',
  // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-instances-guidelines.html
  aws_emr_instance_group: 'Task nodes of EMR, which hold no data, run',
  // https://learn.microsoft.com/azure/batch/batch-spot-vms
  azurerm_batch_pool: 'Tasks of a Batch pool run',
}

/** Groups that say what they are for by name or label alone, and start another machine where one is taken. */
const named: ReadonlySet<string> = new Set([
  'aws_autoscaling_group',
  'aws_eks_node_group',
  'google_container_node_pool',
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_kubernetes_cluster_node_pool',
])

/** As a regular expression, without regard to capitals: names and labels of machines whose work may be interrupted. */
export const batchWork =
  '(^|[^a-z])(batch([-_]?jobs?)?|ci|runners?|(build|ci|jenkins|gitlab|github)[-_]?(agents?|nodes?|workers?)|buildkite|etl|crawlers?|scrapers?|render[-_]?(farm|nodes?|workers?)|nightly|preprocess(ing)?|backfill|(spark|dask)[-_]?(executors?|workers?))([^a-z]|$)'

/** Who gives the work out must stay, and so must what keeps data or answers. */
const staying =
  /(^|[^a-z])(managers?|masters?|controllers?|coordinators?|servers?|schedulers?|head|drivers?|db|databases?|bastion|monitor(ing)?|vault|api|web|gateway|jenkins(?![-_]?(agent|worker|node)))([^a-z]|$)/i

/**
 * What does the work, as a sentence begins; undefined where nothing says that it may be interrupted.
 * @param work names and labels that say so
 */
export function interruptible(resource: Resource, work: RegExp, document: Document): string | undefined {
  const { type, shape } = resource
  const service = services[type]
  if (service !== undefined) return service
  // Only the secondary workers: https://cloud.google.com/dataproc/docs/concepts/compute/secondary-vms
  if (type === 'google_dataproc_cluster') {
    const spare = shape['pools[2].purchase']
    return spare && valueOf(spare) === 'on-demand'
      ? 'Secondary workers of Dataproc, which hold no data, run'
      : undefined
  }
  if (!named.has(type)) return undefined
  const told = names(resource, document)
  const word = told.map((text) => work.exec(text)?.[0]).find((each) => each !== undefined)
  if (word === undefined || told.some((text) => staying.test(text))) return undefined
  return `Machines that are called “${word.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, '')}” run`
}

/** Its own name, its tags, and the labels and taints of its nodes, as they are written. */
function names({ address, tags, source }: Resource, document: Document): readonly string[] {
  const written = Object.entries(source.values).flatMap(([path, at]) =>
    /(^|\.)(name|name_prefix|node_group_name|labels|node_labels|node_taints|key|value)$/.test(path) &&
    !/^tags?\./.test(path) &&
    at.file === document.file
      ? [textOf(document, at.cell).slice(...at.span)]
      : [],
  )
  return [address.slice(address.lastIndexOf('.') + 1), ...Object.values(tags), ...written]
}

import type { CostSite, Known } from '../../core/types.ts'

/** What the price book may call a site: the first name that it knows is meant. */
export interface SiteNames {
  readonly names: readonly string[]
  readonly region: string | undefined
}

const valueOf = (known: Known<unknown> | undefined): string | undefined =>
  known && (known.is === 'known' || known.is === 'assumed') ? String(known.value) : undefined

/** Undefined where what it is depends on something that is not in the source, or has no alternatives. */
export function siteNames(site: CostSite): SiteNames | undefined {
  if (site.kind === 'model-call') {
    const model = valueOf(site.model)
    return model === undefined ? undefined : { names: [`${site.provider}/${model}`, model], region: undefined }
  }
  const { shape, definition } = site
  const region = valueOf(site.region)
  const machine = valueOf(shape.instanceType)
  if (machine !== undefined) return { names: [machine], region }
  const storage = valueOf(shape.storageClass)
  if (storage !== undefined) return { names: [`s3 ${storage}`], region }
  const volume = definition === 'aws/ebs-volume' ? valueOf(shape.type) : undefined
  return volume === undefined ? undefined : { names: [`ebs ${volume}`], region }
}

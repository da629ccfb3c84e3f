import type { Cloud, Host, Provider, Purchase, Seller } from '../../types.ts'
import { modelUnits, plainUnit } from './units.ts'

/** What a price is asked for, in the words a user may name it by. */
export interface Subject {
  readonly names: readonly string[]
  /** Those of `names` that can mean nothing else: by one of these the user may price what no list has. */
  readonly own: readonly string[]
  readonly cloud?: Host | Seller
  readonly provider?: string
  readonly services: readonly string[]
  readonly region?: string
  readonly purchase: Purchase
  readonly unit: string
  /** Every unit the thing has a price in, as it is written. */
  readonly units: readonly string[]
  /** Those of `units` the list has a price in; left out where it has one in each. */
  readonly billed?: readonly string[]
}

const computeService: Readonly<Partial<Record<Host, string>>> = {
  aws: 'ec2',
  gcp: 'compute',
  azure: 'virtual-machines',
}

const hour = { unit: 'hour', units: ['hour'] } as const

export function instanceSubject(cloud: Host, type: string, region: string, purchase: Purchase): Subject {
  const names = [type, `${cloud}/${type}`]
  return {
    names,
    own: names,
    cloud,
    provider: cloud,
    services: [computeService[cloud] ?? 'machines'],
    region,
    purchase,
    ...hour,
  }
}

/** A priced item of a service; `unit` as the list has it. */
export function itemSubject(
  cloud: Host | Seller,
  service: string,
  item: string,
  region: string,
  unit: string,
  units: readonly string[] = [unit],
): Subject {
  const own = [`${service} ${item}`, `${cloud}/${service} ${item}`]
  return {
    names: [item, ...own],
    own,
    cloud,
    provider: cloud,
    services: [service],
    region,
    purchase: 'on-demand',
    unit: plainUnit(unit),
    units,
  }
}

const hostingCloud = { sagemaker: 'aws', vertex: 'gcp' } as const

export function hostingSubject(service: 'sagemaker' | 'vertex', type: string, region: string): Subject {
  const cloud = hostingCloud[service]
  // Vertex has the names of the machines it runs on, at another price.
  const names = [`${service} ${type}`, ...(service === 'sagemaker' ? [type] : [])]
  return { names, own: names, cloud, provider: cloud, services: [service], region, purchase: 'on-demand', ...hour }
}

/** Types of managed databases say by their form whose they are: `db.r6g.large`, `cache.t3.micro`, `db-n1-standard-1`. */
const databaseForms: readonly { readonly form: RegExp; readonly cloud: Cloud; readonly service: string }[] = [
  { form: /^db\./, cloud: 'aws', service: 'rds' },
  { form: /^cache\./, cloud: 'aws', service: 'elasticache' },
  { form: /\.search$/, cloud: 'aws', service: 'opensearch' },
  { form: /^db-/, cloud: 'gcp', service: 'cloud-sql' },
]

export function databaseSubject(
  engine: string,
  type: string,
  region: string,
  deployment: 'single-az' | 'multi-az',
): Subject {
  const known = databaseForms.find(({ form }) => form.test(type))
  const names = deployment === 'multi-az' ? [`${engine} ${type} multi-az`] : [`${engine} ${type}`]
  return {
    names,
    own: names,
    cloud: known?.cloud,
    provider: known?.cloud,
    services: known ? [engine, known.service] : [engine],
    region,
    purchase: 'on-demand',
    ...hour,
  }
}

export function offerSubject(provider: string, type: string, region: string, purchase: 'on-demand' | 'spot'): Subject {
  const names = [type, `${provider}/${type}`]
  return { names, own: [], provider, services: [provider], region, purchase, ...hour }
}

/**
 * @param unit what the user calls it, in the form `plainUnit` gives
 * @param asked the id in the source, where it is another form of the list's
 */
export function modelSubject(provider: Provider, id: string, unit: string, asked = id): Subject {
  const names = [...new Set([id, asked])].flatMap((name) => [name, `${provider}/${name}`])
  return {
    names,
    own: names,
    provider,
    services: [provider],
    purchase: 'on-demand',
    unit,
    units: modelUnits,
  }
}

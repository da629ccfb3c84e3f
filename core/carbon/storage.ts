// https://www.cloudcarbonfootprint.org/docs/methodology#storage
import { exactly } from '../band.ts'
import { hoursPerMonth } from '../hours.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Cloud } from '../types.ts'
import { coefficient, kilo, type MaybeEnergy, sourceOf } from './energy.ts'

interface Medium {
  readonly disk: 'ssd' | 'hdd'
  /** Key of the copies that are kept, or 1 where the methodology counts none (its default). */
  readonly copies: string | 1
}

const ssd = (copies: Medium['copies']): Medium => ({ disk: 'ssd', copies })
const hdd = (copies: Medium['copies']): Medium => ({ disk: 'hdd', copies })

/** What a class is kept on, as Cloud Carbon Footprint sorts them; a class it does not have is not here. */
const media: readonly (readonly [cloud: Cloud, service: string, storageClass: RegExp, medium: Medium])[] = [
  ['aws', 'ebs', /^(gp2|gp3|io1|io2)$/, ssd('replication.ebs')],
  ['aws', 'ebs', /^(st1|sc1|standard)$/, hdd('replication.ebs')],
  ['aws', 'ebs', /^snapshot$/, hdd('replication.ebs_snapshot')],
  ['aws', 's3', /^(STANDARD|STANDARD_IA|INTELLIGENT_TIERING|GLACIER|GLACIER_IR|DEEP_ARCHIVE)$/, hdd('replication.s3')],
  ['aws', 's3', /^ONEZONE_IA$/, hdd('replication.s3_one_zone')],
  ['aws', 'efs', /^(standard|infrequent_access)$/, ssd('replication.efs')],
  ['gcp', 'pd', /^pd-standard$/, hdd(1)],
  ['gcp', 'pd', /^(pd-balanced|pd-ssd|pd-extreme|local-ssd)$/, ssd(1)],
  ['gcp', 'pd', /^regional-pd-standard$/, hdd('replication.gcp_regional_disk')],
  ['gcp', 'pd', /^regional-pd-(balanced|ssd)$/, ssd('replication.gcp_regional_disk')],
  ['gcp', 'gcs', /^(STANDARD|NEARLINE|COLDLINE|ARCHIVE)(_MULTI)?$/, hdd('replication.gcs')],
  ['azure', 'managed-disk', /^(premium|standard)-ssd/, ssd('replication.azure_disks')],
  ['azure', 'managed-disk', /^standard-hdd/, hdd('replication.azure_disks')],
  ['azure', 'blob', /^(HOT|COOL|COLD|ARCHIVE) LRS$/, hdd('replication.azure_lrs')],
  ['azure', 'blob', /^PREMIUM BLOCK LRS$/, ssd('replication.azure_lrs')],
]

/** One GB kept for a month of 730 hours. It does not depend on how much it is read. */
export function storageMonth(cloud: Cloud, service: string, storageClass: string, book: PriceBook): MaybeEnergy {
  const found = media.find(([c, s, classes]) => c === cloud && s === service && classes.test(storageClass))
  if (found === undefined) return { because: `what ${service} ${storageClass} is kept on is not published` }
  const { disk, copies } = found[3]
  const power = coefficient(book, `${disk}_wh_per_tb_hour`)
  const kept = copies === 1 ? 1 : coefficient(book, copies)
  if (power === undefined || kept === undefined)
    return { because: `no power is published for ${service} ${storageClass}` }
  const from = sourceOf(book, `${disk}_wh_per_tb_hour`)
  return {
    kWh: exactly(((power / kilo) * hoursPerMonth * kept) / kilo),
    method: 'Cloud Carbon Footprint: watts per TB × copies × hours',
    assumed: [
      { what: `${service} ${storageClass}`, value: `${power} W per TB of ${disk.toUpperCase()}`, from },
      {
        what: `copies of ${service} ${storageClass}`,
        value: String(kept),
        from: copies === 1 ? 'Cloud Carbon Footprint, default' : sourceOf(book, copies),
      },
    ],
  }
}

// Which regions of different clouds are near each other: part of the world, by name. Where data may lie is the user's to say.

type Area =
  | 'us'
  | 'us-gov'
  | 'canada'
  | 'mexico'
  | 'south-america'
  | 'europe'
  | 'asia'
  | 'australia'
  | 'middle-east'
  | 'africa'

/** First match counts. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html, https://docs.cloud.google.com/compute/docs/regions-zones, https://learn.microsoft.com/azure/reliability/regions-list */
const areas: readonly (readonly [names: RegExp, area: Area])[] = [
  [/^us-?gov/, 'us-gov'],
  [/^(us-|.*us\d?$)/, 'us'],
  [/^(ca-|canada|northamerica-northeast)/, 'canada'],
  [/^(mx-|mexico|northamerica-south)/, 'mexico'],
  [/^(sa-|southamerica|brazil|chile)/, 'south-america'],
  [/^(southafrica|af-|africa)/, 'africa'],
  [/^(me-|il-|israel|qatar|uae)/, 'middle-east'],
  [/^(ap-southeast-[246]$|australia|newzealand)/, 'australia'],
  [/^(eu-|europe|fin-|.*europe$|austria|france|germany|italy|norway|poland|spain|sweden|switzerland|uk)/, 'europe'],
  [/^(ap-|asia|.*asia$|.*india|india|jioindia|indonesia|japan|korea|malaysia|taiwan)/, 'asia'],
]

/** undefined where the name is none of a cloud's regions. */
export const areaOf = (region: string): string | undefined =>
  areas.find(([names]) => names.test(region.toLowerCase()))?.[1]

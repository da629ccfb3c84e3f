import type { Cloud, Price } from '../../types.ts'
import type { GpuOffer, ModelPrice, PriceBook, StoragePrice } from '../book.ts'
import { unlistedModel, userModel, weightOf } from './models.ts'
import type { OwnMachine, UserPrices } from './prices.ts'
import { type UserRates, userRates } from './rate.ts'
import { databaseSubject, hostingSubject, instanceSubject, itemSubject, offerSubject } from './subject.ts'

const hourly = (sku: string) => ({ unit: 'hour', per: 1, sku })

/** Where the lists have the most of each cloud. */
const mainRegion: Readonly<Record<Cloud, string>> = { aws: 'us-east-1', gcp: 'us-central1', azure: 'eastus' }

/** Units a storage class may be billed in, as the user names them. */
const storageUnits = ['GB-month', 'retrieved GB', 'put request', 'get request'] as const
type StorageUnit = (typeof storageUnits)[number]

/**
 * The same book with the user's prices in place of the list's: an override first, else a discount, else the list. Each says in
 * `source` whose price it is; an override has its own date or none, a discount that of the list it is off.
 * @param tell hears, in a sentence, of each of the user's prices that could not be used
 */
export function withUserPrices(
  book: PriceBook,
  prices: UserPrices,
  tell: (sentence: string) => void = () => undefined,
): PriceBook {
  const user = userRates(prices, tell)
  const models = new Map<string, ModelPrice | undefined>()

  function findModel(provider: ModelPrice['provider'], id: string): ModelPrice | undefined {
    const listed = book.model(provider, id)
    return listed ? userModel(user, listed, id) : unlistedModel(user, provider, id)
  }

  return {
    ...book,
    model(provider, id) {
      const key = `${provider}/${id}`
      if (!models.has(key)) models.set(key, findModel(provider, id))
      return models.get(key)
    },
    smaller(model) {
      const siblings = book.smaller(book.model(model.provider, model.id) ?? model)
      return siblings
        .map((each) => userModel(user, each))
        .filter((each) => weightOf(each) < weightOf(model))
        .sort((a, b) => weightOf(b) - weightOf(a))
    },
    models: () => book.models().map((model) => userModel(user, model)),
    instance: (cloud, type, region, purchase) =>
      user.of(
        instanceSubject(cloud, type, region, purchase),
        book.instance(cloud, type, region, purchase),
        hourly(type),
      ),
    storage: (cloud, service, storageClass, region) =>
      storageWith(user, book.storage(cloud, service, storageClass, region), [cloud, service, storageClass, region]),
    service(cloud, service, item, region) {
      const list = book.service(cloud, service, item, region)
      // What a service bills by is the same in every region: a region no list has can still be priced by the user.
      const main = cloud in mainRegion ? mainRegion[cloud as Cloud] : 'global'
      const like = list ?? book.service(cloud, service, item, main)
      return like && user.of(itemSubject(cloud, service, item, region, like.unit), list, like)
    },
    hosting: (service, type, region) =>
      user.of(hostingSubject(service, type, region), book.hosting(service, type, region), hourly(type)),
    database: (engine, type, region, deployment) =>
      user.of(
        databaseSubject(engine, type, region, deployment),
        book.database(engine, type, region, deployment),
        hourly(`${engine} ${type}`),
      ),
    gpuOffers: () => [
      ...book.gpuOffers().map((offer) => offerWith(user, offer)),
      ...prices.machines.map((machine) => offerOf(machine)),
    ],
  }
}

type StorageKey = Parameters<PriceBook['storage']>

function storageWith(user: UserRates, list: StoragePrice | undefined, key: StorageKey): StoragePrice | undefined {
  const listed: Readonly<Record<StorageUnit, Price | undefined>> = {
    'GB-month': list?.storage,
    'retrieved GB': list?.retrieval,
    'put request': list?.put,
    'get request': list?.get,
  }
  // A disk is billed neither for requests nor for what is read from it.
  const billed = storageUnits.filter((unit) => list === undefined || listed[unit] !== undefined)
  const priced = (unit: StorageUnit): Price | undefined =>
    user.of({ ...itemSubject(...key, unit, storageUnits), billed }, listed[unit], {
      unit: unit.split(' ').at(-1)!,
      per: unit.endsWith('request') ? 1000 : 1,
      sku: `${key[1]} ${key[2]}`,
    })
  const [perMonth, retrieved, put, get] = storageUnits
  const storage = priced(perMonth)
  return (
    storage && {
      storage,
      retrieval: priced(retrieved),
      minDays: list?.minDays,
      put: priced(put),
      get: priced(get),
      extra: list?.extra ?? '',
    }
  )
}

function offerWith(user: UserRates, offer: GpuOffer): GpuOffer {
  const priced = (purchase: 'on-demand' | 'spot', list: Price | undefined) =>
    list && user.of(offerSubject(offer.provider, offer.type, offer.region, purchase), list, list)
  return { ...offer, onDemand: priced('on-demand', offer.onDemand), spot: priced('spot', offer.spot) }
}

/** One's own machines stand beside the offers of the GPU clouds, where they are compared. */
function offerOf(machine: OwnMachine): GpuOffer {
  const { name, usdPerHour, from, vcpu, memoryGiB, accelerator, accelerators, acceleratorMemoryGiB } = machine
  return {
    provider: 'own',
    type: name,
    region: 'on-premises',
    specs: { vcpu, memoryGiB, accelerator, accelerators, acceleratorMemoryGiB },
    onDemand: {
      usd: usdPerHour,
      per: 1,
      unit: 'hour',
      sku: name,
      region: 'on-premises',
      source: `your hardware in ${from}`,
      asOf: '',
    },
    spot: undefined,
  }
}

// https://cloud.google.com/firestore/pricing
import { mapKnown } from '../../../core/known.ts'
import type { ResourceExample } from '../../../core/resource.ts'
import { usedResource } from './used-resource.ts'

const service = 'firestore'

/** Places of several regions have one price. */
const wide = ['nam5', 'nam7', 'eur3']

const documents = (label: string, name: string, meaning: string, item: string) => ({
  label,
  unit: 'document',
  name,
  meaning,
  price: { service, item },
})

const database = usedResource({
  id: 'firestore-database',
  docs: 'https://cloud.google.com/firestore/pricing',
  label: 'Firestore database',
  used: [
    documents('Reads', 'documentReads', 'documents read in a month', 'document reads'),
    documents('Writes', 'documentWrites', 'documents written in a month', 'document writes'),
    documents('Deletes', 'documentDeletes', 'documents deleted in a month', 'document deletes'),
    {
      label: 'Storage',
      unit: 'GB-month',
      name: 'storedGB',
      meaning: 'GB stored, indexes as well',
      price: { service, item: 'storage' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/firestore_database
  types: ['google_firestore_database'],
  region: (block) =>
    mapKnown(block.fact('location_id'), (place) => (wide.includes(String(place)) ? 'multi-region' : String(place))),
})

export const resources = [database]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in several regions 10,000,000 reads × $0.06, 1,000,000 writes × $0.18 and 100,000 deletes × $0.02 a hundred thousand; what is stored has no row here',
    terraform: `resource "google_firestore_database" "main" {
  name        = "main"
  location_id = "nam5"
  type        = "FIRESTORE_NATIVE"
}
`,
    usage: {
      google_firestore_database: {
        documentReads: 10_000_000,
        documentWrites: 1_000_000,
        documentDeletes: 100_000,
        storedGB: 10,
      },
    },
    sees: [
      {
        address: 'google_firestore_database.main',
        usd: 7.82,
        status: 'partial',
        unknown: ['Storage: no-price'],
      },
    ],
  },
]

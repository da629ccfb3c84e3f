// https://cloud.google.com/artifact-registry/pricing
import type { ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { usedResource } from './used-resource.ts'

const stored = {
  label: 'Storage',
  unit: 'GB-month',
  name: 'storedGB',
  meaning: 'GB stored',
  price: { service: 'artifact-registry', item: 'storage' },
}

const repository = usedResource({
  id: 'artifact-registry',
  docs: 'https://cloud.google.com/artifact-registry/pricing',
  label: 'Artifact Registry repository',
  used: [stored],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository
  types: ['google_artifact_registry_repository'],
  region: everywhere,
})

export const resources = [repository]

export const examples: readonly ResourceExample[] = [
  {
    name: '150 GB × $0.10; nobody says how much',
    terraform: `resource "google_artifact_registry_repository" "images" {
  location      = "us-central1"
  repository_id = "images"
  format        = "DOCKER"
}

resource "google_artifact_registry_repository" "open" {
  location      = "europe-west1"
  repository_id = "open"
  format        = "PYTHON"
}
`,
    usage: { 'google_artifact_registry_repository.images': { storedGB: 150 } },
    sees: [
      { address: 'google_artifact_registry_repository.images', usd: 15, status: 'priced' },
      {
        address: 'google_artifact_registry_repository.open',
        usd: null,
        status: 'partial',
        unknown: ['Storage: usage'],
      },
    ],
  },
]

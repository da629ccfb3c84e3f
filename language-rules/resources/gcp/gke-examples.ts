import type { ResourceExample } from '../../../core/resource.ts'

const provider = `provider "google" {
  region = "us-central1"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'a zonal cluster with its default pool: 730 h × $0.10 + 3 × (730 h × $0.0335057 for an e2-medium + 100 GiB × $0.10)',
    terraform: `resource "google_container_cluster" "zonal" {
  name               = "zonal"
  location           = "us-central1-a"
  initial_node_count = 3
}
`,
    sees: [
      {
        address: 'google_container_cluster.zonal',
        usd: 176.38,
        status: 'priced',
        lines: ['Cluster management', 'Nodes', 'Nodes boot disk storage'],
        assumed: ['autopilot', 'pools[0].instanceType', 'pools[0].diskType', 'pools[0].diskGiB', 'discounts'],
      },
    ],
  },
  {
    name: 'without its default pool the cluster is 730 h × $0.10; a pool of a regional one is in three zones: from 3 to 9 × (730 h × $0.194236 less 20 % + 50 GiB × $0.17)',
    terraform: `${provider}
resource "google_container_cluster" "main" {
  name                     = "main"
  location                 = "us-central1"
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_node_pool" "workers" {
  cluster = google_container_cluster.main.id

  autoscaling {
    min_node_count = 1
    max_node_count = 3
  }

  node_config {
    machine_type = "n2-standard-4"
    disk_type    = "pd-ssd"
    disk_size_gb = 50
  }
}
`,
    sees: [
      { address: 'google_container_cluster.main', usd: 73, status: 'priced', lines: ['Cluster management'] },
      {
        address: 'google_container_node_pool.workers',
        usd: 365.8,
        status: 'priced',
        lines: ['Nodes, sustained use', 'Nodes boot disk storage'],
      },
    ],
  },
  {
    name: 'pools written inside, in two zones and in one: 730 h × $0.10 + 4 × (730 h × $0.759996 less 30 % + 100 GiB × $0.10) + 2 × (730 h × $0.267961 + 100 GiB × $0.10)',
    terraform: `resource "google_container_cluster" "inline" {
  name           = "inline"
  location       = "us-central1"
  node_locations = ["us-central1-a", "us-central1-b"]

  node_pool {
    node_count = 2

    node_config {
      machine_type = "n1-standard-16"
    }
  }

  node_pool {
    node_count     = 2
    node_locations = ["us-central1-a"]

    node_config {
      machine_type = "n1-standard-16"
      preemptible  = true
    }
  }
}
`,
    sees: [{ address: 'google_container_cluster.inline', usd: 2077.65, status: 'priced' }],
  },
  {
    name: 'Autopilot bills its pods: 730 h × $0.10 + 1,460 vCPU-hours × $0.044506849 + 5,840 GB-hours × $0.0049178082 + 20 GB × $0.04; nothing told, the cluster alone',
    terraform: `resource "google_container_cluster" "auto" {
  name             = "auto"
  location         = "us-central1"
  enable_autopilot = true
}

resource "google_container_cluster" "told" {
  name             = "told"
  location         = "us-central1"
  enable_autopilot = true
}
`,
    usage: {
      'google_container_cluster.told': { podVcpuHours: 1460, podMemoryGBHours: 5840, podStorageGB: 20 },
    },
    sees: [
      {
        address: 'google_container_cluster.auto',
        usd: 73,
        status: 'partial',
        unknown: ['Pod vCPUs: usage', 'Pod memory: usage', 'Pod ephemeral storage: usage'],
      },
      { address: 'google_container_cluster.told', usd: 167.5, status: 'priced' },
    ],
  },
  {
    name: 'a pool of GPUs that come with their machine, as spot: 2 × (730 h × $0.397269 + 100 GiB × $0.10); the zone is that of its cluster',
    terraform: `resource "google_container_cluster" "gpu" {
  name                     = "gpu"
  location                 = "us-central1-a"
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_node_pool" "l4" {
  cluster    = google_container_cluster.gpu.name
  node_count = 2

  node_config {
    machine_type = "g2-standard-4"
    spot         = true

    guest_accelerator {
      type  = "nvidia-l4"
      count = 1
    }
  }
}
`,
    sees: [
      { address: 'google_container_cluster.gpu', usd: 73 },
      { address: 'google_container_node_pool.l4', usd: 600.01, status: 'priced' },
    ],
  },
  {
    name: 'how many nodes there are is not known: the cluster alone',
    terraform: `variable "nodes" {}

resource "google_container_cluster" "open" {
  name               = "open"
  location           = "us-central1"
  initial_node_count = var.nodes
}
`,
    sees: [{ address: 'google_container_cluster.open', usd: 73, status: 'partial' }],
  },
  {
    name: 'nodes that start when there is room have no row, which is not that of spot: 2 × 100 GiB × $0.10 of their disks',
    terraform: `resource "google_container_node_pool" "flex" {
  cluster    = "main"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "a2-highgpu-1g"
    flex_start   = true
  }
}
`,
    sees: [
      {
        address: 'google_container_node_pool.flex',
        usd: 20,
        status: 'partial',
        unknown: ['Nodes: no-price'],
      },
    ],
  },
  {
    name: 'a zonal cluster with another zone, its own named or not, has two: 2 × 2 × (730 h × $0.0335057 + 100 GiB × $0.10)',
    terraform: `resource "google_container_cluster" "named" {
  location                 = "us-central1-a"
  node_locations           = ["us-central1-a", "us-central1-b"]
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_node_pool" "named" {
  cluster    = google_container_cluster.named.id
  node_count = 2
}

resource "google_container_cluster" "other" {
  location                 = "us-central1-a"
  node_locations           = ["us-central1-b"]
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_node_pool" "other" {
  cluster    = google_container_cluster.other.id
  node_count = 2
}
`,
    sees: [
      { address: 'google_container_cluster.named', usd: 73 },
      { address: 'google_container_node_pool.named', usd: 137.84, status: 'priced' },
      { address: 'google_container_cluster.other', usd: 73 },
      { address: 'google_container_node_pool.other', usd: 137.84, status: 'priced' },
    ],
  },
  {
    name: 'a version past its support for 100 hours, 730 h × $0.10 + 100 h × $0.50; nodes with Windows, 2 × (730 h × ($0.134023 + 4 × $0.046) + 100 GiB × $0.10)',
    terraform: `resource "google_container_cluster" "old" {
  name     = "old"
  location = "us-central1"

  remove_default_node_pool = true
  initial_node_count       = 1

  release_channel {
    channel = "EXTENDED"
  }
}

resource "google_container_node_pool" "windows" {
  name       = "windows"
  location   = "us-central1-a"
  cluster    = "elsewhere"
  node_count = 2

  node_config {
    machine_type = "e2-standard-4"
    image_type   = "WINDOWS_LTSC_CONTAINERD"
  }
}
`,
    usage: { 'google_container_cluster.old': { extendedSupportHours: 100 } },
    sees: [
      { address: 'google_container_cluster.old', usd: 123, status: 'priced' },
      {
        address: 'google_container_node_pool.windows',
        usd: 484.31,
        status: 'priced',
        lines: ['Nodes', 'Nodes boot disk storage', 'Nodes licence'],
      },
    ],
  },
]

import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'by what requests take: 1,000,000 vCPU-seconds × $0.000024 + 500,000 GiB-seconds × $0.0000025 + 10,000,000 requests × $0.40 a million; in a region of the higher level × $0.0000336 and × $0.0000035',
    terraform: `resource "google_cloud_run_v2_service" "low" {
  name     = "low"
  location = "us-central1"

  template {
    containers {
      image = "app"
    }
  }
}

resource "google_cloud_run_service" "high" {
  name     = "high"
  location = "europe-west3"

  template {
    spec {
      containers {
        image = "app"
      }
    }
  }
}
`,
    usage: {
      google_cloud_run_v2_service: { vcpuSeconds: 1_000_000, memoryGiBSeconds: 500_000, requests: 10_000_000 },
      google_cloud_run_service: { vcpuSeconds: 1_000_000, memoryGiBSeconds: 500_000, requests: 10_000_000 },
    },
    sees: [
      { address: 'google_cloud_run_v2_service.low', usd: 29.25, status: 'priced' },
      { address: 'google_cloud_run_service.high', usd: 39.35, status: 'priced' },
    ],
  },
  {
    name: 'annotations of the older service: two kept ready whose CPU is always on, 2 × 2,628,000 s × ($0.000018 + 0.5 GiB × $0.000002); a most alone keeps none ready',
    terraform: `resource "google_cloud_run_service" "kept" {
  name     = "kept"
  location = "us-central1"

  template {
    metadata {
      annotations = {
        "autoscaling.knative.dev/minScale"  = "2"
        "run.googleapis.com/cpu-throttling" = "false"
      }
    }
  }
}

resource "google_cloud_run_service" "most" {
  name     = "most"
  location = "us-central1"

  template {
    metadata {
      annotations = {
        "autoscaling.knative.dev/maxScale" = "100"
      }
    }
  }
}
`,
    sees: [
      {
        address: 'google_cloud_run_service.kept',
        usd: 99.86,
        status: 'partial',
        lines: ['Kept instances, vCPUs', 'Kept instances, memory', 'vCPUs', 'Memory'],
      },
      {
        address: 'google_cloud_run_service.most',
        usd: null,
        status: 'partial',
        lines: ['vCPUs', 'Memory', 'Requests'],
      },
    ],
  },
  {
    name: 'two kept ready with idle CPU: 2 × 2,628,000 s × (2 × $0.0000025 + 1 GiB × $0.0000025); always on, 1 × 2,628,000 s × (4 × $0.000018 + 16 GiB × $0.000002) and an L4 for 730 h × $0.67',
    terraform: `resource "google_cloud_run_v2_service" "warm" {
  name     = "warm"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 2
    }

    containers {
      image = "app"

      resources {
        limits = {
          cpu    = "2"
          memory = "1Gi"
        }
      }
    }
  }
}

resource "google_cloud_run_v2_service" "gpu" {
  name     = "gpu"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 1
    }

    node_selector {
      accelerator = "nvidia-l4"
    }

    containers {
      image = "model"

      resources {
        cpu_idle = false

        limits = {
          cpu    = "4000m"
          memory = "16Gi"
        }
      }
    }
  }
}
`,
    sees: [
      {
        address: 'google_cloud_run_v2_service.warm',
        usd: 39.42,
        status: 'partial',
        lines: ['Kept instances, vCPUs', 'Kept instances, memory', 'vCPUs', 'Memory', 'Requests'],
        unknown: ['vCPUs: usage', 'Memory: usage', 'Requests: usage'],
      },
      { address: 'google_cloud_run_v2_service.gpu', usd: 762.41, status: 'partial' },
    ],
  },
  {
    name: 'three workers: 3 × 2,628,000 s × (1 × $0.000018 + 0.5 GiB × $0.000002); a job 3,600 vCPU-seconds × $0.000018 + 1,800 GiB-seconds × $0.000002',
    terraform: `resource "google_cloud_run_v2_worker_pool" "workers" {
  name     = "workers"
  location = "us-central1"

  scaling {
    manual_instance_count = 3
  }

  template {
    containers {
      image = "worker"
    }
  }
}

resource "google_cloud_run_v2_job" "nightly" {
  name     = "nightly"
  location = "us-central1"

  template {
    template {
      containers {
        image = "job"
      }
    }
  }
}
`,
    usage: { google_cloud_run_v2_job: { vcpuSeconds: 3600, memoryGiBSeconds: 1800 } },
    sees: [
      { address: 'google_cloud_run_v2_worker_pool.workers', usd: 149.8, status: 'priced' },
      { address: 'google_cloud_run_v2_job.nightly', usd: 0.07, status: 'priced' },
    ],
  },
]

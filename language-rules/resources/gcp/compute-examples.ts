import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'an A100 is in the price of its machine: 730 h × $3.67339 + 200 GiB × $0.10',
    terraform: `resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = "a2-highgpu-1g"
  zone         = "us-central1-a"

  guest_accelerator {
    type  = "nvidia-tesla-a100"
    count = 1
  }

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      type  = "pd-balanced"
      size  = 200
    }
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.train',
        usd: 2701.57,
        status: 'priced',
        lines: ['Instance', 'Boot disk storage'],
        assumed: ['discounts'],
      },
    ],
  },
  {
    name: 'a GPU attached to an n1 has no row: 730 h × ($0.2489 less 30 % + $0.005 of its address) + 50 GiB × $0.052, and what is missing',
    terraform: `provider "google" {
  region = "europe-west6"
}

resource "google_compute_instance" "infer" {
  name         = "infer"
  machine_type = "n1-standard-4"

  guest_accelerator {
    type  = "nvidia-tesla-t4"
    count = 1
  }

  boot_disk {
    initialize_params {
      size = 50
    }
  }

  network_interface {
    network = "default"
    access_config {}
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.infer',
        usd: 133.44,
        status: 'partial',
        lines: ['Instance, sustained use', 'Attached GPU', 'Boot disk storage', 'External IPv4 address'],
        unknown: ['Attached GPU: no-price'],
        assumed: ['disks[0].type', 'discounts'],
      },
    ],
  },
  {
    name: 'local SSDs: 730 h × $0.379998 less 30 % + 2 × 375 GiB × $0.08',
    terraform: `resource "google_compute_instance" "cache" {
  machine_type = "n1-standard-8"
  zone         = "us-central1-a"

  scratch_disk {
    interface = "NVME"
  }

  scratch_disk {
    interface = "NVME"
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.cache',
        usd: 254.18,
        status: 'priced',
        lines: ['Instance, sustained use', 'Local SSD storage'],
        assumed: ['localSsdGiB', 'discounts'],
      },
    ],
  },
  {
    name: 'spot, old and new spelling: 730 h × $0.397269; the boot disk is made elsewhere',
    terraform: `resource "google_compute_instance" "spot" {
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  scheduling {
    provisioning_model = "SPOT"
    preemptible        = true
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}

resource "google_compute_instance" "preemptible" {
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  scheduling {
    preemptible = true
  }

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      { address: 'google_compute_instance.spot', usd: 290.01, status: 'priced', lines: ['Instance'] },
      { address: 'google_compute_instance.preemptible', usd: 290.01, status: 'priced', lines: ['Instance'] },
    ],
  },
  {
    name: 'sustained use: f1-micro and n1 less 30 %, n2 less 20 %, e2 and spot nothing: 730 h × $0.0076 × 0.7, × $0.0474998 × 0.7, × $0.097118 × 0.8, × $0.0670114, × $0.0167525, each with an image of 10 GiB × $0.04',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_instance" "each" {
  for_each     = toset(["f1-micro", "n1-standard-1", "n2-standard-2", "e2-standard-2"])
  machine_type = each.key
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
}

resource "google_compute_instance" "spot" {
  machine_type = "n1-standard-1"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  scheduling {
    provisioning_model = "SPOT"
  }
}
`,
    sees: [
      { address: 'google_compute_instance.each["e2-standard-2"]', usd: 49.32 },
      { address: 'google_compute_instance.each["f1-micro"]', usd: 4.28 },
      { address: 'google_compute_instance.each["n1-standard-1"]', usd: 24.67 },
      { address: 'google_compute_instance.each["n2-standard-2"]', usd: 57.12 },
      { address: 'google_compute_instance.spot', usd: 12.63, lines: ['Instance', 'Boot disk storage'] },
    ],
  },
  {
    name: 'custom: 6 vCPUs × 730 h × $0.031611 and 20 GB × 730 h × $0.004237, 5 % more for custom and 30 % less for sustained use; of an e2, 2 × $0.021811 and 15 GB × $0.002923, 5 % more',
    terraform: `resource "google_compute_instance" "n1" {
  machine_type = "custom-6-20480"
  zone         = "us-central1-a"

  boot_disk {
    source = google_compute_disk.boot.id
  }
}

resource "google_compute_instance" "e2" {
  machine_type = "e2-custom-2-15360"
  zone         = "us-central1-a"

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.n1',
        usd: 147.23,
        status: 'priced',
        lines: ['Instance vCPUs', 'Instance memory'],
      },
      { address: 'google_compute_instance.e2', usd: 67.05, status: 'priced' },
    ],
  },
  {
    name: 'an L4 named beside the g2 that has it is billed once: 730 h × $0.706832 + 100 GiB × $0.10',
    terraform: `resource "google_compute_instance" "l4" {
  machine_type = "g2-standard-4"
  zone         = "us-central1-a"

  guest_accelerator {
    type  = "nvidia-l4"
    count = 1
  }

  boot_disk {
    initialize_params {
      type = "pd-balanced"
      size = 100
    }
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.l4',
        usd: 525.99,
        status: 'priced',
        lines: ['Instance', 'Boot disk storage'],
      },
    ],
  },
  {
    name: 'stopped, it costs its disk: 50 GiB × $0.17; a hyperdisk within what is included: 730 h × $0.0907 + 100 GiB × $0.08',
    terraform: `resource "google_compute_instance" "off" {
  machine_type   = "n1-standard-1"
  zone           = "us-central1-a"
  desired_status = "TERMINATED"

  boot_disk {
    initialize_params {
      type = "pd-ssd"
      size = 50
    }
  }
}

resource "google_compute_instance" "n4" {
  machine_type = "n4-standard-2"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      type                   = "hyperdisk-balanced"
      size                   = 100
      provisioned_iops       = 3000
      provisioned_throughput = 140
    }
  }
}
`,
    sees: [
      { address: 'google_compute_instance.off', usd: 8.5, status: 'priced', lines: ['Boot disk storage'] },
      {
        address: 'google_compute_instance.n4',
        usd: 74.21,
        status: 'priced',
        lines: ['Instance', 'Boot disk storage'],
      },
    ],
  },
  {
    name: 'from a template, with another machine: 730 h × $0.194236 less 20 % + 20 GiB × $0.10; a size of disk and a machine that nobody says',
    terraform: `resource "google_compute_instance_template" "base" {
  machine_type = "n2-standard-2"

  disk {
    source_image = "ubuntu-os-cloud/ubuntu-2204-lts"
    disk_type    = "pd-balanced"
    disk_size_gb = 20
  }
}

resource "google_compute_instance_from_template" "big" {
  zone                     = "us-central1-a"
  machine_type             = "n2-standard-4"
  source_instance_template = google_compute_instance_template.base.self_link_unique
}

variable "machine" {}

resource "google_compute_instance" "open" {
  machine_type = var.machine
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "ubuntu-os-cloud/ubuntu-2204-lts"
      type  = "pd-balanced"
    }
  }
}
`,
    sees: [
      { address: 'google_compute_instance_from_template.big', usd: 115.43, status: 'priced' },
      {
        address: 'google_compute_instance.open',
        usd: null,
        status: 'partial',
        unknown: ['Instance: absent', 'Boot disk storage: absent'],
      },
    ],
  },
  {
    name: 'memory above 8 GiB for each vCPU has a price of its own: 730 h × (2 × $0.03275 + 16 GB × $0.003717 + 4 GB × $0.008745975); of an n1 above 6.5 GiB, with all the rest 30 % less for a whole month: 70 % of 2 GB × $0.00955; of an n2 it has no row',
    terraform: `resource "google_compute_instance" "much" {
  machine_type = "n4-custom-2-20480-ext"
  zone         = "us-central1-a"

  boot_disk {
    source = google_compute_disk.boot.id
  }
}

resource "google_compute_instance" "old" {
  machine_type = "custom-2-15360-ext"
  zone         = "us-central1-a"

  boot_disk {
    source = google_compute_disk.boot.id
  }
}

resource "google_compute_instance" "more" {
  machine_type = "n2-custom-2-20480-ext"
  zone         = "us-central1-a"

  boot_disk {
    source = google_compute_disk.boot.id
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance.much',
        usd: 116.77,
        status: 'priced',
        lines: ['Instance vCPUs', 'Instance memory', 'Instance extended memory'],
      },
      { address: 'google_compute_instance.old', usd: 73.24, status: 'priced' },
      { address: 'google_compute_instance.more', usd: 80.34, unknown: ['Instance extended memory: no-price'] },
    ],
  },
]

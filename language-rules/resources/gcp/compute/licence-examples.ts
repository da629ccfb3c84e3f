import type { ResourceExample } from '../../../../core/resource.ts'

const machine = (name: string, type: string, image: string) => `resource "google_compute_instance" "${name}" {
  machine_type = "${type}"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "${image}"
      size  = 50
      type  = "pd-balanced"
    }
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'with the licence of its image: 730 h × ($0.194236 less 20 % + 4 × $0.046) + 50 GiB × $0.10; 730 h × ($0.536091 + 16 × $0.0108); 730 h × ($0.067011 + $0.11); 730 h × ($0.134023 + $0.34); one’s own; and without a row, SQL Server and 730 h × $0.0257 less 30 % of a shared core',
    terraform: [
      machine('windows', 'n2-standard-4', 'windows-cloud/windows-2022'),
      machine('red', 'e2-standard-16', 'rhel-cloud/rhel-9'),
      machine('suse', 'e2-standard-2', 'suse-cloud/sles-15'),
      machine('sap', 'e2-standard-4', 'suse-sap-cloud/sles-15-sp5-sap'),
      machine('own', 'e2-standard-2', 'rhel-byos-cloud/rhel-9-byos'),
      machine('sql', 'e2-standard-2', 'windows-sql-cloud/sql-std-2022-win-2022'),
      machine('shared', 'g1-small', 'windows-cloud/windows-2022'),
    ].join('\n'),
    sees: [
      {
        address: 'google_compute_instance.windows',
        usd: 252.75,
        status: 'priced',
        lines: ['Instance, sustained use', 'Boot disk storage', 'Image licence'],
      },
      { address: 'google_compute_instance.red', usd: 522.49, status: 'priced' },
      { address: 'google_compute_instance.suse', usd: 134.22, status: 'priced' },
      { address: 'google_compute_instance.sap', usd: 351.04, status: 'priced' },
      { address: 'google_compute_instance.own', usd: 53.92, status: 'priced' },
      {
        address: 'google_compute_instance.sql',
        usd: 121.08,
        status: 'partial',
        unknown: ['Image SQL Server licence: no-price'],
      },
      {
        address: 'google_compute_instance.shared',
        usd: 18.13,
        status: 'partial',
        unknown: ['Image licence: no-price'],
      },
    ],
  },
]

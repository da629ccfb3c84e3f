import type { ResourceDefinition } from '../../../../core/resource.ts'

/** The facts of a machine, whoever launches it: `launchFacts` fills them, `machineLines` prices them. */
export const launchShape: ResourceDefinition['shape'] = {
  instanceType: 'instance type, p4d.24xlarge',
  operatingSystem: 'linux, windows, rhel or suse',
  tenancy: 'default, dedicated or host',
  publicIpv4: 'whether it has a public IPv4 address',
  monitoring: 'whether its metrics are kept by the minute',
  watchedByMinute: 'true where an alarm or a policy looks at metrics that are kept by the minute',
  cpuCredits: 'unlimited or standard, of a burstable type',
  ebsOptimized: 'whether it is asked to be optimised for EBS, which some old types bill',
  reserved: 'whether it runs in a capacity reservation that is named, which is billed in its own place',
  'root.type': 'volume type of the root volume',
  'root.sizeGiB': 'GiB of the root volume',
  'root.iops': 'provisioned IOPS of the root volume, those included counted',
  'root.throughputMiBps': 'provisioned MiB/s of the root volume, those included counted',
  'ebs[0].count': 'how many volumes like this one',
  'ebs[0].type': 'volume type',
  'ebs[0].sizeGiB': 'GiB',
  'ebs[0].iops': 'provisioned IOPS, those included counted',
  'ebs[0].throughputMiBps': 'provisioned MiB/s, those included counted',
}

export const launchUsage: NonNullable<ResourceDefinition['usage']> = {
  cpuCredits: 'vCPU-hours of a burstable type above its baseline, all its instances together',
  ioRequests: 'requests to magnetic volumes',
}

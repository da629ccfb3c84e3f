/** What of a launch configuration is billed, in the words of Terraform. */
interface LaunchConfiguration {
  readonly name: string
  /** Expressions in Terraform. */
  readonly count: string
  readonly instanceType: string
  readonly image: string
  readonly monitoring: string
  readonly publicAddress: string
  /** Empty where there is none. */
  readonly spotPrice: string
  readonly tenancy: string
  readonly ebsOptimized: string
  /** Lists of objects with the resource's own names. */
  readonly root: string
  readonly disks: string
}

const volume = (block: string, disks: string) => `
  dynamic "${block}" {
    for_each = ${disks}
    content {
      volume_type = try(${block}.value.volume_type, null)
      volume_size = try(${block}.value.volume_size, null)
      iops        = try(${block}.value.iops, null)
      throughput  = try(${block}.value.throughput, null)
      snapshot_id = try(${block}.value.snapshot_id, null)
    }
  }
`

export const launchConfigurationOf = (its: LaunchConfiguration): string => `
resource "aws_launch_configuration" "${its.name}" {
  count                       = ${its.count}
  instance_type               = ${its.instanceType}
  image_id                    = ${its.image}
  enable_monitoring           = ${its.monitoring}
  associate_public_ip_address = ${its.publicAddress}
  spot_price                  = try(length(${its.spotPrice}) > 0, ${its.spotPrice} != null) ? ${its.spotPrice} : null
  placement_tenancy           = ${its.tenancy}
  ebs_optimized               = ${its.ebsOptimized}
${volume('root_block_device', its.root).replace(/\n {6}snapshot_id.*/, '')}${volume('ebs_block_device', its.disks)}}
`

/** What of a launch template is billed, in the words of Terraform, for the modules that make one of their inputs. */
interface LaunchTemplate {
  /** Expressions in Terraform. */
  readonly count: string
  readonly instanceType: string
  readonly disks: string
  readonly interfaces: string
  readonly monitoring: string
  readonly image: string
}

/** Newer modules take maps or objects where older ones take lists, so both are read. */
export const launchTemplate = ({
  count,
  instanceType,
  disks,
  interfaces,
  monitoring,
  image,
}: LaunchTemplate): string => `
resource "aws_launch_template" "this" {
  count         = ${count}
  region        = var.region
  instance_type = ${instanceType}
  image_id      = ${image}
  ebs_optimized = var.ebs_optimized

  monitoring {
    enabled = ${monitoring}
  }

  dynamic "block_device_mappings" {
    for_each = ${disks} == null ? [] : ${disks}
    content {
      device_name = try(block_device_mappings.value.device_name, null)
      dynamic "ebs" {
        for_each = [for disk in flatten([try(block_device_mappings.value.ebs, null)]) : disk if disk != null]
        content {
          volume_type = try(ebs.value.volume_type, null)
          volume_size = try(ebs.value.volume_size, null)
          iops        = try(ebs.value.iops, null)
          throughput  = try(ebs.value.throughput, null)
          snapshot_id = try(ebs.value.snapshot_id, null)
        }
      }
    }
  }

  dynamic "network_interfaces" {
    for_each = ${interfaces} == null ? [] : ${interfaces}
    content {
      associate_public_ip_address = try(network_interfaces.value.associate_public_ip_address, null)
    }
  }

  dynamic "credit_specification" {
    for_each = [for credits in flatten([var.credit_specification]) : credits.cpu_credits if try(credits.cpu_credits, null) != null]
    content {
      cpu_credits = credit_specification.value
    }
  }

  dynamic "instance_market_options" {
    for_each = [for options in flatten([var.instance_market_options]) : options.market_type if try(options.market_type, null) != null]
    content {
      market_type = instance_market_options.value
    }
  }

  dynamic "placement" {
    for_each = [for place in flatten([var.placement]) : place if place != null]
    content {
      tenancy = try(placement.value.tenancy, null)
      host_id = try(placement.value.host_id, null)
    }
  }
}
`

export const warmPool = `  dynamic "warm_pool" {
    for_each = [for pool in flatten([var.warm_pool]) : pool if pool != null && try(length(pool), 0) > 0]
    content {
      pool_state                  = try(warm_pool.value.pool_state, null)
      min_size                    = try(warm_pool.value.min_size, null)
      max_group_prepared_capacity = try(warm_pool.value.max_group_prepared_capacity, null)
    }
  }
`

/** The body of a group: its template, or `var.mixed_instances_policy`, whose overrides newer modules put one level deeper. */
export const mixedInstances = (isMixed: string, template: string, hasTemplate = 'true'): string => `
  dynamic "launch_template" {
    for_each = ${isMixed} || !${hasTemplate} ? [] : [1]
    content {
      id      = ${template}
      version = "$Latest"
    }
  }

  dynamic "mixed_instances_policy" {
    for_each = ${isMixed} ? [1] : []
    content {
      dynamic "instances_distribution" {
        for_each = try(var.mixed_instances_policy.instances_distribution, null) == null ? [] : [var.mixed_instances_policy.instances_distribution]
        content {
          on_demand_allocation_strategy            = try(instances_distribution.value.on_demand_allocation_strategy, null)
          on_demand_base_capacity                  = try(instances_distribution.value.on_demand_base_capacity, null)
          on_demand_percentage_above_base_capacity = try(instances_distribution.value.on_demand_percentage_above_base_capacity, null)
          spot_allocation_strategy                 = try(instances_distribution.value.spot_allocation_strategy, null)
        }
      }
      launch_template {
        launch_template_specification {
          launch_template_id = ${template}
        }
        dynamic "override" {
          for_each = try(var.mixed_instances_policy.launch_template.override, var.mixed_instances_policy.override, [])
          content {
            instance_type     = try(override.value.instance_type, null)
            weighted_capacity = try(override.value.weighted_capacity, null)
            dynamic "instance_requirements" {
              for_each = try(override.value.instance_requirements, null) == null ? [] : [1]
              content {}
            }
          }
        }
      }
    }
  }
`

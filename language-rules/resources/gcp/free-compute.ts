import { freeTypes } from '../free-types.ts'

/** Templates, scalers and settings of machines and clusters: what they make is billed. */
export const free = freeTypes('google', {
  api: 'gateway_api gateway_api_config',
  app: `
    engine_application engine_application_url_dispatch_rules engine_domain_mapping engine_firewall_rule
    engine_service_network_settings engine_service_split_traffic
  `,
  cloud: 'run_domain_mapping',
  colab: 'runtime_template',
  compute: `
    attached_disk autoscaler interconnect_attachment_group interconnect_group resource_policy bulk_per_instance_config disk_resource_policy_attachment instance_settings
    instance_template node_template per_instance_config project_metadata project_metadata_item region_autoscaler
    region_disk_resource_policy_attachment region_instance_template region_per_instance_config
    resource_policy_attachment snapshot_settings
  `,
  dataproc: 'autoscaling_policy',
  gke: `
    hub_fleet hub_membership hub_membership_binding hub_membership_rbac_role_binding hub_namespace hub_scope
    hub_scope_rbac_role_binding
  `,
})

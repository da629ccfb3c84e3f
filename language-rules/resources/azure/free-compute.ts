import { freeTypes } from '../free-types.ts'

/** Settings of machines, apps and clusters, which are billed themselves. */
export const free: readonly string[] = freeTypes('azurerm', {
  app: 'service service_slot',
  app_service: `certificate connection managed_certificate public_certificate
    slot_virtual_network_swift_connection source_control source_control_slot virtual_network_swift_connection`,
  availability: 'set',
  batch: 'account application job',
  capacity: 'reservation_group',
  dedicated: 'host_group',
  disk: 'access encryption_set',
  function_app: 'active_slot connection function hybrid_connection',
  gallery: 'application application_version',
  kubernetes_cluster: 'deployment_safeguard extension trusted_access_role_binding',
  kubernetes_fleet: 'member update_run update_strategy',
  kubernetes: 'flux_configuration',
  linux_web: 'app app_slot',
  machine_learning_workspace: 'network_outbound_rule_private_endpoint network_outbound_rule_service_tag',
  proximity: 'placement_group',
  source: 'control_token',
  static_web_app: 'custom_domain function_app_registration',
  virtual_desktop: `application application_group host_pool host_pool_registration_info scaling_plan
    scaling_plan_host_pool_association workspace workspace_application_group_association`,
  virtual_machine: `automanage_configuration_assignment data_disk_attachment extension gallery_application_assignment
    packet_capture restore_point_collection run_command`,
  virtual_machine_scale_set: 'extension packet_capture',
  web_app: 'active_slot hybrid_connection',
  windows_web: 'app app_slot',
})

import { freeTypes } from '../free-types.ts'

/** Groups, permissions, policies, budgets and deployments. */
export const free: readonly string[] = freeTypes('azurerm', {
  aadb2c: 'directory',
  advisor: 'suppression',
  arc: 'kubernetes_cluster machine private_link_scope resource_bridge_appliance',
  arc_kubernetes: 'cluster_extension flux_configuration provisioned_cluster',
  arc_machine: 'automanage_configuration_assignment extension',
  automanage: 'configuration',
  billing: 'account_cost_management_export',
  blueprint: 'assignment',
  consumption_budget: 'management_group resource_group subscription',
  cost: 'anomaly_alert management_scheduled_action',
  custom: 'provider',
  extended: 'location_custom_location',
  federated: 'identity_credential',
  lighthouse: 'assignment definition',
  maintenance: `configuration assignment_dedicated_host assignment_dynamic_scope assignment_virtual_machine
    assignment_virtual_machine_scale_set`,
  managed: 'application application_definition disk_sas_token',
  management: 'lock',
  management_group: `. policy_assignment policy_exemption policy_remediation policy_set_definition subscription_association
    template_deployment`,
  marketplace: 'agreement role_assignment',
  pim: 'active_role_assignment eligible_role_assignment',
  policy: 'definition set_definition virtual_machine_configuration_assignment',
  portal: 'dashboard tenant_configuration',
  resource: 'policy_assignment policy_exemption policy_remediation provider_feature_registration provider_registration',
  resource_group: `. cost_management_export cost_management_view policy_assignment policy_exemption policy_remediation
    template_deployment`,
  resource_management: 'private_link private_link_association',
  role: 'assignment definition management_policy',
  shared: 'image_gallery',
  ssh: 'public_key',
  subscription: `. cost_management_export cost_management_view policy_assignment policy_exemption policy_remediation
    template_deployment`,
  tenant: 'template_deployment',
  user: 'assigned_identity',
})

import { freeTypes } from '../free-types.ts'

/** Who may do what: policies, roles, accounts, names, and the rings that keys hang on. */
export const free = freeTypes('google', {
  access: `
    context_manager_access_level context_manager_access_level_condition context_manager_access_levels
    context_manager_access_policy context_manager_authorized_orgs_desc context_manager_egress_policy
    context_manager_ingress_policy context_manager_service_perimeter
    context_manager_service_perimeter_dry_run_egress_policy context_manager_service_perimeter_dry_run_ingress_policy
    context_manager_service_perimeter_dry_run_resource context_manager_service_perimeter_egress_policy
    context_manager_service_perimeter_ingress_policy context_manager_service_perimeter_resource
    context_manager_service_perimeters
  `,
  apikeys: 'key',
  binary: 'authorization_attestor authorization_policy',
  cloud: 'identity_group identity_group_membership identity_policy',
  essential: 'contacts_contact',
  folder: 'access_approval_settings',
  iam: `
    access_boundary_policy deny_policy folder_access_policy folders_policy_binding oauth_client
    oauth_client_credential organization_access_policy organizations_policy_binding principal_access_boundary_policy
    project_access_policy projects_policy_binding workforce_pool workforce_pool_provider workforce_pool_provider_key
    workforce_pool_provider_scim_tenant workforce_pool_provider_scim_token workload_identity_pool
    workload_identity_pool_managed_identity workload_identity_pool_namespace workload_identity_pool_provider
  `,
  iap: 'settings tunnel_dest_group',
  kms: 'autokey_config key_ring key_ring_import_job project_autokey_config secret_ciphertext',
  org: 'policy_custom_constraint policy_policy',
  organization: 'access_approval_settings iam_custom_role',
  os: 'login_ssh_public_key',
  project: 'access_approval_settings iam_custom_role',
  public: 'ca_external_account_key',
  site: 'verification_owner verification_web_resource',
  tags: 'location_tag_binding tag_binding tag_key tag_value',
  workload: 'identity_service_agent',
})

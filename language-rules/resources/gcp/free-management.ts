import { freeTypes } from '../free-types.ts'

/** Projects, folders, budgets and views: settings of an account and of what watches it. What watching takes in is billed elsewhere. */
export const free = freeTypes('google', {
  billing: 'budget project_info subaccount',
  cloud: `
    asset_folder_feed asset_organization_feed asset_project_feed quotas_quota_adjuster_settings
    quotas_quota_preference
  `,
  folder: '. iam_audit_config organization_policy service_identity',
  logging: `
    billing_account_exclusion folder_exclusion folder_settings log_scope log_view organization_exclusion
    organization_settings project_exclusion saved_query
  `,
  monitoring: 'custom_service dashboard group monitored_project notification_channel service slo',
  organization: 'iam_audit_config policy service_identity',
  project: '. default_service_accounts iam_audit_config organization_policy service service_identity',
  resource: 'manager_lien',
  service: 'account account_key usage_consumer_quota_override',
})

import { freeTypes } from '../free-types.ts'

/** Accounts, organizations, budgets, deployments and operations: what only describes or allows. */
export const free = freeTypes('aws', {
  account: 'alternate_contact primary_contact region',
  appautoscaling: 'policy scheduled_action target',
  appconfig: `
    application deployment_strategy environment extension extension_association hosted_configuration_version
  `,
  appintegrations: 'event_integration',
  auditmanager: 'assessment_delegation control framework framework_share organization_admin_account_registration',
  billing: 'view',
  budgets: 'budget',
  ce: 'anomaly_monitor anomaly_subscription cost_allocation_tag cost_category',
  chatbot: 'slack_channel_configuration teams_channel_configuration',
  cloudtrail: 'organization_delegated_admin_account',
  cloudwatch: `
    event_bus_policy event_connection event_permission event_rule event_target
    log_delivery_destination log_delivery_destination_policy log_delivery_source log_destination
    log_destination_policy log_index_policy log_resource_policy log_stream log_subscription_filter
    query_definition
  `,
  codeartifact: 'domain_permissions_policy repository_permissions_policy',
  codecommit: 'approval_rule_template approval_rule_template_association trigger',
  codeconnections: 'connection host',
  codedeploy: 'app deployment_config',
  codepipeline: 'custom_action_type webhook',
  codestarconnections: 'connection host',
  codestarnotifications: 'notification_rule',
  computeoptimizer: 'enrollment_status',
  costoptimizationhub: 'enrollment_status preferences',
  cur: 'report_definition',
  devopsguru: 'event_sources_config notification_channel',
  fis: 'target_account_configuration',
  imagebuilder: `
    component container_recipe distribution_configuration image_recipe infrastructure_configuration
    lifecycle_policy workflow
  `,
  invoicing: 'invoice_unit',
  licensemanager: 'association grant grant_accepter license_configuration',
  notifications: 'channel_association event_rule notification_configuration notification_hub',
  notificationscontacts: 'email_contact',
  oam: 'link sink sink_policy',
  organizations: `
    account delegated_administrator organization organizational_unit policy policy_attachment resource_policy
  `,
  rbin: 'rule',
  resiliencehub: 'resiliency_policy',
  resourceexplorer2: 'index view',
  resourcegroups: 'group resource',
  scheduler: 'schedule_group',
  schemas: 'registry registry_policy schema',
  servicecatalogappregistry: 'application attribute_group attribute_group_association',
  servicequotas: 'service_quota template template_association',
  ssm: `
    default_patch_baseline document maintenance_window maintenance_window_target
    patch_baseline patch_group resource_data_sync
  `,
  synthetics: 'group group_association',
})

import { freeTypes } from '../free-types.ts'

/** Messaging, devices, media, desktops and other applications: what only sets them up. */
export const free = freeTypes('aws', {
  amplify: 'domain_association webhook',
  appstream: 'directory_config fleet_stack_association stack',
  cloud9: 'environment_membership',
  cloudsearch: 'domain_service_access_policy',
  connect: `
    bot_association contact_flow contact_flow_module hours_of_operation instance_storage_config
    lambda_function_association phone_number_contact_flow_association queue quick_connect routing_profile
    security_profile user user_hierarchy_group user_hierarchy_structure vocabulary
  `,
  devicefarm: 'device_pool',
  ecr: `
    account_setting lifecycle_policy registry_policy repository_creation_template
    repository_policy
  `,
  ecrpublic: 'repository_policy',
  gamelift: 'alias game_session_queue',
  iot: `
    authorizer billing_group ca_certificate certificate domain_configuration event_configurations
    logging_options policy policy_attachment provisioning_template role_alias thing thing_group
    thing_group_membership thing_principal_attachment thing_type topic_rule_destination
  `,
  ivs: 'playback_key_pair recording_configuration',
  lakeformation: `
    data_lake_settings identity_center_configuration lf_tag lf_tag_expression opt_in
    permissions resource resource_lf_tag resource_lf_tags
  `,
  location: 'tracker_association',
  medialive: 'input_security_group',
  pinpointsmsvoicev2: 'configuration_set opt_out_list',
  quicksight: `
    custom_permissions folder folder_membership group group_membership iam_policy_assignment ip_restriction
    refresh_schedule role_custom_permission template template_alias theme user_custom_permission
  `,
  ses: `
    active_receipt_rule_set configuration_set domain_dkim domain_identity_verification domain_mail_from
    event_destination identity_notification_topic identity_policy receipt_filter receipt_rule_set template
  `,
  sesv2: `
    account_suppression_attributes configuration_set configuration_set_event_destination contact_list
    email_identity_feedback_attributes email_identity_mail_from_attributes email_identity_policy
  `,
  sns: 'sms_preferences topic_policy',
  sqs: 'queue_policy queue_redrive_allow_policy queue_redrive_policy',
  transcribe: 'medical_vocabulary vocabulary vocabulary_filter',
  workspaces: 'connection_alias directory ip_group',
  workspacesweb: `
    browser_settings browser_settings_association data_protection_settings data_protection_settings_association
    identity_provider ip_access_settings ip_access_settings_association network_settings
    network_settings_association session_logger session_logger_association trust_store trust_store_association
    user_access_logging_settings user_access_logging_settings_association user_settings
    user_settings_association
  `,
})

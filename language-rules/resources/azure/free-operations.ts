import { freeTypes } from '../free-types.ts'

/** Rules, runbooks, APIs and alerts of services that are billed themselves; what Sentinel reads is billed with its workspace. */
export const free: readonly string[] = freeTypes('azurerm', {
  api: 'connection',
  api_management: `api api_diagnostic api_operation api_operation_policy api_operation_tag api_policy api_release api_schema
    api_tag api_tag_description api_version_set authorization_server backend certificate custom_domain diagnostic
    email_template gateway_api gateway_certificate_authority gateway_host_name_configuration global_schema group group_user
    identity_provider_aad identity_provider_aadb2c identity_provider_facebook identity_provider_google
    identity_provider_microsoft identity_provider_twitter logger named_value notification_recipient_email
    notification_recipient_user openid_connect_provider policy policy_fragment product product_api product_group
    product_policy product_tag redis_cache subscription tag user workspace_api_version_set workspace_certificate
    workspace_named_value workspace_policy workspace_policy_fragment`,
  app_configuration: 'feature key',
  automation: `certificate connection connection_certificate connection_classic_certificate connection_service_principal
    connection_type credential hybrid_runbook_worker_group module powershell72_module python3_package runbook
    runtime_environment runtime_environment_package schedule source_control variable_bool variable_datetime variable_int
    variable_object variable_string webhook`,
  backup: 'container_storage_account policy_file_share policy_vm policy_vm_workload',
  bot_channel: 'alexa direct_line_speech directline email facebook line ms_teams slack sms web_chat',
  bot: 'connection',
  iot_security: 'device_group solution',
  logic_app: 'action_custom action_http trigger_custom trigger_http_request trigger_recurrence',
  logic_app_integration_account: 'agreement assembly batch_configuration certificate map partner schema session',
  monitor: `activity_log_alert alert_processing_rule_action_group alert_processing_rule_suppression autoscale_setting
    data_collection_endpoint data_collection_rule_association private_link_scope private_link_scoped_service
    smart_detector_alert_rule`,
  recovery_services: 'vault_resource_guard_association',
  security_center: `assessment assessment_policy automation contact server_vulnerability_assessment_virtual_machine
    server_vulnerability_assessments_setting setting workspace`,
  sentinel: `automation_rule log_analytics_workspace_onboarding metadata threat_intelligence_indicator watchlist
    watchlist_item`,
  sentinel_alert_rule: `anomaly_built_in anomaly_duplicate fusion machine_learning_behavior_analytics ms_security_incident
    nrt scheduled threat_intelligence`,
  sentinel_data_connector: `aws_cloud_trail aws_s3 azure_active_directory azure_advanced_threat_protection
    azure_security_center dynamics_365 iot microsoft_cloud_app_security microsoft_defender_advanced_threat_protection
    microsoft_threat_intelligence microsoft_threat_protection office_365 office_365_project office_atp office_irm
    office_power_bi threat_intelligence threat_intelligence_taxii`,
  site_recovery: `fabric hyperv_network_mapping hyperv_replication_policy hyperv_replication_policy_association
    network_mapping protection_container protection_container_mapping replication_policy replication_recovery_plan
    services_vault_hyperv_site vmware_replication_policy vmware_replication_policy_association`,
})

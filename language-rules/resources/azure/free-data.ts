import { freeTypes } from '../free-types.ts'

/** Databases, rules, tables, triggers and links of services that are billed themselves. */
export const free: readonly string[] = freeTypes('azurerm', {
  cosmosdb_postgresql: 'coordinator_configuration firewall_rule node_configuration role',
  data_factory: `credential_service_principal credential_user_managed_identity custom_dataset customer_managed_key data_flow
    dataset_azure_blob dataset_azure_sql_table dataset_binary dataset_cosmosdb_sqlapi dataset_delimited_text dataset_http
    dataset_json dataset_mysql dataset_parquet dataset_postgresql dataset_snowflake dataset_sql_server_table flowlet_data_flow
    linked_custom_service pipeline trigger_blob_event trigger_custom_event trigger_schedule trigger_tumbling_window`,
  data_factory_linked_service: `azure_blob_storage azure_databricks azure_file_storage azure_function azure_search
    azure_sql_database azure_table_storage cosmosdb cosmosdb_mongoapi data_lake_storage_gen2 key_vault kusto mysql odata odbc
    postgresql sftp snowflake sql_managed_instance sql_server synapse web`,
  data_protection: `backup_policy_blob_storage backup_policy_data_lake_storage backup_policy_disk
    backup_policy_kubernetes_cluster backup_policy_mysql_flexible_server backup_policy_postgresql_flexible_server
    backup_vault_customer_managed_key resource_guard`,
  data_share: 'dataset_blob_storage dataset_data_lake_gen2 dataset_kusto_cluster dataset_kusto_database',
  database_migration: 'project',
  digital_twins: 'endpoint_eventgrid endpoint_eventhub endpoint_servicebus time_series_database_connection',
  eventgrid: `event_subscription partner_configuration partner_registration system_topic_event_subscription`,
  iothub: `certificate consumer_group dps_certificate dps_shared_access_policy endpoint_cosmosdb_account endpoint_eventhub
    endpoint_servicebus_queue endpoint_servicebus_topic endpoint_storage_container enrichment fallback_route file_upload route
    shared_access_policy`,
  kusto: `attached_database_configuration cluster_customer_managed_key cluster_principal_assignment cosmosdb_data_connection
    database database_principal_assignment eventgrid_data_connection eventhub_data_connection iothub_data_connection script`,
  mongo_cluster: 'firewall_rule user',
  mssql_database: 'extended_auditing_policy vulnerability_assessment_rule_baseline',
  mssql:
    'failover_group firewall_rule job job_credential job_schedule job_step job_target_group managed_database server virtual_network_rule',
  mssql_managed_instance: `active_directory_administrator failover_group security_alert_policy start_stop_schedule
    transparent_data_encryption vulnerability_assessment`,
  mssql_outbound: 'firewall_rule',
  mssql_server: `dns_alias extended_auditing_policy microsoft_support_auditing_policy security_alert_policy
    transparent_data_encryption vulnerability_assessment`,
  netapp: 'account account_encryption backup_policy snapshot_policy volume volume_quota_rule',
  notification_hub: '. authorization_rule',
  relay: 'hybrid_connection_authorization_rule namespace_authorization_rule',
  signalr_service: 'custom_certificate custom_domain network_acl',
  signalr: 'shared_private_link_resource',
  sql: 'active_directory_administrator failover_group firewall_rule server virtual_network_rule',
  storage_account: 'local_user table_properties',
  storage_mover: '. agent job_definition project source_endpoint target_endpoint',
  stream_analytics: `function_javascript_uda function_javascript_udf job_schedule job_storage_account output_blob
    output_cosmosdb output_eventhub output_function output_mssql output_powerbi output_servicebus_queue
    output_servicebus_topic output_synapse output_table reference_input_blob reference_input_mssql stream_input_blob
    stream_input_eventhub stream_input_eventhub_v2 stream_input_iothub`,
  synapse: 'firewall_rule linked_service private_link_hub role_assignment',
  synapse_sql_pool: `extended_auditing_policy security_alert_policy vulnerability_assessment
    vulnerability_assessment_baseline workload_classifier workload_group`,
  synapse_workspace: `aad_admin extended_auditing_policy key security_alert_policy sql_aad_admin vulnerability_assessment`,
  web_pubsub: 'custom_certificate custom_domain hub network_acl shared_private_link_resource socketio',
})

import { freeTypes } from '../free-types.ts'

/** What is in a database and who may see it: instances, storage and queries are billed. */
export const free = freeTypes('google', {
  alloydb: 'user',
  bigquery: `
    analytics_hub_data_exchange analytics_hub_listing connection datapolicy_data_policy datapolicyv2_data_policy
    dataset_access reservation_assignment reservation_group routine row_access_policy
  `,
  bigtable: 'app_profile authorized_view gc_policy logical_view schema_bundle table',
  composer: 'user_workloads_config_map user_workloads_secret',
  dataform: 'folder',
  datastream: 'connection_profile',
  firestore: 'field index user_creds',
  managed: 'kafka_acl kafka_topic',
  memorystore: 'acl_policy instance_desired_user_created_endpoints',
  pubsub: 'schema',
  redis: 'cluster_acl_policy cluster_user_created_connections',
  spanner: 'database',
  sql: 'database ssl_cert user',
})

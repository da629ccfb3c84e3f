import { freeTypes } from '../free-types.ts'

/** Names and settings of applications: what they run on and store is billed. */
export const free = freeTypes('google', {
  apigee: 'envgroup envgroup_attachment instance_attachment',
  cloudbuildv2: 'connection repository',
  firebase: `
    android_app app_check_app_attest_config app_check_debug_token app_check_device_check_config
    app_check_play_integrity_config app_check_recaptcha_v3_config app_check_resource_policy app_check_service_config
    apple_app project web_app
  `,
  firebaserules: 'release ruleset',
  // an endpoint costs what is deployed to it, features what serves and stores them
  vertex: `
    ai_endpoint ai_feature_group ai_feature_group_feature ai_featurestore_entitytype
    ai_featurestore_entitytype_feature ai_index_endpoint
  `,
})

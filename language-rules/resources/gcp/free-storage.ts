import { freeTypes } from '../free-types.ts'

/** Who may see what is stored, and settings of it: what is stored is billed. */
export const free = freeTypes('google', {
  artifact: 'registry_project_config registry_rule registry_vpcsc_config',
  netapp: 'active_directory backup_policy host_group kmsconfig volume_quota_rule',
  storage: `
    bucket_access_control bucket_acl bucket_object default_object_access_control default_object_acl folder hmac_key managed_folder
    notification object_access_control object_acl
  `,
})

import { freeTypes } from '../free-types.ts'

/**
 * Identities, permissions, keys by name and the settings of security services. What those services look at is billed by them.
 */
export const free = freeTypes('aws', {
  accessanalyzer: 'archive_rule',
  acm: 'certificate_validation',
  acmpca: 'certificate_authority_certificate permission policy',
  cloudhsm: 'v2_cluster',
  cognito: `
    identity_pool identity_pool_provider_principal_tag identity_pool_roles_attachment identity_provider
    log_delivery_configuration managed_login_branding resource_server risk_configuration user user_group
    user_in_group user_pool_domain user_pool_ui_customization
  `,
  detective: 'invitation_accepter organization_admin_account',
  directory: `
    service_conditional_forwarder service_log_subscription service_radius_settings
    service_shared_directory_accepter service_trust
  `,
  fms: 'admin_account resource_set',
  guardduty: 'filter invite_accepter ipset organization_admin_account publishing_destination threatintelset',
  iam: `
    access_key account_alias account_password_policy group group_membership group_policies_exclusive
    group_policy group_policy_attachment group_policy_attachments_exclusive instance_profile
    openid_connect_provider organizations_features policy policy_attachment role role_policies_exclusive
    role_policy role_policy_attachment role_policy_attachments_exclusive saml_provider
    security_token_service_preferences server_certificate service_linked_role service_specific_credential
    signing_certificate user user_group_membership user_login_profile user_policies_exclusive user_policy
    user_policy_attachment user_policy_attachments_exclusive user_ssh_key virtual_mfa_device
  `,
  identitystore: 'group group_membership user',
  inspector: 'assessment_target resource_group',
  inspector2: 'delegated_admin_account filter member_association',
  key: 'pair',
  kms: 'alias ciphertext custom_key_store grant key_policy',
  macie2: `
    classification_export_configuration custom_data_identifier findings_filter invitation_accepter
    organization_admin_account
  `,
  paymentcryptography: 'key_alias',
  ram: 'principal_association resource_association resource_share resource_share_accepter sharing_with_organization',
  rolesanywhere: 'profile trust_anchor',
  secretsmanager: 'secret_policy secret_rotation secret_version',
  securityhub: `
    action_target finding_aggregator insight invite_accepter organization_admin_account standards_control
    standards_control_association
  `,
  shield: `
    application_layer_automatic_response drt_access_log_bucket_association drt_access_role_arn_association
    proactive_engagement protection_group protection_health_check_association
  `,
  signer: 'signing_profile signing_profile_permission',
  ssoadmin: `
    account_assignment application application_access_scope application_assignment
    application_assignment_configuration customer_managed_policy_attachment instance_access_control_attributes
    managed_policy_attachment permission_set permission_set_inline_policy permissions_boundary_attachment
    trusted_token_issuer
  `,
  verifiedpermissions: 'identity_source policy policy_template schema',
})

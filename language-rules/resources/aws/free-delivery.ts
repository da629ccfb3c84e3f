import { freeTypes } from '../free-types.ts'

/** Load balancers, APIs and content delivery: listeners, routes, policies. Requests are billed where they come in. */
export const free = freeTypes('aws', {
  alb: 'listener listener_certificate listener_rule target_group target_group_attachment',
  api: `
    gateway_account gateway_api_key gateway_authorizer gateway_base_path_mapping gateway_client_certificate
    gateway_deployment gateway_documentation_part gateway_documentation_version gateway_domain_name
    gateway_gateway_response gateway_integration gateway_integration_response gateway_method
    gateway_method_response gateway_model gateway_request_validator gateway_resource
    gateway_rest_api_policy gateway_rest_api_put gateway_usage_plan gateway_usage_plan_key gateway_vpc_link
  `,
  apigatewayv2: `
    api_mapping authorizer deployment domain_name integration integration_response model route route_response
    vpc_link
  `,
  app: 'cookie_stickiness_policy',
  appmesh: 'gateway_route mesh route virtual_gateway virtual_node virtual_router virtual_service',
  appsync: `
    api_key channel_namespace datasource domain_name domain_name_api_association function resolver
    source_api_association type
  `,
  cloudfront: `
    cache_policy continuous_deployment_policy field_level_encryption_profile key_group origin_access_control
    origin_access_identity origin_request_policy public_key response_headers_policy vpc_origin
  `,
  elb: 'attachment',
  lb: `
    cookie_stickiness_policy listener listener_certificate listener_rule ssl_negotiation_policy target_group
    target_group_attachment trust_store_revocation
  `,
  load: 'balancer_backend_server_policy balancer_listener_policy balancer_policy',
  proxy: 'protocol_policy',
  waf: `
    byte_match_set geo_match_set ipset rate_based_rule regex_match_set regex_pattern_set rule
    size_constraint_set sql_injection_match_set xss_match_set
  `,
  wafregional: `
    byte_match_set geo_match_set ipset rate_based_rule regex_match_set regex_pattern_set rule
    size_constraint_set sql_injection_match_set web_acl_association xss_match_set
  `,
  wafv2: 'api_key ip_set regex_pattern_set rule_group web_acl_association',
})

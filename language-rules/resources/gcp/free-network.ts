import { freeTypes } from '../free-types.ts'

/** Networks: what only routes, filters or names. Gateways, forwarding rules, addresses and proxies have a price of their own. */
export const free = freeTypes('google', {
  certificate: `
    manager_certificate_map manager_certificate_map_entry manager_dns_authorization manager_trust_config
  `,
  compute: `
    backend_bucket_signed_url_key backend_service_signed_url_key firewall global_network_endpoint
    global_network_endpoint_group health_check http_health_check https_health_check instance_group
    instance_group_membership instance_group_named_port managed_ssl_certificate network network_attachment
    network_endpoint network_endpoint_group network_endpoints network_peering network_peering_routes_config project_default_network_tier region_health_check
    region_network_endpoint region_network_endpoint_group region_ssl_certificate region_ssl_policy region_url_map
    route router router_interface router_named_set router_peer router_route_policy shared_vpc_host_project
    shared_vpc_service_project ssl_certificate ssl_policy subnetwork target_instance target_pool url_map
  `,
  dns: 'policy',
  network: `
    connectivity_internal_range connectivity_service_connection_policy services_service_lb_policies
  `,
  service: 'networking_peered_dns_domain networking_vpc_service_controls',
})

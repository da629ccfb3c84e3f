import { freeTypes } from '../free-types.ts'

/**
 * Networks: what only routes, filters or names. Gateways, endpoints, attachments and addresses that cost something have a price
 * of their own.
 */
export const free = freeTypes('aws', {
  customer: 'gateway',
  default: 'network_acl route_table security_group subnet vpc vpc_dhcp_options',
  dx: `
    bgp_peer connection_association connection_confirmation gateway gateway_association_proposal
    hosted_private_virtual_interface hosted_private_virtual_interface_accepter hosted_public_virtual_interface
    hosted_public_virtual_interface_accepter hosted_transit_virtual_interface
    hosted_transit_virtual_interface_accepter lag macsec_key_association public_virtual_interface
  `,
  ec2: `
    allowed_images_settings carrier_gateway client_vpn_authorization_rule client_vpn_route
    image_block_public_access instance_connect_endpoint instance_state local_gateway_route
    local_gateway_route_table_vpc_association managed_prefix_list managed_prefix_list_entry
    network_insights_path subnet_cidr_reservation transit_gateway transit_gateway_connect_peer
    transit_gateway_default_route_table_association transit_gateway_default_route_table_propagation
    transit_gateway_multicast_domain transit_gateway_multicast_domain_association
    transit_gateway_multicast_group_member transit_gateway_multicast_group_source transit_gateway_policy_table
    transit_gateway_policy_table_association transit_gateway_prefix_list_reference transit_gateway_route
    transit_gateway_route_table transit_gateway_route_table_association transit_gateway_route_table_propagation
    transit_gateway_vpc_attachment_accepter
  `,
  egress: 'only_internet_gateway',
  eip: 'association domain_name',
  globalaccelerator: 'cross_account_attachment custom_routing_listener listener',
  internet: 'gateway gateway_attachment',
  main: 'route_table_association',
  nat: 'gateway_eip_association',
  network: 'acl acl_association acl_rule interface interface_attachment interface_permission interface_sg_attachment',
  networkfirewall: 'firewall_policy firewall_transit_gateway_attachment_accepter resource_policy rule_group',
  networkmanager: `
    attachment_accepter connection customer_gateway_association device global_network link link_association site
    transit_gateway_connect_peer_association transit_gateway_registration
  `,
  route: '. table table_association',
  route53: `
    cidr_collection cidr_location delegation_set hosted_zone_dnssec key_signing_key resolver_config
    resolver_dnssec_config resolver_firewall_config resolver_firewall_rule resolver_firewall_rule_group
    resolver_rule resolver_rule_association traffic_policy vpc_association_authorization zone_association
  `,
  route53domains: 'delegation_signer_record',
  route53profiles: 'resource_association',
  route53recoverycontrolconfig: 'control_panel routing_control safety_rule',
  route53recoveryreadiness: 'cell recovery_group resource_set',
  security: 'group group_rule',
  subnet: '.',
  verifiedaccess: 'group instance instance_logging_configuration instance_trust_provider_attachment trust_provider',
  vpc: `
    . block_public_access_exclusion block_public_access_options dhcp_options dhcp_options_association
    endpoint_connection_accepter endpoint_connection_notification endpoint_policy endpoint_private_dns
    endpoint_route_table_association endpoint_security_group_association endpoint_service
    endpoint_service_allowed_principal endpoint_service_private_dns_verification endpoint_subnet_association
    ipam_organization_admin_account ipam_pool ipam_preview_next_cidr ipam_resource_discovery
    ipam_resource_discovery_association ipam_scope ipv4_cidr_block_association ipv6_cidr_block_association
    security_group_egress_rule
    security_group_ingress_rule security_group_vpc_association
  `,
  vpclattice: `
    auth_policy domain_verification listener listener_rule resource_policy service_network
    service_network_service_association service_network_vpc_association target_group target_group_attachment
  `,
  vpn: 'connection_route gateway gateway_attachment gateway_route_propagation',
})

import { freeTypes } from '../free-types.ts'

/** Networks, rules and what joins one thing to another: what goes through them is billed where it is sent. */
export const free: readonly string[] = freeTypes('azurerm', {
  application: 'security_group',
  custom_ip: 'prefix',
  firewall: 'policy',
  frontdoor: 'custom_https_configuration rules_engine',
  nat_gateway: 'public_ip_association public_ip_prefix_association',
  network_interface: `. application_gateway_backend_address_pool_association application_security_group_association
    backend_address_pool_association nat_rule_association security_group_association`,
  network: 'profile security_group security_rule',
  network_security: 'perimeter perimeter_access_rule perimeter_association perimeter_profile',
  route: '. filter table',
  subnet:
    '. nat_gateway_association network_security_group_association route_table_association service_endpoint_storage_policy',
  virtual: 'network network_dns_servers',
  virtual_hub: 'security_partner_provider',
  web_application: 'firewall_policy',
})

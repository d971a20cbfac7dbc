/// What a rule is about.
package enum RuleTopic: String, Sendable, Hashable, CaseIterable {
  case reading
  case requiredInformation = "required information"
  case authorisation, timing, evidence, audit, policy, site, waivers
}

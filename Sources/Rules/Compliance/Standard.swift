/// A standard whose requirements on changes are known.
package enum Standard: String, Sendable, Hashable, CaseIterable {
  case soc2, iso27001, pciDSS, nist, nis2, dora

  /// As people write it.
  package var title: String {
    switch self {
    case .soc2: "SOC 2"
    case .iso27001: "ISO 27001:2022"
    case .pciDSS: "PCI DSS 4"
    case .nist: "NIST 800-53"
    case .nis2: "NIS2, Regulation 2024/2690"
    case .dora: "DORA, Regulation 2024/1774"
    }
  }

  /// Folded words by which a text names it.
  var names: [String] {
    switch self {
    case .soc2: ["soc 2", "soc2", "tsc", "trust services"]
    case .iso27001: ["iso 27001", "iso27001", "iso iec 27001", "27001"]
    case .pciDSS: ["pci dss", "pci"]
    case .nist: ["nist 800 53", "nist", "800 53", "fedramp"]
    case .nis2: ["nis2", "nis 2", "2024 2690"]
    case .dora: ["dora", "2024 1774"]
    }
  }
}

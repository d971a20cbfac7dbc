import Findings

/// What figures take from the findings: which records cannot be counted, which lack information,
/// and how often the policy was not followed.
package struct FindingFacts: Sendable {
  /// Changes that cannot be counted.
  let unreadable: Set<String>
  /// Records of which something cannot be read, whatever they are records of.
  let faulty: Set<String>
  /// Changes that lack information which the policy requires, whether or not that was waived.
  let incomplete: Set<String>
  /// Changes without a breach are not in it.
  let breaches: [String: BreachCount]

  /// Nothing was found.
  package static let none = FindingFacts([], unreadable: [])

  /// - Parameters:
  ///   - findings: All findings, in any order, with waivers applied and the rules' own severities
  ///     (`Judgement.all`).
  ///   - unreadable: The ids of changes that are left out of every figure.
  package init(_ findings: [Finding], unreadable: Set<String>) {
    var faulty: Set<String> = []
    var incomplete: Set<String> = []
    var breaches: [String: BreachCount] = [:]
    for finding in findings {
      guard let record = finding.record else { continue }
      if finding.nature == .unreadable { faulty.insert(record) }
      if finding.topic == .requiredInformation { incomplete.insert(record) }
      if finding.nature == .breach {
        breaches[record, default: BreachCount()].add(isWaived: finding.waiver != nil)
      }
    }
    self.unreadable = unreadable
    self.faulty = faulty
    self.incomplete = incomplete
    self.breaches = breaches
  }
}

/// How many breaches one change has.
struct BreachCount: Sendable, Hashable {
  private(set) var all = 0
  private(set) var waived = 0

  mutating func add(isWaived: Bool) {
    all += 1
    waived += isWaived ? 1 : 0
  }
}

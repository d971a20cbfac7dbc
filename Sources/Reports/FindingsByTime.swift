import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import SourceText

/// Something that should have happened and has not.
package struct OverdueDuty: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case review, outcome
    case followUp = "follow_up"
  }

  package let kind: Kind
  package let change: Change
  /// Since when; where that is not known, the instant that places the change.
  package let since: Instant
  package let finding: Finding
}

/// The findings as reports ask for them, gone through once.
struct FindingsByTime {
  private(set) var noted: [(at: Instant, element: Int)] = []
  private(set) var ofRecord: [String: [Int]] = [:]
  private(set) var overdue: [(at: Instant, element: OverdueDuty)] = []
  private(set) var owingPostMortem: Set<String> = []
  private(set) var unreadablePublications: [String: Finding] = [:]

  init(_ findings: [Finding], register: Register) {
    noted.reserveCapacity(findings.count)
    for (index, finding) in findings.enumerated() {
      if finding.nature == .unreadable,
        finding.place.file.path.hasPrefix(PublishedReport.folder)
      {
        unreadablePublications[finding.place.file.stem] = finding
      }
      guard let change = finding.record.flatMap(register.change), let anchor = change.anchor
      else { continue }
      noted.append((anchor, index))
      ofRecord[change.id, default: []].append(index)
      guard finding.waiver == nil else { continue }
      if finding.fact == .postMortemOverdue { owingPostMortem.insert(change.id) }
      if let kind = OverdueDuty.Kind(finding.fact) {
        let since = kind.due(change, in: register) ?? anchor
        overdue.append(
          (since, OverdueDuty(kind: kind, change: change, since: since, finding: finding)))
      }
    }
  }
}

extension OverdueDuty.Kind {
  /// Nil for facts that ask nothing of anybody.
  fileprivate init?(_ fact: Finding.Fact?) {
    switch fact {
    case .reviewOverdue?: self = .review
    case .outcomeOverdue?: self = .outcome
    case .followUpOverdue?: self = .followUp
    case .postMortemOverdue?, .testEvidenceMissing?, .conflict?, .insideFreeze?, nil: return nil
    }
  }

  fileprivate func due(_ change: Change, in register: Register) -> Instant? {
    switch self {
    case .review:
      change.ended.flatMap { ended in
        register.policy(for: change).reviewDeadline.map { ended.value + $0.value }
      }
    case .outcome:
      change.scheduled?.value.end ?? change.closed?.value
        ?? change.beginning.map { $0.value + register.settings.outcomeDue }
    case .followUp: change.ended?.value
    }
  }
}

import Chronology

/// Whom a report is for.
package enum ReportAudience: String, Sendable, Hashable, CaseIterable {
  /// A week, for the engineers.
  case engineers
  /// A month, for the leadership.
  case leadership
  /// A quarter or a year, for the management review.
  case review

  package init(of kind: Period.Kind) {
    switch kind {
    case .week: self = .engineers
    case .month: self = .leadership
    case .quarter, .year: self = .review
    }
  }
}

extension Period.Kind {
  /// The periods that a report of this kind is told by; nil for weeks and months.
  var part: Period.Kind? {
    switch self {
    case .week, .month: nil
    case .quarter: .month
    case .year: .quarter
    }
  }

  /// `week`, in the plural: `weeks`.
  package var plural: String { rawValue + "s" }
}

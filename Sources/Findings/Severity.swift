/// How much a finding matters.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// It cannot be read or counted.
  case error
  /// It can be read, and the policy was not followed.
  case breach
  case warning
  case note

  /// From 0, the most severe.
  var rank: Int {
    switch self {
    case .error: 0
    case .breach: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// The most severe comes first.
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

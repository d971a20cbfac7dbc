/// What arithmetic says of a figure and its target.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case met, missed
  case noData = "no_data"

  /// In words.
  package var text: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .noData: "no data"
    }
  }
}

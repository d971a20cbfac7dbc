import Chronology
import Findings
import SourceText

/// A row of the table of deployment windows.
package struct WindowRow: Sendable {
  package let name: String
  package let time: Recurrence
  /// The cell as written.
  package let timeText: String
  /// The zone that the cell or its column head names; nil for the policy's own.
  package let zone: Zone?
  package let purpose: String
  /// The cell of an Applies To column; nil where there is none or it is empty.
  package let appliesTo: String?
  /// The cell that says for what the window is: Applies To where it is filled, else the purpose.
  package let usagePlace: Place
  package let surroundings: RowSurroundings
  package let reference: PolicyReference
}

/// A row of the table of freezes.
package struct FreezeRow: Sendable {
  package let name: String
  package let duration: FreezeDuration
  package let durationText: String
  /// The zone that the cell, its column's head or a column of its own names; nil for the policy's own.
  package let zone: Zone?
  /// The cell of the duration.
  package let durationPlace: Place
  package let allowed: FreezeAllowance
  package let allowedText: String
  package let surroundings: RowSurroundings
  package let reference: PolicyReference
}

/// Where a row holds, by columns of their own: for every environment and region where these are empty.
package struct RowSurroundings: Sendable, Hashable {
  /// As written.
  package var environments: [String] = []
  package var regions: [String] = []
  /// What its columns say is not understood: it may hold anywhere.
  package var isUnclear = false

  package init() {}

  /// `production, EMEA`; nil where it holds everywhere.
  package var words: String? {
    let names = environments + regions
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

/// When a freeze holds.
package enum FreezeDuration: Sendable, Hashable {
  case recurring(Recurrence)
  /// By a declaration in `content/freezes`.
  case asDeclared
  /// From an incident until that many seconds after its resolution; of some severities alone, as written,
  /// where there are any.
  case afterIncident(seconds: Int64, severities: [String] = [])
}

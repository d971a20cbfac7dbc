/// What a figure counts. The ids of a figure are always ids of records: of the incidents where
/// incidents are counted, of changes otherwise, each once, however often it is counted.
package enum FigureSubject: String, Sendable, Hashable, CaseIterable {
  case change, deployment, breach, incident

  /// The ids are those of incidents.
  package var isIncident: Bool { self == .incident }

  /// `1 change`, `3 breaches`.
  package func counted(_ number: Int) -> String {
    "\(number) \(number == 1 ? rawValue : plural)"
  }

  package var plural: String { self == .breach ? "breaches" : rawValue + "s" }
}

/// The side to which a figure gets better.
package enum BetterSide: String, Sendable, Hashable {
  case higher, lower
}

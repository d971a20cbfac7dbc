/// What a figure counts. The ids of a figure are ids of records, each once, however often it is counted:
/// of the incidents where incidents are counted, of changes otherwise. Only what logs tell of has ids of
/// its own.
package enum FigureSubject: String, Sendable, Hashable, CaseIterable {
  case change, deployment, breach, incident
  /// An entry of a log of deployments.
  case loggedDeployment = "production deployment"

  /// The ids are those of incidents.
  package var isIncident: Bool { self == .incident }

  /// The ids are those of records, which have pages.
  package var isRecord: Bool { self != .loggedDeployment }

  /// `1 change`, `3 breaches`.
  package func counted(_ number: Int) -> String {
    "\(number) \(number == 1 ? rawValue : plural)"
  }

  /// What is left out of it, `two changes`: the records that its ids are of.
  func excluded(_ number: Int) -> String {
    let subject = isRecord && !isIncident ? FigureSubject.change : self
    return NumberWords.counted(number, subject.rawValue, plural: subject.plural)
  }

  package var plural: String { self == .breach ? "breaches" : rawValue + "s" }
}

/// The side to which a figure gets better.
package enum BetterSide: String, Sendable, Hashable {
  case higher, lower
}

import PolicyReading

/// Whether a row that names environments and regions holds where a change is made.
extension RowSurroundings {
  /// A window is for a change where it is for every place that the change is made in.
  func meetsAll(of profile: ChangeProfile) -> Answer {
    .all(
      Self.meets(environments, profile.environments, all: true),
      Self.meets(regions, profile.regions, all: true))
  }

  /// A freeze holds for a change where it holds for one of its places.
  func meetsAny(of profile: ChangeProfile) -> Answer {
    .all(
      Self.meets(environments, profile.environments, all: false),
      Self.meets(regions, profile.regions, all: false))
  }

  private static func meets(_ names: [String], _ places: [String]?, all: Bool) -> Answer {
    if names.isEmpty { return .yes }
    guard let places, !places.isEmpty else { return .unknown }
    let known = names.map(WordForm.fold)
    let isNamed = places.map { known.contains(WordForm.fold($0)) }
    return Answer(all ? isNamed.allSatisfy { $0 } : isNamed.contains(true))
  }
}

import PolicyReading

/// The environments and regions that a policy and the declared freezes know by name, folded: of any
/// other nobody knows whether it is one of them in other words.
struct KnownSurroundings: Sendable {
  let environments: Set<String>
  let regions: Set<String>
  /// Those of the policy's own table; empty where it has none.
  private let listed: Set<String>

  init(_ policy: Policy, _ declared: [RowSurroundings]) {
    let rows = policy.windows.map(\.surroundings) + policy.freezes.map(\.surroundings) + declared
    listed = Set(policy.environments.map { WordForm.fold($0.name) })
    environments = listed.union(rows.flatMap(\.environments).map(WordForm.fold))
    regions = Set(rows.flatMap(\.regions).map(WordForm.fold))
  }

  /// A row that names an environment that the policy does not list may mean one that it lists.
  func isUnclear(_ row: RowSurroundings) -> Bool {
    row.isUnclear
      || !listed.isEmpty && row.environments.contains { !listed.contains(WordForm.fold($0)) }
  }
}

/// Whether a row that names environments and regions holds where a change is made.
extension RowSurroundings {
  /// A window is for a change where it is for every place that the change is made in.
  func meetsAll(of profile: ChangeProfile, known: KnownSurroundings) -> Answer {
    if known.isUnclear(self) { return .unknown }
    return .all(
      Self.meets(environments, profile.environments, known.environments, all: true),
      Self.meets(regions, profile.regions, known.regions, all: true))
  }

  /// A freeze holds for a change where it holds for one of its places.
  func meetsAny(of profile: ChangeProfile, known: KnownSurroundings) -> Answer {
    let isMet = Answer.all(
      Self.meets(environments, profile.environments, known.environments, all: false),
      Self.meets(regions, profile.regions, known.regions, all: false))
    return isMet != .yes && known.isUnclear(self) ? .unknown : isMet
  }

  private static func meets(
    _ names: [String], _ places: [String]?, _ known: Set<String>, all: Bool
  ) -> Answer {
    if names.isEmpty { return .yes }
    let folded = (places ?? []).map(WordForm.fold)
    guard !folded.isEmpty, folded.allSatisfy(known.contains) else { return .unknown }
    let ours = names.map(WordForm.fold)
    return Answer(
      all ? folded.allSatisfy(ours.contains) : folded.contains(where: ours.contains))
  }
}

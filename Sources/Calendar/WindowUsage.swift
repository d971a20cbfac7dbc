import Configuration
import PolicyReading

/// Which changes may use a window: its Applies To, else its purpose, word by word.
package struct WindowUsage: Sendable {
  package enum Group: Sendable, Hashable {
    /// No purpose is given, or `all changes`.
    case everything
    /// "Significant changes": as the settings read the term, else risk High or Critical, and every
    /// type that is approved by governance vote. The other Normal changes may use such a window too.
    case significant
    /// The built-in reading of "monitoring-heavy changes": the Normal changes that are not
    /// significant.
    case monitored
    /// Changes of one of the types, one of the risks or one of the categories.
    case named(TermReading)
    /// Changes that belong to each of the groups: `low-risk Normal changes`.
    indirect case each([Group])
    /// All changes that belong to none of the groups: `all except emergencies`.
    indirect case others([Group])
    /// Words that nothing defines.
    case unclear(String)
  }

  /// A change may use the window when it belongs to one of them.
  package let groups: [Group]
  /// Those of `groups` that are named, in the form in which they are compared.
  private let readings: [FoldedReading?]

  init(groups: [Group]) {
    self.groups = groups
    readings = groups.map {
      if case .named(let reading) = $0 { FoldedReading(reading) } else { nil }
    }
  }

  /// The words that nothing defines.
  package var unclear: [String] {
    groups.compactMap { if case .unclear(let words) = $0 { words } else { nil } }
  }

  /// Words that nothing defines may be a condition on the others (`All changes, with VP approval`):
  /// of a cell that is understood in part nothing is known.
  func admits(_ profile: ChangeProfile, by terms: WindowTerms) -> Answer {
    var result = Answer.no
    if !unclear.isEmpty { return .unknown }
    for index in groups.indices {
      let answer = readings[index]?.holds(profile) ?? terms.holds(profile, in: groups[index])
      if answer == .yes { return .yes }
      if answer == .unknown { result = .unknown }
    }
    return result
  }
}

extension WindowUsage.Group {
  /// Names of types, and nothing else.
  fileprivate var isOfTypes: Bool {
    if case .named(let reading) = self {
      !reading.types.isEmpty && reading.risks.isEmpty
    } else {
      false
    }
  }

  /// Levels of risk, and nothing else.
  fileprivate var isOfRisks: Bool {
    if case .named(let reading) = self {
      !reading.risks.isEmpty && reading.types.isEmpty
    } else {
      false
    }
  }
}

/// A reading of a term with its names as they are compared.
struct FoldedReading: Sendable {
  private let types: [String]
  private let risks: [String]
  private let categories: [String]

  init(_ reading: TermReading) {
    types = reading.types.map(WordForm.fold)
    risks = reading.risks.map(WordForm.fold)
    categories = reading.categories.map(WordForm.fold)
  }

  func holds(_ profile: ChangeProfile) -> Answer {
    var isUnknown = false
    if !types.isEmpty {
      if let type = profile.folded.type {
        if types.contains(type) { return .yes }
      } else {
        isUnknown = true
      }
    }
    if !risks.isEmpty {
      if let risk = profile.folded.risk {
        if risks.contains(risk) { return .yes }
      } else {
        isUnknown = true
      }
    }
    if categories.contains(where: profile.folded.categories.contains) { return .yes }
    return isUnknown ? .unknown : .no
  }
}

/// The terms in which a policy says for what its windows are.
struct WindowTerms: Sendable {
  private let policy: Policy
  private let settings: [TermReading]
  /// Folded names of the risks of significant changes.
  private let highRisks: Set<String>
  /// The reading of significant changes that the settings give.
  private let significant: FoldedReading?

  init(_ policy: Policy, settings: Settings) {
    self.policy = policy
    self.settings = settings.terms
    significant = settings.terms.first {
      ["significant", "significant changes"].contains(WordForm.fold($0.term))
    }.map(FoldedReading.init)
    let names = policy.risks.map { WordForm.fold($0.name) }
    let known = names.filter { $0 == "high" || $0 == "critical" }
    // A policy with other names for its levels: the upper half of them.
    highRisks = Set(known.isEmpty ? Array(names.dropFirst((names.count + 1) / 2)) : known)
  }

  /// The usage that the cells of a window's row state.
  func usage(of row: WindowRow) -> WindowUsage {
    let text = row.usageText
    if WordForm.fold(text).isEmpty {
      // A dash under Applies To may stand for all changes or for none.
      return WindowUsage(groups: [row.appliesTo.map { .unclear($0) } ?? .everything])
    }
    if let whole = group(text) ?? exception(text) { return WindowUsage(groups: [whole]) }
    let groups = Self.parts(of: text).map { group($0) ?? .unclear($0) }
    // Of `Normal, Emergency, low risk` nobody knows whether a change has to be both.
    if Self.mayNarrow(text), groups.contains(where: \.isOfTypes),
      groups.contains(where: \.isOfRisks)
    {
      return WindowUsage(groups: [.unclear(text)])
    }
    return WindowUsage(groups: groups)
  }

  /// Whether a comma alone parts a list, behind which a level may be a condition: not `Standard changes,
  /// low-risk changes`, nor what `and` or `or` joins.
  private static func mayNarrow(_ text: String) -> Bool {
    let words = WordForm.words(text)
    return !words.contains("and") && !words.contains("or")
      && !parts(of: text).allSatisfy { WordForm.words($0).last?.hasPrefix("change") ?? false }
  }

  /// The group that a phrase names; nil where nothing defines it.
  private func group(_ phrase: String) -> WindowUsage.Group? {
    let key = WordForm.fold(phrase)
    var words = key.split(separator: " ").filter {
      !["change", "changes", "risk", "type", "types", "kind", "kinds"].contains($0)
    }
    if words.first == "for" { words.removeFirst() }
    let bare = words.joined(separator: " ")
    // Whatever is significant, the other Normal changes may use its windows too.
    if bare == "significant" { return .significant }
    if let reading = settings.first(where: { WordForm.fold($0.term) == key }) {
      return .named(reading)
    }
    switch bare {
    case "", "all", "any", "every", "everything", "all types": return .everything
    case "monitoring heavy": return .monitored
    default: break
    }
    func named(
      types: [String] = [], risks: [String] = [], categories: [String] = []
    ) -> WindowUsage.Group {
      .named(TermReading(term: phrase, types: types, risks: risks, categories: categories))
    }
    func matches(_ name: String) -> Bool {
      let folded = WordForm.fold(name)
      return folded == key || folded == bare || folded == bare + " changes"
        || folded + "s" == bare
    }
    if let type = policy.types.first(where: { matches($0.name) }) {
      return named(types: [type.name])
    }
    if let risk = policy.risks.first(where: { matches($0.name) }) {
      return named(risks: [risk.name])
    }
    let categories =
      policy.reviewMatrix.map(\.category) + (policy.testingMatrix?.rows.map(\.category) ?? [])
    if let category = categories.first(where: matches) { return named(categories: [category]) }
    return pair(words.map(String.init))
  }

  /// A risk level and a type of that risk, in either order: `low risk normal`, `Normal, low risk`.
  private func pair(_ words: [String]) -> WindowUsage.Group? {
    guard words.count > 1, words.count < 8 else { return nil }
    for split in 1..<words.count {
      let parts = [words[..<split], words[split...]].map { $0.joined(separator: " ") }
      for (first, second) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        let risk = policy.risks.first { WordForm.fold($0.name) == first }
        let type = policy.types.first { WordForm.fold($0.name) == second }
        guard let risk, let type else { continue }
        return .each([
          .named(TermReading(term: first, types: [], risks: [risk.name], categories: [])),
          .named(TermReading(term: second, types: [type.name], risks: [], categories: [])),
        ])
      }
    }
    return nil
  }

  /// `All except emergencies`, `any change but Standard and Low`; nil for another phrase, and where one
  /// of the parts is not defined.
  private func exception(_ text: String) -> WindowUsage.Group? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard
      let index = words.firstIndex(where: {
        ["except", "excluding", "but"].contains($0.lowercased())
      }), case .everything? = group(words[..<index].joined(separator: " ")), index > 0
    else { return nil }
    let rest = words[(index + 1)...].drop { $0.lowercased() == "for" }.joined(separator: " ")
    let groups = Self.parts(of: rest).map { group($0) ?? emergencies($0) }
    let known = groups.compactMap(\.self)
    return known.isEmpty || known.count != groups.count ? nil : .others(known)
  }

  /// `emergencies`: every type of them.
  private func emergencies(_ phrase: String) -> WindowUsage.Group? {
    guard ["emergencies", "emergency"].contains(WordForm.fold(phrase)) else { return nil }
    let types = policy.types.filter(\.isEmergency).map(\.name)
    return types.isEmpty
      ? nil : .named(TermReading(term: phrase, types: types, risks: [], categories: []))
  }

  func holds(_ profile: ChangeProfile, in group: WindowUsage.Group) -> Answer {
    switch group {
    case .everything: .yes
    case .unclear: .unknown
    case .named(let reading): FoldedReading(reading).holds(profile)
    case .significant: .any(isSignificant(profile), Answer(profile.isPlain))
    case .monitored: .all(Answer(profile.isPlain), isNotSignificant(profile))
    case .each(let groups): groups.reduce(.yes) { .all($0, holds(profile, in: $1)) }
    case .others(let groups):
      switch groups.reduce(Answer.no, { .any($0, holds(profile, in: $1)) }) {
      case .yes: .no
      case .no: .yes
      case .unknown: .unknown
      }
    }
  }

  func isSignificant(_ profile: ChangeProfile) -> Answer {
    if let significant { return significant.holds(profile) }
    return .any(Answer(profile.isGoverned), Answer(profile.folded.risk.map(highRisks.contains)))
  }

  private func isNotSignificant(_ profile: ChangeProfile) -> Answer {
    switch isSignificant(profile) {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  /// The parts between commas, semicolons, slashes, `and` and `or`.
  fileprivate static func parts(of text: String) -> [String] {
    text.split { ",;/&+".contains($0) }.flatMap { piece in
      piece.split(whereSeparator: \.isWhitespace)
        .split { $0.lowercased() == "and" || $0.lowercased() == "or" }
        .map { $0.joined(separator: " ") }
    }
  }
}

extension WindowRow {
  /// For what the window is, as written: its Applies To, else its purpose.
  fileprivate var usageText: String { appliesTo ?? purpose }

  /// The phrases by which it says for what it is and that a term can give a meaning to: all of it,
  /// and each of its parts.
  package var usagePhrases: [String] { [usageText] + WindowTerms.parts(of: usageText) }
}

import Calendar
import Configuration
import Obligations
import PolicyReading
import Records
import SourceText

/// The names of types, risks, categories and terms that `changebook.yml` uses, held against the
/// policies: one that no version of the policy has is a problem at its place.
struct SettingsNames {
  private let types: Set<String>
  private let risks: Set<String>
  private let categories: Set<String>
  /// As the policies write them, for what was probably meant.
  private let policies: [Policy]

  init(_ policies: [Policy]) {
    self.policies = policies
    types = Self.folded(policies.flatMap(\.types).map(\.name))
    risks = Self.folded(policies.flatMap(\.risks).map(\.name))
    categories = Self.folded(policies.flatMap(\.categoryNames))
  }

  private static func folded(_ names: [String]) -> Set<String> {
    Set(names.map { WordForm.fold($0) })
  }

  func problems(of settings: Settings, in calendars: [DeploymentCalendar]) -> [ReadingProblem] {
    var problems = settings.terms.flatMap { term -> [ReadingProblem] in
      let used = "the term \(quoted(term.term))"
      let (types, risks, categories) = (
        zip(term.types, term.typePlaces), zip(term.risks, term.riskPlaces),
        zip(term.categories, term.categoryPlaces)
      )
      return types.compactMap { unknownType($0, usedIn: used, at: $1) }
        + risks.compactMap { unknownRisk($0, usedIn: used, at: $1) }
        + categories.compactMap { unknownCategory($0, usedIn: used, at: $1) }
    }
    problems += settings.conflictExemptions.compactMap { name in
      let folded = WordForm.fold(name.value)
      if types.contains(folded) || categories.contains(folded) { return nil }
      return undefined(
        name.value, usedIn: "`conflicts: exempt`", definedIn: "the policy's types and categories",
        among: policies.flatMap(\.types).map(\.name) + policies.flatMap(\.categoryNames),
        at: name.place)
    }
    return problems + unusedTerms(settings.terms, in: calendars)
  }

  private func unknownType(_ name: String, usedIn use: String, at place: Place) -> ReadingProblem? {
    if types.contains(WordForm.fold(name)) { return nil }
    return undefined(
      name, usedIn: use, definedIn: "the policy's change types",
      among: policies.flatMap(\.types).map(\.name), at: place)
  }

  private func unknownRisk(_ name: String, usedIn use: String, at place: Place) -> ReadingProblem? {
    if risks.contains(WordForm.fold(name)) { return nil }
    return undefined(
      name, usedIn: use, definedIn: "the policy's risk levels",
      among: policies.flatMap(\.risks).map(\.name), at: place)
  }

  private func unknownCategory(
    _ name: String, usedIn use: String, at place: Place
  ) -> ReadingProblem? {
    if categories.contains(WordForm.fold(name)) { return nil }
    return undefined(
      name, usedIn: use, definedIn: "the policy's review and testing matrices",
      among: policies.flatMap(\.categoryNames), at: place)
  }

  /// Terms that no window uses. A window that was not understood might, so that nothing is said
  /// then.
  private func unusedTerms(
    _ terms: [TermReading], in calendars: [DeploymentCalendar]
  ) -> [ReadingProblem] {
    let isDoubtful = calendars.contains { calendar in
      calendar.doubts.contains(where: \.concernsWindows)
    }
    if terms.isEmpty || isDoubtful { return [] }
    let phrases = calendars.flatMap { $0.windows.flatMap(\.row.usagePhrases) }
    var known = Self.folded(phrases)
    // What is significant settles what is merely monitored.
    if known.contains("monitoring heavy changes") { known.insert("significant changes") }
    if known.contains("significant changes") { known.insert("significant") }
    return terms.compactMap { term in
      guard let place = term.place, !known.contains(WordForm.fold(term.term)) else { return nil }
      return undefined(
        term.term, usedIn: "`terms`", definedIn: "the purposes of the policy's windows",
        among: phrases, at: place)
    }
  }

  private func undefined(
    _ name: String, usedIn use: String, definedIn table: String, among known: [String],
    at place: Place
  ) -> ReadingProblem {
    ReadingProblem(
      .nameUndefined(
        name: name, usedIn: use, definedIn: table, suggestion: suggest(for: name, among: known)),
      at: place)
  }
}

extension Policy {
  /// The rows of the review and the testing matrix and of the catalogue of standard changes.
  var categoryNames: [String] {
    reviewMatrix.map(\.category) + (testingMatrix?.rows.map(\.category) ?? [])
      + preApproved.map(\.name)
  }
}

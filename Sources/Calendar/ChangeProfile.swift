import PolicyReading
import Records
import SourceText

/// What the calendar asks of a change: its type, risk, categories, systems and the incidents it
/// fixes.
package struct ChangeProfile: Sendable {
  /// The row of its type; nil where the type is not known.
  package let type: ChangeType?
  /// A name of the policy's table of risks; nil where it is not known.
  package let risk: String?
  package let categories: [String]
  /// Nil where they are not known: it may be any of them.
  package let systems: [String]?
  /// The ids of the incidents that it fixes.
  package let incidents: [String]
  /// The names in the form in which they are compared.
  let folded: Folded

  struct Folded: Sendable {
    let type: String?
    let risk: String?
    let categories: [String]
    let systems: [String]?
  }

  package init(
    type: ChangeType?, risk: String?, categories: [String] = [], systems: [String]? = nil,
    incidents: [String] = []
  ) {
    self.type = type
    self.risk = risk
    self.categories = categories
    self.systems = systems
    self.incidents = incidents
    folded = Folded(
      type: type.map { WordForm.fold($0.name) }, risk: risk.map(WordForm.fold),
      categories: categories.map(WordForm.fold), systems: systems?.map(WordForm.fold))
  }

  /// A record that names no system leaves them unknown.
  package init(_ change: Change, type: ChangeType?) {
    self.init(
      type: type, risk: change.risk?.value, categories: change.categories.map(\.value),
      systems: change.systems.isEmpty ? nil : change.systems.map(\.value),
      incidents: change.incidents.map(\.value))
  }

  package var isEmergency: Bool { type?.isEmergency ?? false }
}

/// An answer that may not be known: what decides on it is missing or not understood.
package enum Answer: Sendable, Hashable {
  case yes, no, unknown

  /// Yes where one is; else unknown where one is.
  static func any(_ answers: some Sequence<Answer>) -> Answer {
    var result = Answer.no
    for answer in answers {
      if answer == .yes { return .yes }
      if answer == .unknown { result = .unknown }
    }
    return result
  }

  /// No where one is; else unknown where one is.
  static func all(_ answers: some Sequence<Answer>) -> Answer {
    var result = Answer.yes
    for answer in answers {
      if answer == .no { return .no }
      if answer == .unknown { result = .unknown }
    }
    return result
  }

  init(_ truth: Bool) { self = truth ? .yes : .no }
}

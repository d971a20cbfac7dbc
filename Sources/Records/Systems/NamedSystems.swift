import PolicyReading
import SourceText

/// The systems that somebody wrote down.
package struct NamedSystems: Sendable {
  /// As the list of systems writes them, else as they are written; each once, in order. `all` stands
  /// for every one.
  package fileprivate(set) var names: [Located<String>] = []
  /// What is no name of a system, or one that the list of systems does not have.
  package fileprivate(set) var unknown: [Unknown] = []
  /// A name of several words is among them, which may as well be a sentence.
  private(set) var holdsPhrases = false

  /// Something that was written in place of a name.
  package struct Unknown: Sendable {
    package let text: Located<String>
    /// It has the form of a name, but the list of systems does not have it.
    package let isName: Bool
    /// The listed name that it most likely meant.
    package let suggestion: String?
  }

  /// The word for every system there is.
  package static let every = "all"

  package init() {}

  /// Nothing was written.
  package var isEmpty: Bool { names.isEmpty && unknown.isEmpty }
  /// Every system is meant.
  package var areAll: Bool { names.contains { $0.value == Self.every } }

  mutating func add(_ name: Located<String>, isPhrase: Bool = false) {
    holdsPhrases = holdsPhrases || isPhrase
    if !names.isEmpty {
      let folded = WordForm.fold(name.value)
      guard !names.contains(where: { WordForm.fold($0.value) == folded }) else { return }
    }
    names.append(name)
  }

  mutating func addUnknown(_ text: Located<String>, isName: Bool, suggestion: String? = nil) {
    unknown.append(Unknown(text: text, isName: isName, suggestion: suggestion))
  }

  package mutating func add(_ other: NamedSystems) {
    if names.isEmpty { names = other.names } else { for name in other.names { add(name) } }
    holdsPhrases = holdsPhrases || other.holdsPhrases
    unknown += other.unknown
  }

  /// What is wrong with them, as problems of the key that they stand under.
  func problems(of key: String) -> [ReadingProblem] {
    unknown.map { unknown in
      let text = unknown.text.value
      return ReadingProblem(
        unknown.isName
          ? .nameUndefined(
            name: text, usedIn: "`\(key)`", definedIn: "the list of systems",
            suggestion: unknown.suggestion)
          : .unreadableValue(key: key, text: text, expected: SystemName.accepted),
        at: unknown.text.place)
    }
  }
}

import ArgumentParser
import Chronology
import History
import PolicyReading
import Records
import SourceText

/// Values of options as the policy in force and the site's lists know them; others are refused, with the name
/// that was most likely meant.
struct PolicyTerms {
  let policy: Policy
  private let register: Register
  private let vocabulary: Vocabulary

  init(_ register: Register, asOf: Instant) {
    self.register = register
    policy = register.policies.inForce(at: asOf)
    vocabulary = Vocabulary(policy: policy)
  }

  func type(_ text: String) throws -> String {
    if let name = vocabulary.type(text) { return name }
    throw refusal("type", text, among: policy.types.map(\.name))
  }

  func risk(_ text: String) throws -> String {
    if policy.risks.isEmpty { return text }
    if let name = vocabulary.risk(text) { return name }
    throw refusal("risk", text, among: policy.risks.map(\.name))
  }

  func categories(_ text: String) throws -> [String] {
    try Self.parts(text).map { part in
      if vocabulary.categoryNames.isEmpty { return part }
      if let name = vocabulary.category(part) { return name }
      throw refusal("category", part, among: vocabulary.categoryNames)
    }
  }

  func systems(_ text: String) throws -> [String] {
    let read = register.systems.read(text)
    if let unknown = read.unknown.first {
      let meant = unknown.suggestion.map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("there is no system \(unknown.text.value)\(meant)")
    }
    return read.names.map(\.value)
  }

  /// Somebody by their title in the list of people; as written where there is none.
  func person(_ text: String) throws -> String {
    let mentions = register.people.read(text)
    guard let identity = mentions.first?.identity, mentions.allSatisfy({ $0.fault == nil }) else {
      let meant = register.people.suggestion(for: text).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("\(text) names nobody\(meant)")
    }
    if let listed = title(of: identity) { return listed }
    if !register.people.isEmpty {
      let meant = register.people.suggestion(for: text).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("\(text) is not in the list of people\(meant)")
    }
    return text
  }

  /// Whoever commits, by the list of people; without a list as git knows them. Nil for nobody of the list.
  func person(of author: GitAuthor?) -> String? {
    guard let author else { return nil }
    let identity = Identity(email: author.email, name: author.name)
    if let listed = title(of: identity) { return listed }
    guard register.people.isEmpty else { return nil }
    switch (author.name, author.email) {
    case (let name?, let email?): return "\(name) <\(email)>"
    case (let name, let email): return name ?? email
    }
  }

  private func title(of identity: Identity) -> String? {
    register.people.resolved(identity).row.map { register.people.people[$0].title.value }
  }

  private func refusal(_ what: String, _ text: String, among names: [String]) -> ValidationError {
    ValidationError("the policy has no \(what) \(text)\(KnownNames.hint(for: text, among: names))")
  }

  static func parts(_ text: String) -> [String] {
    text.parts(at: ",").map { WordForm.trim($0) }.filter { !$0.isEmpty }
  }
}

/// What a name that is none may have meant.
enum KnownNames {
  /// `; did you mean Normal? There are Standard, Normal`, behind a sentence.
  static func hint(for text: String, among names: [String]) -> String {
    let all = "there are " + names.joined(separator: ", ")
    guard !names.isEmpty else { return "" }
    guard let meant = suggest(for: text, among: names) else { return "; \(all)" }
    return "; did you mean \(meant)? T\(all.dropFirst())"
  }
}

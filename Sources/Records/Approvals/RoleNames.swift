import Configuration
import PolicyReading
import SourceText

/// Known roles by the names that an organisation has for them, from `roles:` in the settings.
struct RoleNames: Sendable {
  /// By folded name.
  private let roles: [String: ApprovalRole]

  init(_ names: [String: String] = [:]) {
    roles = names.compactMapValues { ApprovalRole(rawValue: $0) }
  }

  init(_ words: [MappedWord]) {
    self.init(
      Dictionary(
        words.map { (WordForm.fold($0.written.value), $0.meaning.value) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The role of a name, folded.
  func role(named folded: String) -> ApprovalRole? { roles.isEmpty ? nil : roles[folded] }

  /// The one role that a label, folded, speaks of.
  func role(in label: String) -> ApprovalRole? {
    if roles.isEmpty { return nil }
    if let role = roles[label] { return role }
    let padded = " \(label) "
    let found = Set(roles.filter { padded.holds(" \($0.key) ") }.values)
    return found.count == 1 ? found.first : nil
  }

  /// Names of the settings that are mapped to no role.
  static func problems(of words: [MappedWord]) -> [ReadingProblem] {
    let known = ApprovalRole.known.map(\.rawValue)
    return words.filter { ApprovalRole(rawValue: $0.meaning.value) == nil }.map { word in
      let meant = suggest(for: word.meaning.value, among: known).map { "; perhaps `\($0)`" } ?? ""
      return ReadingProblem(
        .unreadableValue(
          key: word.written.value, text: word.meaning.value,
          expected: "one of " + known.joined(separator: ", ") + meant),
        at: word.meaning.place)
    }
  }
}

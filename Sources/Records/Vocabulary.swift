import Chronology
import PolicyReading
import SourceText

/// The names that one policy defines, for reading the records it judges. Names are taken as the
/// policy writes them or in kebab case, without regard to case.
package final class Vocabulary: Sendable {
  let policy: Policy
  let sections: SectionNames
  let fillers: TemplateFillers
  let testLevels: TestLevels
  private let types: [String: String]
  private let risks: [String: String]
  private let categories: [String: String]
  /// In the order of the matrices and the catalogue; a name of two tables stands twice.
  package let categoryNames: [String]
  /// What a record has to say, for problems.
  let expectedTypes: String
  let expectedRisks: String
  /// Roles that the policy's approvals name in words of their own.
  package let ownRoles: [ApprovalRole]
  /// The settings' words of records.
  let words: RecordWords
  /// The policy's own fields.
  let ownFields: OwnFields
  private let roleNames: RoleNames

  package convenience init(policy: Policy) { self.init(policy: policy, words: RecordWords()) }

  init(policy: Policy, words: RecordWords) {
    self.policy = policy
    self.words = words
    ownFields = OwnFields(policy)
    roleNames = RoleNames(policy.words.roles)
    sections = SectionNames(policy: policy, words: words)
    fillers = TemplateFillers(policy: policy)
    testLevels = TestLevels(policy: policy)
    types = Self.index(policy.types.map(\.name))
    risks = Self.index(policy.risks.map(\.name))
    categoryNames =
      policy.reviewMatrix.map(\.category) + (policy.testingMatrix?.rows.map(\.category) ?? [])
      + policy.preApproved.map(\.name)
    categories = Self.index(categoryNames)
    var ownRoles: [ApprovalRole] = []
    for case .roles(let rule) in policy.types.map(\.approval) {
      for role in rule.approvers.map(ApprovalRole.init(of:)) where !ownRoles.contains(role) {
        if case .named = role { ownRoles.append(role) }
      }
    }
    self.ownRoles = ownRoles
    expectedTypes = Self.expected("type", policy.types.map(\.name))
    expectedRisks = Self.expected("risk level", policy.risks.map(\.name))
  }

  /// A name of the table of types; a short name stands for the one type that it begins.
  /// The word for what it is a type of may stand beside it: `Normal change`.
  package func type(_ written: String) -> String? {
    let text = words.value(written)
    if let name = Self.resolve(text, in: types) { return name }
    let words = WordForm.words(text)
    guard let last = words.last, words.count > 1, ["change", "changes", "type"].contains(last)
    else {
      return nil
    }
    return types[words.dropLast().joined(separator: " ")]
  }
  /// The policy has a table of risks, and something of it was understood.
  var hasRisks: Bool { !risks.isEmpty }
  /// The word for what it is a level of may stand beside it: `High risk`.
  package func risk(_ text: String) -> String? {
    let folded = fold(words.value(text))
    if let name = risks[folded] { return name }
    return folded.hasSuffix(" risk") ? risks[String(folded.dropLast(5))] : nil
  }
  /// A row of the review matrix, the testing matrix or the catalogue of standard changes.
  package func category(_ text: String) -> String? { categories[fold(words.value(text))] }

  func expectedCategories(for text: String) -> String {
    let meant = suggest(for: text, among: categoryNames).map { ", perhaps `\($0)`" } ?? ""
    return "a category of the policy's review or testing matrix\(meant)"
  }

  /// A role as front matter names it: letters alone, since a mark beside them (`technical?`,
  /// `~~technical~~`) takes something back.
  package func role(_ text: String) -> ApprovalRole? {
    guard text.unicodeScalars.allSatisfy(Self.isOfName) else { return nil }
    if let role = ApprovalRole(rawValue: text) { return role }
    let folded = WordForm.fold(text)
    if let role = roleNames.role(named: folded) { return role }
    guard !ownRoles.isEmpty else { return nil }
    let name = ApprovalRole.name(folded)
    return ownRoles.first { $0.rawValue == folded || $0.rawValue == name }
      ?? ownRoles.first { $0.isNamed(in: folded) }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
      || " -_&/.,'".unicodeScalars.contains(scalar)
  }

  /// The role that the label of a box means.
  func role(ofLabel label: String) -> ApprovalRole? {
    let folded = WordForm.fold(label)
    if let role = roleNames.role(in: folded) { return role }
    return ownRoles.first { $0.isNamed(in: folded) } ?? ApprovalRole(label: label)
  }

  func expectedRoles(for text: String) -> String {
    let names = (ApprovalRole.known + ownRoles).map(\.rawValue)
    let meant = suggest(for: text, among: names).map { "; perhaps `\($0)`" } ?? ""
    return "one of " + names.joined(separator: ", ") + meant
  }

  /// Whether a name is left from the template. A board signs as itself, by the name that the
  /// template has for it.
  func isFiller(_ range: SourceRange, in file: SourceFile, of role: ApprovalRole) -> Bool {
    guard fillers.contains(range, in: file) else { return false }
    return !(role.isBoard && fillers.isBoard(file.text(range)))
  }

  /// The same for a name behind a box, also without what the template says beside it.
  func isFillerBehindBox(_ range: SourceRange, in file: SourceFile, of role: ApprovalRole) -> Bool {
    isFiller(range, in: file, of: role)
      || !role.isBoard && fillers.isReviewer(file.text(range))
  }

  /// Whether a name is one that the template writes, of a board or in the place of a reviewer.
  func isTemplates(_ range: SourceRange, in file: SourceFile) -> Bool {
    let name = file.text(range)
    return fillers.contains(range, in: file) || fillers.isBoard(name) || fillers.isReviewer(name)
  }

  /// The same for a text of the front matter.
  func isFiller(_ text: String, of role: ApprovalRole) -> Bool {
    let file = SourceFile(path: "", bytes: Array(text.utf8))
    return isFiller(SourceRange(0, file.bytes.count), in: file, of: role)
  }

  private func fold(_ text: String) -> String { WordForm.fold(text) }

  private static func expected(_ what: String, _ names: [String]) -> String {
    names.isEmpty
      ? "a \(what), but the policy's table of them was not understood"
      : "a \(what) of the policy: " + names.joined(separator: ", ")
  }

  private static func index(_ names: [String]) -> [String: String] {
    Dictionary(names.map { (WordForm.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func resolve(_ text: String, in index: [String: String]) -> String? {
    let folded = WordForm.fold(text)
    if let exact = index[folded] { return exact }
    guard !folded.isEmpty else { return nil }
    let longer = index.filter { $0.key.hasPrefix(folded + " ") }
    return longer.count == 1 ? longer.first?.value : nil
  }
}

/// One vocabulary for each policy of a book, in the book's order.
struct Vocabularies: Sendable {
  private let book: PolicyBook
  private let vocabularies: [Vocabulary]

  init(_ book: PolicyBook, words: RecordWords = RecordWords()) {
    self.book = book
    vocabularies = book.policies.map { Vocabulary(policy: $0, words: words) }
  }

  /// That of the policy in force at an instant; of the latest where the instant is not known.
  func vocabulary(at instant: Instant?) -> Vocabulary {
    guard let instant else { return vocabularies[vocabularies.count - 1] }
    return vocabularies[book.index(inForceAt: instant)]
  }
}

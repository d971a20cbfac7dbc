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

  package init(policy: Policy) {
    self.policy = policy
    sections = SectionNames(policy: policy)
    fillers = TemplateFillers(policy: policy)
    testLevels = TestLevels(policy: policy)
    types = Self.index(policy.types.map(\.name))
    risks = Self.index(policy.risks.map(\.name))
    categoryNames =
      policy.reviewMatrix.map(\.category) + (policy.testingMatrix?.rows.map(\.category) ?? [])
      + policy.preApproved.map(\.name)
    categories = Self.index(categoryNames)
    expectedTypes = Self.expected("type", policy.types.map(\.name))
    expectedRisks = Self.expected("risk level", policy.risks.map(\.name))
  }

  /// A name of the table of types; a short name stands for the one type that it begins.
  package func type(_ text: String) -> String? { Self.resolve(text, in: types) }
  /// The policy has a table of risks, and something of it was understood.
  var hasRisks: Bool { !risks.isEmpty }
  package func risk(_ text: String) -> String? { risks[fold(text)] }
  /// A row of the review matrix, the testing matrix or the catalogue of standard changes.
  package func category(_ text: String) -> String? { categories[fold(text)] }

  func expectedCategories(for text: String) -> String {
    let meant = suggest(for: text, among: categoryNames).map { ", perhaps `\($0)`" } ?? ""
    return "a category of the policy's review or testing matrix\(meant)"
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

  init(_ book: PolicyBook) {
    self.book = book
    vocabularies = book.policies.map(Vocabulary.init(policy:))
  }

  /// That of the policy in force at an instant; of the latest where the instant is not known.
  func vocabulary(at instant: Instant?) -> Vocabulary {
    guard let instant else { return vocabularies[vocabularies.count - 1] }
    return vocabularies[book.index(inForceAt: instant)]
  }
}

import Findings
import SourceText

/// CB102: the front matter, or `changebook.yml`, is not the plain YAML that is read.
package enum InvalidFrontMatter: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 102, title: "front matter is not valid YAML", severity: .error,
    explanation: """
      Front matter is plain YAML: keys, values, lists and nested keys, each key once. What does not
      parse has no facts to judge or count.

      Anchors, aliases, tags and several documents are refused though YAML knows them. They make a
      few bytes stand for millions, and a value stand somewhere else than where it is read.
      """,
    wrong: """
      ---
      id: CHG-2026-0042
      systems: [rpc-gateway, indexer
      ---
      """,
    right: """
      ---
      id: CHG-2026-0042
      systems: [rpc-gateway, indexer]
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .yamlSyntax(let words):
      finding(
        "the YAML does not parse: \(words)",
        help: "put text with `:`, `#`, `@` or brackets in quotes, and indent with spaces",
        at: problem.place)
    case .frontMatterUnclosed:
      finding(
        "the front matter is not closed", help: "end it with a line of `---`", at: problem.place)
    case .yamlConstruct(let construct):
      finding(
        "a YAML \(construct) is not taken", help: "write the value out where it belongs",
        at: problem.place)
    case .duplicateKey(let key):
      finding(
        "the key `\(key)` is given twice", help: "keep one of the two", at: problem.place)
    default: nil
    }
  }
}

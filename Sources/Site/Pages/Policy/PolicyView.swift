import Documents
import Findings
import Markdown
import PolicyReading
import Records
import Rules
import SourceText

/// A policy together with what its page says of it.
struct PolicyView {
  let publication: Publication
  let policy: Policy
  let route: Route
  private let sections: [MarkdownSection]
  /// How many findings cite a clause, by rule: by the clause's number.
  private let citations: [String: [RuleCode: Int]]
  /// The policy's notes, each of which stands below the first clause that leads to it.
  private let notes = WrittenFootnotes()

  init(_ policy: Policy, in publication: Publication) {
    self.publication = publication
    self.policy = policy
    route = publication.links.route(of: policy)
    sections = policy.document.sections
    var citations: [String: [RuleCode: Int]] = [:]
    for finding in publication.findings.all {
      guard let reference = finding.policy, let clause = reference.clause,
        reference.place.file.path == policy.file.path
      else { continue }
      citations[clause, default: [:]][finding.code, default: 0] += 1
    }
    self.citations = citations
  }

  /// The title's own section, which is the head of the page.
  private var titleSection: MarkdownSection? {
    sections.first.flatMap { $0.heading.level == 1 ? $0 : nil }
  }

  /// What stands under the policy's title.
  var facts: HTML {
    var writer = HTMLWriter()
    writer.open("div", class: "prose masthead")
    if let section = titleSection, !section.ownContent.isEmpty {
      writer.append(
        publication.html(policy.document, nodes: section.ownContent, at: route, notes: notes))
    }
    writer.close("div")
    return writer.finish()
  }

  var contents: HTML {
    var writer = HTMLWriter()
    writer.open("ol")
    var isNested = false
    for clause in policy.clauses where clause.level > 1 && clause.level <= 3 {
      let nests = clause.level == 3
      if nests, !isNested { writer.open("ol") }
      if !nests, isNested { writer.close("ol") }
      if !nests, isNested || clause.anchor != firstClause?.anchor { writer.close("li") }
      isNested = nests
      writer.open("li")
      writer.element("a", "href", "#\(Publication.textPrefix)\(clause.anchor)", clause.fullTitle)
      if nests { writer.close("li") }
    }
    if isNested { writer.close("ol") }
    if firstClause != nil { writer.close("li") }
    writer.open("li")
    writer.element("a", "href", "#understood", "What is understood")
    writer.close("li")
    writer.close("ol")
    return writer.finish()
  }

  private var firstClause: PolicyClause? {
    policy.clauses.first { $0.level > 1 && $0.level <= 3 }
  }

  /// The document, clause by clause.
  var clauses: HTML {
    var writer = HTMLWriter()
    for section in sections where section.heading.node != titleSection?.heading.node {
      let clause = policy.clauses.first { $0.anchor == section.heading.anchor }
      writer.open("div", "class", section.heading.level > 2 ? "clause sub" : "clause")
      writer.open("div", class: "prose")
      writer.append(
        publication.html(
          policy.document, nodes: section.heading.node..<section.ownContent.upperBound, at: route,
          notes: notes))
      writer.close("div")
      writeMargin(of: clause, to: &writer)
      writer.close("div")
    }
    return writer.finish()
  }

  /// The rules that a clause drives, and how many findings of each cite it.
  private func writeMargin(of clause: PolicyClause?, to writer: inout HTMLWriter) {
    guard let clause else { return }
    let cited = clause.number.flatMap { citations[$0] } ?? [:]
    let rules = RuleCatalogue.rules.map { $0.documentation }.filter {
      cited[$0.code] != nil || $0.enforces.map(clause.isNamed) == true
    }
    guard !rules.isEmpty else { return }
    writer.open("aside", "aria-label", "Rules driven by \(clause.fullTitle)")
    writer.open("ul")
    for rule in rules {
      writer.open("li")
      writer.element(
        "a", "href", Route.rule(rule.code.description).href(from: route), rule.code.description)
      writer.text(" \(rule.title): ")
      if let count = cited[rule.code] {
        writer.element(
          "a", "href", Route.findings(of: rule.code.description).href(from: route),
          counted(count, "finding", "findings"))
      } else {
        writer.text("no findings")
      }
      writer.close("li")
    }
    writer.close("ul")
    writer.close("aside")
  }
}

extension PolicyClause {
  /// `6.1 Review requirements by change type`.
  var fullTitle: String { number.map { "\($0) \(title)" } ?? title }

  /// Whether a rule's subject is this clause: one of the names begins with the other.
  fileprivate func isNamed(_ subject: String) -> Bool {
    let (a, b) = (title.lowercased(), subject.lowercased())
    return !b.isEmpty && (a.hasPrefix(b) || b.hasPrefix(a))
  }
}

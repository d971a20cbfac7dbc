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
  var facts: Prose {
    Prose(policy.document, titleSection?.ownContent ?? 0..<0, topHeading: 2, as: .masthead)
  }

  var contents: Contents {
    var entries: [Contents.Entry] = []
    for clause in policy.clauses where clause.level > 1 && clause.level <= 3 {
      let entry = Contents.Entry(clause.fullTitle, .here(Publication.textPrefix + clause.anchor))
      if clause.level == 3, !entries.isEmpty {
        entries[entries.count - 1].entries.append(entry)
      } else {
        entries.append(entry)
      }
    }
    return Contents(entries + [.init("What is understood", .here("understood"))])
  }

  /// The document, clause by clause.
  var clauses: [any Block] {
    sections.filter { $0.heading.node != titleSection?.heading.node }.map { section in
      let clause = policy.clauses.first { $0.anchor == section.heading.anchor }
      return Clause(
        title: clause?.fullTitle ?? "",
        text: Prose(
          policy.document, section.heading.node..<section.ownContent.upperBound,
          topHeading: section.heading.level),
        isPart: section.heading.level > 2, rules: clause.map(rules) ?? [])
    }
  }

  /// The rules that a clause drives, and how many findings of each cite it.
  private func rules(of clause: PolicyClause) -> [Clause.Rule] {
    let cited = clause.number.flatMap { citations[$0] } ?? [:]
    return RuleCatalogue.rules.map { $0.documentation }.filter {
      cited[$0.code] != nil || $0.enforces.map(clause.isNamed) == true
    }.map { rule in
      let code = rule.code.description
      let found = cited[rule.code].map { counted($0, "finding", "findings") }
      return Clause.Rule(
        code: code, title: rule.title,
        found: found.map { "\($0, to: .findings(code))" }
          ?? (publication.isChecked(rule) ? "no findings" : "not checked"))
    }
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

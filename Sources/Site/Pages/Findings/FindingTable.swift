import Documents
import Findings
import Records
import Reports
import SourceText

/// Findings of all rules and records, one a row.
struct FindingTable: Block {
  private struct Row: TemplateModel {
    let finding: Finding
    let publication: Publication
    /// The change that it is about; nil for an incident, a page, the policy.
    let change: Change?

    init(_ finding: Finding, in publication: Publication) {
      self.finding = finding
      self.publication = publication
      change = publication.links.change(ofPath: finding.place.file.path)
        .map { publication.register.changes[$0] }
    }

    static let fields = TemplateFields<Self>(
      .text("rank", "The place of the severity among all, the most severe first.") { $0.rank },
      .rich("severity", "How severe it is, and whether it was accepted.") { $0.severity },
      .rich("rule", "The code of its rule, with a link to what the rule means.") { $0.rule },
      .rich("message", "What is wrong, and in which line.") { $0.message },
      .rich("record", "The record, with a link.") { $0.record },
      .text("title", "The title of the record.") { $0.title },
      .text(
        "owner", "Who has to act on a change: its owner, else its implementer, else its requester."
      ) { $0.owner },
      .text("type", "The type of a change.") { $0.type })

    var rank: String { "\(finding.rank)" }

    var severity: RichText {
      RichText([.severity(finding.severity, isWaived: finding.waiver != nil)])
    }

    var rule: RichText {
      let code = finding.code.description
      return "\(code, to: .rule(code))"
    }

    var message: RichText {
      "\(RichText(sentence: finding.message)) (line \(finding.place.start.line))"
    }

    var record: RichText {
      let path = finding.place.file.path
      let name = publication.links.shortName(ofPath: path)
      guard publication.links.route(ofPath: path) != nil else { return RichText([.code(path)]) }
      return RichText([.id(.file(path), change?.id ?? name)])
    }

    var title: String {
      change.map { $0.title?.value ?? "Untitled change" }
        ?? finding.record.flatMap { publication.register.incident($0)?.title?.value } ?? ""
    }

    var owner: String {
      change.map { $0.holder?.name.value ?? "not stated" } ?? ""
    }

    var type: String { change.map { $0.type?.value ?? "not stated" } ?? "" }

    var cells: [RichText] {
      [severity, rule, message, record, RichText(title), RichText(owner), RichText(type)]
    }
  }

  private let caption: String
  private let rows: [Row]

  init(_ findings: some Sequence<Finding>, caption: String, in publication: Publication) {
    self.caption = caption
    rows = findings.map { Row($0, in: publication) }
  }

  static let name = "finding-table"

  static let fields = TemplateFields<Self>(
    .text("caption", "What the table shows, for those who do not see it.") { $0.caption },
    .list("findings", "The findings.") { $0.rows })

  var isEmpty: Bool { rows.isEmpty }

  /// The same where nothing filters it.
  private var table: Table {
    Table(
      caption, ["Severity", "Rule", .words("Finding"), "Record", "Title", "Owner", "Type"],
      rows.map(\.cells))
  }

  func write(to writer: inout TextWriter) { table.write(to: &writer) }

  func write(to writer: inout MarkdownWriter) { table.write(to: &writer) }

  func write(to writer: inout MailWriter) { table.write(to: &writer) }
}

extension Finding {
  /// The worst is 0; what somebody accepted comes last.
  fileprivate var rank: Int {
    waiver == nil
      ? Severity.allCases.firstIndex(of: severity) ?? 0 : Severity.allCases.count
  }
}

extension FindingsIndex {
  /// The worst first, those of one severity by record and place.
  var worstFirst: [Finding] {
    let ranks = all.map(\.rank)
    return all.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { all[$0] }
  }
}

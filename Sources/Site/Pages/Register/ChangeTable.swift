import Chronology
import Documents
import Findings
import PolicyReading
import Records
import Reports
import SourceText

/// Changes as the register lists them, each with what the filters compare.
struct ChangeTable: Block {
  private struct Row: TemplateModel {
    let change: Change
    let publication: Publication

    static let fields = TemplateFields<Self>(
      .text("id", "The id of the change.") { $0.change.id },
      .target("href", "The address of its page.") { .change($0.change.id) },
      .text("title", "What is changed.") { $0.change.title?.value ?? "Untitled change" },
      .optionalText("type", "The type, where it is stated.") { $0.change.type?.value },
      .optionalText("risk", "The risk, where it is stated.") { $0.change.risk?.value },
      .optionalText("riskRank", "The place of the risk among those of the policy.") { $0.riskRank },
      .rich("systems", "The systems, each with a link.") {
        $0.publication.systems($0.change.systems)
      },
      .optionalText("outcome", "How it ended.") { $0.change.outcome?.value.words },
      .text("stage", "The stage that it has come to.") {
        $0.publication.stage(of: $0.change).rawValue
      },
      .rich("standing", "How it ended, or its stage.") { $0.publication.standing(of: $0.change) },
      .rich("at", "The instant that places it in a month.") {
        $0.change.anchor.map { "\(Inline.instant($0))" } ?? ""
      },
      .rich("findings", "How many findings there are, with a link.") {
        $0.publication.findingCounts(of: $0.change)
      },
      .text("findingsWeight", "A number that is greater the worse the findings are.") {
        $0.findingsWeight
      },
      .text("people", "Those whom it names, with a bar between each two.") {
        $0.change.peopleNamed.unique.joined(separator: "|")
      },
      .flag("wentWrong", "It failed, was rolled back or aborted, had issues or caused an incident.")
      {
        $0.change.wentWrong
      })

    /// Four digits for each severity, the most severe first.
    private var findingsWeight: String {
      let counts = FindingCounts(publication.findings.of(path: change.file.path)).open
      let weight = Severity.allCases.reduce(0) { weight, severity in
        weight * 10_000 + (counts.first { $0.severity == severity }?.count ?? 0)
      }
      return "\(weight)"
    }

    private var riskRank: String? {
      guard let risk = change.risk?.value else { return nil }
      return publication.register.policy(for: change).risks.first { $0.name == risk }?.rank
        .description
    }
  }

  private let caption: String
  private let rows: [Row]

  /// - Parameter changes: Indices of the register's changes.
  init(_ changes: ArraySlice<Int>, caption: String, in publication: Publication) {
    self.caption = caption
    rows = changes.map { Row(change: publication.register.changes[$0], publication: publication) }
  }

  static let name = "changes"

  static let fields = TemplateFields<Self>(
    .text("caption", "What the table shows, for those who do not see it.") { $0.caption },
    .list("changes", "The changes.") { $0.rows })

  var isEmpty: Bool { rows.isEmpty }

  /// The same where nothing filters it.
  private var table: Table {
    Table(
      caption, ["Change", .words("Title"), "Type", "Risk", "Systems", "Status", "Date"],
      rows.map { row in
        [
          RichText([.id(.change(row.change.id), row.change.id)]),
          RichText(row.change.title?.value ?? "Untitled change"),
          RichText(row.change.type?.value ?? "not stated"),
          RichText(row.change.risk?.value ?? "not stated"),
          row.publication.systems(row.change.systems), row.publication.standing(of: row.change),
          row.change.anchor.map { "\(Inline.instant($0))" } ?? "no date",
        ]
      })
  }

  func write(to writer: inout TextWriter) { table.write(to: &writer) }

  func write(to writer: inout MarkdownWriter) { table.write(to: &writer) }

  func write(to writer: inout MailWriter) { table.write(to: &writer) }
}

extension Change {
  /// It failed, was rolled back or aborted, ended with issues, or caused an incident.
  var wentWrong: Bool {
    switch outcome?.value {
    case .failed, .rolledBack, .aborted, .successfulWithIssues: true
    case .successful, .cancelled, .rejected, nil: !causedIncidents.isEmpty
    }
  }
}

extension [String] {
  /// Each once, in its order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

import Chronology
import Documents
import Findings
import History
import Markdown
import PolicyReading
import Records
import Reports
import Rules
import SourceText

extension ComplianceView {
  /// What a page lists of the audit log, of duties or of what may go.
  private static var mostRows: Int { 100 }

  /// Who had which part, and which parts one person had two of.
  func planDuties() -> PlannedPage {
    PlannedPage(
      "Segregation of duties", at: .duties, in: .compliance, below: Self.trail, publication
    ) {
      let rows = publication.trail.duties.value
      let overlapping = rows.filter { !$0.overlaps.isEmpty }
      let matrix = Table(
        "Two parts in one hand", ["Overlap", .number("Changes")],
        DutyOverlap.allCases.map { overlap in
          [
            RichText(overlap.rawValue.capitalisedFirst),
            RichText("\(rows.count { $0.overlaps.contains(overlap) })"),
          ]
        })
      let note: RichText =
        publication.history.absence == nil
        ? "Committers are as git names them, which does not check it."
        : "\(publication.historyNote) Committers are not known."
      return Document(
        kicker: "Compliance", title: "Segregation of duties",
        lead: """
          \(counted(overlapping.count, "change", "changes").capitalisedFirst) of \
          \(rows.count) \(overlapping.count == 1 ? "has" : "have") one person in two of these parts. Boards are left \
          out.
          """,
        [
          Section("overlaps", "Overlaps", [matrix, Note(note)]),
          Section(
            "changes", "Changes with one person in two parts",
            [
              dutyTable(overlapping.suffix(Self.mostRows).reversed()),
              rest("duties.csv", shown: min(overlapping.count, Self.mostRows), of: rows.count),
            ]),
        ])
    }
  }

  private func dutyTable(_ rows: [DutyRow]) -> any Block {
    Table(
      "Changes with one person in two parts",
      [
        "Change", "Requester", "Implementer", .words("Approvers"), .words("Committers"),
        .words("Overlap"),
      ],
      rows.map { row in
        [
          "\(Inline.id(.change(row.change.id), row.change.id))", list(row.requesters),
          list(row.implementers), list(row.approvers), list(row.committers),
          list(row.overlaps.map(\.rawValue)),
        ]
      }
    ).or("There is none.")
  }

  private func list(_ texts: [String]) -> RichText {
    RichText(texts.isEmpty ? "–" : texts.joined(separator: ", "))
  }

  private func rest(_ file: String, shown: Int, of count: Int) -> Note {
    Note(
      "\(shown) of \(count) changes stand here; all of them are in \(file, to: .route(.data(file)))."
    )
  }

  func planAuditLog() -> PlannedPage {
    PlannedPage("Audit log", at: .auditLog, in: .compliance, below: Self.trail, publication) {
      let rows = publication.trail.log.value
      let shown = rows.filter { $0.when != nil }.suffix(Self.mostRows).reversed()
      return Document(
        kicker: "Compliance", title: "Audit log",
        lead: "What was changed, by whom, when, why, and who approved it: the latest first.",
        [
          Table(
            "Audit log",
            ["When", "Change", .words("What"), "Who", .words("Why"), .words("Approved by")],
            shown.map { row in
              [
                row.when.map { "\(Inline.instant($0))" } ?? "–",
                "\(Inline.id(.change(row.id), row.id))",
                RichText(row.change?.title?.value ?? "not stated"),
                RichText(row.who ?? "not stated"),
                RichText(row.why ?? "not stated"), approvals(of: row),
              ]
            }
          ).or("No change was made yet."),
          rest("audit-log.csv", shown: shown.count, of: rows.count),
          Section("unopened", "Not opened", [unopened(rows)]),
          Paragraph(
            "The same as \("JSON Lines", to: .route(.data("audit-log.jsonl"))). Edits of each record, commit by commit, are in \("history.json", to: .route(.data("history.json")))."
          ),
        ])
    }
  }

  /// Files of which nobody knows whether they are records, and of which time.
  private func unopened(_ rows: [AuditLogRow]) -> any Block {
    Table(
      "Not opened", ["File", .words("Why")],
      rows.compactMap { row in
        row.unopened.map { ["\(Inline.path(row.file))", RichText(sentence: $0)] }
      }
    ).or("Every file among the records was opened.")
  }

  /// As the log has them, with instants as pages show them.
  private func approvals(of row: AuditLogRow) -> RichText {
    let approvals = row.approvals.map { approval -> RichText in
      approval.at.map { "\(approval.words), \(Inline.instant($0))" } ?? RichText(approval.words)
    }
    return approvals.isEmpty ? "–" : approvals.joined(by: "; ")
  }

  func planRetention() -> PlannedPage {
    PlannedPage("Retention", at: .retention, in: .compliance, below: Self.trail, publication) {
      let register = publication.register
      let policy = register.policies.inForce(at: publication.asOf)
      let dated = register.changes.compactMap { change in
        change.anchor.map { (change: change, at: $0) }
      }
      let oldest = dated.min { $0.at < $1.at }
      let free = policy.retention.map { retention in
        dated.filter { mayGo($0.change, retention.value).map { $0 <= publication.asOf } ?? false }
          .map(\.change.id)
      }
      let history = publication.history
      let removed: any Block =
        history.absence == nil
        ? Table(
          "Records that were removed",
          ["Record", "File", "When", .words("Why"), "By", "Commit", "Instead"],
          history.lost.map { lost in
            [
              RichText(lost.id), "\(Inline.path(lost.path))",
              lost.commit?.committed.map { "\(Inline.instant($0))" }
                ?? (lost.isCommitted ? "not committed yet" : "not known"),
              RichText(lost.commit?.subject ?? "–"),
              lost.commit.map { RichText(publication.author(of: $0)) } ?? "–",
              lost.commit.map { "\(Inline.code($0.shortID))" } ?? "–",
              RichText(lost.replacement.map { $0 == lost.id ? "another of its id" : $0 } ?? "–"),
            ]
          }
        ).or("git's history knows of no record that was removed.")
        : Note(publication.historyNote)
      return Document(
        kicker: "Compliance", title: "Retention",
        lead: policy.retention.map { "Records are kept for \($0.value.text)." }
          ?? "The policy says nothing of how long records are kept.",
        [
          Facts([
            Fact(
              "Records",
              "\(counted(register.changes.count, "change", "changes")), \(counted(register.incidents.count, "incident", "incidents"))"
            ),
            Fact(
              "Oldest",
              oldest.map { "\($0.change.id, to: .change($0.change.id)), \(Inline.instant($0.at))" }
                ?? "no record has a time"),
            Fact(
              "It may go",
              policy.retention.flatMap { retention in
                oldest.flatMap { mayGo($0.change, retention.value) }
              }.map { "\(Inline.instant($0))" } ?? "not known"),
            Fact(
              "Clause",
              policy.retention.flatMap { retention in
                retention.reference.clause.map { "\("§\($0)", to: .clause(retention.reference))" }
              } ?? ""),
          ]),
          Section("removed", "Removed", [removed]),
          Section(
            "free", "May go",
            [
              free.map { ids -> any Block in
                ids.isEmpty
                  ? EmptyState("No record is old enough.")
                  : RecordList(ids.prefix(Self.mostRows).map { RecordList.Entry($0) })
              } ?? EmptyState("It cannot be told without a time in the policy.")
            ]
              + (free.map { ids in
                ids.count > Self.mostRows
                  ? [Note("\(Self.mostRows) of \(ids.count) records stand here.")] : []
              } ?? [])),
        ])
    }
  }

  /// When the retention of a record is over.
  private func mayGo(_ change: Change, _ retention: Retention) -> Instant? {
    change.lastInstant.flatMap { retention.end(after: $0, in: publication.zone) }
  }
}

import Chronology
import Documents
import Findings
import PolicyReading
import SourceText

extension PolicyView {
  /// The tables and sentences that were read, each with where it stands, and what was not.
  var understood: [any Block] {
    [
      Paragraph(
        "Types, risks, required fields, reviewers, tests, windows, freezes, targets and deadlines are read out of the text above; nothing of them is set anywhere else."
      ), tables, statements, FindingList(publication.findings.of(path: policy.file.path)),
    ]
  }

  private var tables: any Block {
    Table(
      "Tables that were recognised", ["Table", "Clause", .number("Rows")],
      policy.tables.map { table in
        let clause = table.clause.map { clause -> RichText in
          "\(clause.fullTitle, to: .here(Publication.textPrefix + clause.anchor))"
        }
        return [
          RichText(table.key.rawValue.capitalisedFirst),
          clause ?? "line \(table.place.start.line)", "\(table.rows)",
        ]
      }, showsCaption: true
    ).or("No table was recognised.")
  }

  private var statements: Facts {
    var statements: [(name: String, value: String, reference: PolicyReference)] = []
    if let deadline = policy.reviewDeadline {
      statements.append(
        (
          "Review after an emergency", "within \(DurationText.describe(seconds: deadline.value))",
          deadline.reference
        )
      )
    }
    if let retention = policy.retention {
      statements.append(("Retention", retention.value.text, retention.reference))
    }
    if let threshold = policy.voteThreshold {
      statements.append(("Vote that carries", threshold.value.text, threshold.reference))
    }
    for duty in policy.reporting {
      statements.append(("Report each \(duty.period.rawValue)", duty.content, duty.reference))
    }
    for target in policy.targets {
      statements.append(("Target of \(target.metric)", target.text, target.reference))
    }
    return Facts(
      statements.map { statement in
        let clause: RichText =
          statement.reference.clause.map {
            " (\("§\($0)", to: .clause(statement.reference)))"
          } ?? ""
        return Fact(statement.name, "\(statement.value)\(clause)")
      })
  }
}

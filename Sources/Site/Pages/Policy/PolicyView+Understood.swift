import Chronology
import Documents
import Findings
import Markdown
import PolicyReading
import SourceText

extension PolicyView {
  /// The tables and sentences that were read, each with where it stands, and what was not.
  var understood: HTML {
    var writer = HTMLWriter()
    writer.element(
      "p",
      "Types, risks, required fields, reviewers, tests, windows, freezes, targets and deadlines are "
        + "read out of the text above; nothing of them is set anywhere else.")
    writeTables(to: &writer)
    writeStatements(to: &writer)
    writer.findings(
      Array(publication.findings.of(path: policy.file.path)), at: route, links: publication.links)
    return writer.finish()
  }

  private func writeTables(to writer: inout HTMLWriter) {
    guard !policy.tables.isEmpty else {
      writer.element("p", class: "empty", "No table was recognised.")
      return
    }
    writer.open("div", class: "scroll")
    writer.open("table")
    writer.element("caption", "Tables that were recognised")
    writer.open("thead")
    writer.open("tr")
    writer.element("th", "scope", "col", "Table")
    writer.element("th", "scope", "col", "Clause")
    writer.element("th", ["scope": "col", "class": "n"], "Rows")
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for table in policy.tables {
      writer.open("tr")
      writer.element("th", "scope", "row", table.key.rawValue.capitalisedFirst)
      writer.open("td")
      if let clause = table.clause {
        writer.element("a", "href", "#\(Publication.textPrefix)\(clause.anchor)", clause.fullTitle)
      } else {
        writer.text("line \(table.place.start.line)")
      }
      writer.close("td")
      writer.element("td", class: "n", "\(table.rows)")
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
  }

  private func writeStatements(to writer: inout HTMLWriter) {
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
    guard !statements.isEmpty else { return }
    writer.open("dl", class: "facts")
    for statement in statements {
      writer.element("dt", statement.name)
      writer.open("dd")
      writer.text(statement.value)
      if let clause = statement.reference.clause {
        writer.text(" (")
        writer.element(
          "a",
          [
            "href": publication.links.clause(statement.reference)?.route
              .href(from: route, fragment: publication.links.clause(statement.reference)?.anchor)
          ], "§\(clause)")
        writer.text(")")
      }
      writer.close("dd")
    }
    writer.close("dl")
  }
}

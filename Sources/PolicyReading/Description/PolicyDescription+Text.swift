import Chronology
import Findings
import SourceText

/// What was understood of a policy, for its owner at a terminal: the document, each table with
/// the lines of its rows, what the text says besides, the clauses, and what was not understood or
/// is not there.
package func describeAsText(_ policy: Policy, style: TextStyle = .plain) -> String {
  var page = TextPage(style: style)
  let path = policy.file.path
  page.heading(policy.title)
  page.table(documentRows(policy), gutter: false)

  for section in PolicyDescription(policy).sections {
    let clause = section.clause.map { " (§\($0))" } ?? ""
    let place = section.place.map { "\($0.file.path):\($0.start.line)" } ?? path
    page.heading(section.title, at: place + clause)
    page.table(section.rows.map { ("\($0.line)", $0.cells) })
    if !section.unread.isEmpty {
      page.paragraph("Shown, and read by nothing: \(section.unread.joined(separator: ", "))")
    }
  }

  let statements = PolicyDescription.statements(policy).map { ("\($0.line)", $0.cells) }
  if !statements.isEmpty || policy.template != nil {
    page.heading("Said in the text")
    page.table(statements + templateRows(policy))
  }

  page.heading("Clauses")
  page.table(
    PolicyDescription.uses(policy).filter { $0.clause.number != nil }.map { entry in
      (
        "\(entry.clause.place.start.line)",
        [
          "§\(entry.clause.number ?? "")", entry.clause.title,
          entry.uses.isEmpty ? "–" : entry.uses.joined(separator: ", "),
        ]
      )
    })

  let others = SeenTable.all(in: policy)
  if !others.isEmpty {
    page.heading("Tables that are shown, and decide nothing · \(others.count)")
    page.table(
      others.map { ("\($0.line)", $0.nearest == nil ? [$0.head] : [$0.head, $0.likeness]) })
  }

  appendProblems(policy, to: &page)
  return page.text
}

private func documentRows(_ policy: Policy) -> [(String, [String])] {
  var rows = [("", ["File", policy.file.path])]
  let metadata = policy.metadata
  if let id = metadata.id { rows.append(("", ["Document", id.value])) }
  if let version = metadata.version { rows.append(("", ["Version", version.value])) }
  rows.append(
    (
      "",
      ["In force from", metadata.effective?.value.description ?? "the beginning: no date is given"]
    ))
  if let cycle = metadata.reviewCycle?.value {
    rows.append(("", ["Reviewed", "every \(counted(cycle.months, "month"))"]))
  }
  if let owner = metadata.owner { rows.append(("", ["Owner", owner.value])) }
  rows.append(("", ["Times in", policy.zone.words]))
  rows.append(("", ["Numbers below", "lines of the file"]))
  return rows
}

private func templateRows(_ policy: Policy) -> [(String, [String])] {
  guard let template = policy.template else { return [] }
  let lines = template.text.utf8.count { $0 == 0x0A }
  let place = template.place
  let clause = policy.clauses.last { $0.place.range.lower <= place.range.lower }?.number
  return [
    (
      "\(place.start.line)",
      [
        "Records are made from a template", clause.map { "§\($0)" } ?? "",
        "\(counted(lines, "line")), \(counted(template.fillers.count, "text")) to replace",
      ]
    )
  ]
}

private func appendProblems(_ policy: Policy, to page: inout TextPage) {
  let absent = policy.problems.filter(\.kind.isAbsence)
  let problems = policy.problems.filter { !$0.kind.isAbsence }
  if !problems.isEmpty {
    page.heading("Not understood · \(problems.count)")
    for problem in problems {
      let start = problem.place.start
      page.paragraph(
        "\(problem.place.file.path):\(start.line):\(start.column): \(problem.kind.policyWords)")
    }
  }
  if !absent.isEmpty {
    page.heading("Not in the policy, so off · \(absent.count)")
    for problem in absent {
      switch problem.kind {
      case .tableAbsent(let name, let features): page.paragraph("Table of \(name): \(features)")
      case .clauseAbsent(let name, let features): page.paragraph("Clause on \(name): \(features)")
      default: continue
      }
    }
  }
  if policy.problems.isEmpty {
    page.heading("Everything that changebook looks for was found and understood.")
  }
}

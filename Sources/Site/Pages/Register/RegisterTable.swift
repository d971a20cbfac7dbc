import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

/// The rows of a register, each with what the filters compare in its attributes.
///
/// `changes` are indices of the register's changes.
func registerTable(
  _ changes: ArraySlice<Int>, caption: String, at route: Route, in publication: Publication
) -> HTML {
  guard !changes.isEmpty else { return .empty }
  var writer = HTMLWriter()
  writer.reserve(changes.count * 640)
  writer.open("table", ["data-register": ""])
  writer.element("caption", class: "unseen", caption)
  writer.open("thead")
  writer.open("tr")
  for name in [
    "Change", "What", "Type", "Risk", "Systems", "Outcome or stage", "When", "Findings",
  ] {
    writer.element("th", ["scope": "col"], name)
  }
  writer.close("tr")
  writer.close("thead")
  writer.open("tbody")
  for change in changes {
    writer.registerRow(publication.register.changes[change], at: route, in: publication)
    writer.newline()
  }
  writer.close("tbody")
  writer.close("table")
  return writer.finish()
}

extension HTMLWriter {
  fileprivate mutating func registerRow(
    _ change: Change, at route: Route, in publication: Publication
  ) {
    let policy = publication.register.policy(for: change)
    let stage = publication.stage(of: change)
    let systems = change.systems.map(\.value)
    open(
      "tr",
      [
        "data-type": change.type?.value, "data-risk": change.risk?.value,
        "data-system": systems.joined(separator: "|"),
        "data-outcome": change.outcome?.value.words, "data-stage": stage.rawValue,
      ])
    open("td")
    element("a", ["class": "id", "href": Route.change(change.id).href(from: route)], change.id)
    close("td")
    element("td", class: "what", change.title?.value ?? "Untitled change")
    element("td", change.type?.value ?? "not stated")
    let rank = policy.risks.first { $0.name == change.risk?.value }?.rank
    element("td", ["data-key": rank.map { "\($0)" }], change.risk?.value ?? "not stated")
    open("td")
    self.systems(change.systems, at: route, in: publication)
    close("td")
    open("td")
    standing(change, stage: stage)
    close("td")
    let anchor = change.anchor
    open("td", ["data-key": anchor.map { "\($0.secondsSinceEpoch)" }])
    if let anchor { time(anchor, in: publication.zone) } else { text("no instant") }
    close("td")
    open("td")
    let findings = publication.findings.of(path: change.file.path)
    if findings.isEmpty {
      text("none")
    } else {
      open("a", ["class": "plain", "href": Route.change(change.id).href(from: route)])
      findingCounts(findings)
      close("a")
    }
    close("td")
    close("tr")
  }

  /// How a change ended, or the stage it has come to.
  mutating func standing(_ change: Change, stage: WorkflowStage) {
    if let outcome = change.outcome?.value {
      element("span", ["class": outcome.mark], outcome.words)
    } else {
      element("span", class: "mark-none", stage.rawValue)
    }
  }
}

/// The selections above a register; the script fills them with the values of the rows.
func registerFilters(_ policy: Policy) -> HTML {
  var writer = HTMLWriter()
  for (name, label, order) in [
    ("type", "Type", policy.types.map(\.name)),
    ("risk", "Risk", policy.risks.map(\.name)),
    ("system", "System", []),
    ("outcome", "Outcome", Outcome.allCases.map(\.words)),
    ("stage", "Stage", WorkflowStage.allCases.map(\.rawValue)),
  ] {
    writer.open("label")
    writer.text(label)
    writer.open("select", ["name": name, "data-order": order.joined(separator: "|")])
    writer.element("option", ["value": ""], "any")
    writer.close("select")
    writer.close("label")
  }
  return writer.finish()
}

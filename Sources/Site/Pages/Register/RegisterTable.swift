import Chronology
import Markdown
import PolicyReading
import Records
import Reports
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
  writer.open("table", "data-register", "")
  writer.element("caption", class: "unseen", caption)
  writer.open("thead")
  writer.open("tr")
  for name in [
    "Change", "What", "Type", "Risk", "Systems", "Outcome or stage", "When", "Findings",
  ] {
    writer.element("th", "scope", "col", name)
  }
  writer.close("tr")
  writer.close("thead")
  writer.open("tbody")
  var rows = RegisterRows(at: route, in: publication)
  for change in changes {
    rows.write(publication.register.changes[change], to: &writer)
    writer.newline()
  }
  writer.close("tbody")
  writer.close("table")
  return writer.finish()
}

/// Writes the rows of one register. What many of them have alike is made once.
private struct RegisterRows {
  private let route: Route
  private let publication: Publication
  private let links: RecordLinks
  /// By the way in which records write the name.
  private var systems: [String: HTML] = [:]
  private var outcomes: [Outcome: HTML] = [:]
  private var stages: [WorkflowStage: HTML] = [:]

  init(at route: Route, in publication: Publication) {
    self.route = route
    self.publication = publication
    links = RecordLinks(toIncidents: false, from: route)
  }

  mutating func write(_ change: Change, to writer: inout HTMLWriter) {
    let stage = publication.stage(of: change)
    let href = links.href(change.id)
    writer.open(
      "tr",
      [
        "data-type": change.type?.value, "data-risk": change.risk?.value,
        "data-system": names(of: change.systems), "data-outcome": change.outcome?.value.words,
        "data-stage": stage.rawValue,
      ])
    writer.markup("<td>")
    writer.recordLink(change.id, to: href)
    writer.markup("</td>")
    writer.element("td", class: "what", change.title?.value ?? "Untitled change")
    writer.element("td", change.type?.value ?? "not stated")
    write(risk: change, to: &writer)
    writer.markup("<td>")
    write(change.systems, to: &writer)
    writer.markup("</td><td>")
    writer.append(standing(of: change, stage: stage))
    writer.markup("</td>")
    write(change.anchor, to: &writer)
    writer.markup("<td>")
    let findings = publication.findings.of(path: change.file.path)
    if findings.isEmpty {
      writer.text("none")
    } else {
      writer.open("a", ["class": "plain", "href": href])
      writer.findingCounts(findings)
      writer.close("a")
    }
    writer.markup("</td></tr>")
  }

  private func names(of systems: [Located<String>]) -> String {
    systems.count == 1 ? systems[0].value : systems.map(\.value).joined(separator: "|")
  }

  private func write(risk change: Change, to writer: inout HTMLWriter) {
    guard let risk = change.risk?.value else { return writer.element("td", "not stated") }
    let risks = publication.register.policy(for: change).risks
    guard let rank = risks.first(where: { $0.name == risk })?.rank else {
      return writer.element("td", risk)
    }
    writer.element("td", "data-key", rank.description, risk)
  }

  private func write(_ anchor: Instant?, to writer: inout HTMLWriter) {
    if let anchor {
      writer.open("td", "data-key", anchor.secondsSinceEpoch.description)
      writer.time(anchor, in: publication.zone)
    } else {
      writer.open("td")
      writer.text("no instant")
    }
    writer.close("td")
  }

  private mutating func write(_ names: [Located<String>], to writer: inout HTMLWriter) {
    for (index, name) in names.enumerated() {
      if index > 0 { writer.text(", ") }
      writer.append(link(toSystem: name.value))
    }
  }

  private mutating func link(toSystem name: String) -> HTML {
    if let known = systems[name] { return known }
    var writer = HTMLWriter()
    writer.link(name, href: publication.systems.route(ofSystem: name)?.href(from: route))
    let html = writer.finish()
    systems[name] = html
    return html
  }

  private mutating func standing(of change: Change, stage: WorkflowStage) -> HTML {
    let outcome = change.outcome?.value
    if let known = outcome.map({ outcomes[$0] }) ?? stages[stage] { return known }
    var writer = HTMLWriter()
    writer.standing(change, stage: stage)
    let html = writer.finish()
    if let outcome { outcomes[outcome] = html } else { stages[stage] = html }
    return html
  }
}

extension HTMLWriter {
  /// How a change ended, or the stage it has come to.
  mutating func standing(_ change: Change, stage: WorkflowStage) {
    if let outcome = change.outcome?.value {
      element("span", "class", outcome.tone.markClass, outcome.words)
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
    writer.element("option", "value", "", "any")
    writer.close("select")
    writer.close("label")
  }
  return writer.finish()
}

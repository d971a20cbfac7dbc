import Chronology
import Markdown
import Records
import SourceText

/// The incidents, the latest first.
func incidentList(_ publication: Publication, at route: Route) -> HTML {
  incidentList(publication.register.incidents, publication, at: route)
}

/// Some incidents, the latest first.
func incidentList(
  _ incidents: [Incident], _ publication: Publication, at route: Route
) -> HTML {
  let incidents = incidents.sorted { a, b in
    let (x, y) = (a.started?.value, b.started?.value)
    guard x != y else { return a.id < b.id }
    guard let x, let y else { return y == nil }
    return x > y
  }
  var writer = HTMLWriter()
  guard !incidents.isEmpty else {
    writer.element(
      "p", ["class": "empty"],
      "No incident is on record. One is a Markdown file under content/incidents.")
    return writer.finish()
  }
  writer.open("ul", class: "list")
  for incident in incidents {
    writer.open("li")
    writer.record(incident.id, at: route, in: publication)
    writer.open("p", class: "help")
    if let started = incident.started?.value {
      writer.time(started, in: publication.zone)
      writer.text(", ")
    }
    if let resolved = incident.resolved?.value, let started = incident.started?.value {
      writer.text("resolved after \(DurationText.describe(seconds: resolved - started))")
    } else {
      writer.text(incident.resolved == nil ? "not resolved" : "resolved")
    }
    writer.close("p")
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

/// The freezes that were declared, by path.
func freezeList(_ publication: Publication, at route: Route) -> HTML {
  guard !publication.register.freezes.isEmpty else {
    return .notice(
      "No freeze is declared. One is a Markdown file under content/freezes; those of every year "
        + "stand in the policy.")
  }
  return freezeList(publication.register.freezes, publication, at: route)
}

/// Some declared freezes, in their order.
func freezeList(
  _ freezes: [DeclaredFreeze], _ publication: Publication, at route: Route
) -> HTML {
  var writer = HTMLWriter()
  writer.open("ul", class: "list")
  for freeze in freezes {
    writer.open("li")
    writer.element("strong", freeze.name.value)
    writer.open("p", class: "help")
    if let from = freeze.from?.value, let to = freeze.to?.value, from <= to {
      writer.time(Interval(start: from, end: to), in: publication.zone)
    } else {
      writer.text("without both ends")
    }
    if let allowed = freeze.allowed?.value { writer.text(" · \(allowed)") }
    writer.text(" · ")
    if freeze.systems.isEmpty { writer.text("all systems") }
    writer.systems(freeze.systems, at: route, in: publication)
    writer.close("p")
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

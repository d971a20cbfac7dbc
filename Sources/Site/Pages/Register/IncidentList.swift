import Calendar
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
      "p", class: "empty",
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

/// The freezes that were declared.
func freezeList(_ publication: Publication, at route: Route) -> HTML {
  guard !publication.register.freezes.isEmpty else {
    return .notice(
      "No freeze is declared. One is a Markdown file under content/freezes; those of every year "
        + "stand in the policy.")
  }
  return freezeList(publication.register.freezes, publication, at: route)
}

/// Some declared freezes by their start, then those that are none for want of a start or with their
/// end before it.
func freezeList(
  _ freezes: [DeclaredFreeze], _ publication: Publication, at route: Route
) -> HTML {
  let paths = Set(freezes.map(\.file.path))
  let entries = publication.calendar.freezes.all.filter { entry in
    if case .declaration(let declared) = entry.freeze.source {
      paths.contains(declared.file.path)
    } else {
      false
    }
  }
  let clear = Set(entries.map(\.freeze.place.file.path))
  var writer = HTMLWriter()
  if !entries.isEmpty { writer.freezeList(entries, at: route, publication) }
  let unclear = freezes.filter { !clear.contains($0.file.path) }
  guard !unclear.isEmpty else { return writer.finish() }
  writer.open("ul", class: "list")
  for freeze in unclear {
    writer.open("li")
    writer.name(freeze.name.value)
    writer.open("p", class: "help")
    writer.text("without a start and an end in order, in ")
    writer.path(freeze.file.path)
    writer.close("p")
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

/// Puts the end of an incident into its front matter; nil where it is there already.
///
/// - Parameter bytes: The incident's file as it is on disk.
package func markResolved(
  _ incident: Incident, _ report: EventReport, bytes: [UInt8], asOf: Instant
) throws -> [UInt8]? {
  guard report.event.isOfIncidents else {
    throw EventRefusal.record("\(incident.id) is an incident, and incidents are resolved")
  }
  guard report.by == nil, report.role == nil, report.outcome == nil, report.reason == nil else {
    throw EventRefusal.usage("of an incident only --at says something")
  }
  let at = report.at ?? asOf
  guard at <= asOf else { throw EventRefusal.usage("\(WrittenInstant.text(at)) lies ahead") }
  if let resolved = incident.resolved {
    if report.at == nil || at == resolved.value { return nil }
    throw EventRefusal.record(
      "\(incident.id) was resolved at \(WrittenInstant.text(resolved.value)) already")
  }
  if let started = incident.started, at < started.value {
    throw EventRefusal.record(
      "\(incident.id) began at \(WrittenInstant.text(started.value)), after that")
  }
  var editor = try FrontMatterEditor(
    bytes, path: incident.document.file.path,
    order: ["id", "title", "severity", "systems", "started"])
  guard editor.file.bytes == incident.document.file.bytes else {
    throw EventRefusal.record("\(incident.document.file.path) was changed while it was read")
  }
  try editor.set(["resolved"], to: .text(WrittenInstant.text(at)))
  return editor.bytes
}

import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import SourceText
import TestSupport

@testable import Site

/// Pieces of the calendar that tests ask for.
enum CalendarSite {
  /// A planned change that has not begun.
  static func planned(_ id: String, _ scheduled: String, _ more: String = "") -> String {
    SampleRecords.normal.without("started", "deployed", "outcome", "closed")
      .replacing(with: "---\nid: \(id)\nscheduled: \(scheduled)\n\(more)\n---\n").text
  }

  /// A change that took place.
  static func done(
    _ id: String, from start: String, to end: String, title: String? = nil, _ more: String = ""
  ) -> String {
    let text = SampleRecords.normal.without("scheduled", "closed").replacing(
      with: "---\nid: \(id)\nstarted: \(start)\ndeployed: \(end)\n\(more)\n---\n"
    ).text
    guard let title else { return text }
    return text.replacing(
      "## Change Request: Rotate the certificates of the gateway",
      with: "## Change Request: \(title)")
  }

  /// The sample policy as another version of itself.
  static func policy(
    version: String, effective: String, replacing old: String = "", with new: String = ""
  ) -> String {
    let text = SamplePolicy.text.replacing("**Version:** 1.0", with: "**Version:** \(version)")
      .replacing("**Effective Date:** 2026-01-01", with: "**Effective Date:** \(effective)")
    return old.isEmpty ? text : text.replacing(old, with: new)
  }

  static func instant(_ text: String) throws -> Instant {
    guard let read = InstantText.read(text, in: .utc) else { throw UnreadableSample() }
    return read.instant
  }
}

extension RenderedSite {
  /// What stands in the cell of a day of its month's page.
  func cell(_ day: String) -> String {
    self["calendar/\(day.prefix(7)).html"].range("datetime=\"\(day)\"", "</td>")
  }

  /// What the list of a month's or week's page says of a record.
  func item(_ id: String, on page: String) -> String {
    self["calendar/\(page).html"].range("id=\"list\"", "</section>")
      .range(">\(id)</a>", "</li>")
  }
}

import Chronology
import Findings
import SourceText

/// The pieces of running text that have a template, under `inline/`.
package enum InlineKind: Int, Sendable, CaseIterable {
  case link, id, time, interval, mark, severity, findings, strong, small, code, path, name

  /// The name of its template, without the extension.
  package var template: String { "\(self)" }
}

/// What the template of a piece of running text gets.
package struct InlineModel: TemplateModel {
  let text: String
  var href = ""
  var isOutside = false
  var datetime = ""
  var tone = ""
  /// The start and the end of an interval.
  var ends: [InlineModel] = []
  var isOneDay = false
  var parts: [Part] = []

  struct Part: TemplateModel {
    let text: String
    var tone = ""
    let isFirst: Bool

    static let fields = TemplateFields<Self>(
      .text("text", "The part.") { $0.text },
      .text("tone", "The severity of the findings that it counts, or `waived`.") { $0.tone },
      .flag("isFirst", "No part stands before it.") { $0.isFirst })
  }

  init(_ text: String, href: String = "", isOutside: Bool = false) {
    self.text = text
    self.href = href
    self.isOutside = isOutside
  }

  init(_ text: String, datetime: String) {
    self.text = text
    self.datetime = datetime
  }

  init(_ instant: Instant, in zone: Zone) {
    text = DisplayTime.instant(instant, in: zone)
    datetime = instant.rfc3339
  }

  init(_ text: String, tone: Tone, href: String) {
    self.text = text
    self.href = href
    self.tone = tone.look
  }

  init(_ severity: Severity, isWaived: Bool) {
    text = isWaived ? "\(severity.rawValue), waived" : severity.rawValue
    tone = isWaived ? "waived" : severity.rawValue
  }

  init(_ counts: FindingCounts, href: String) {
    text = ""
    self.href = href
    parts = counts.parts.enumerated().map { Part(text: $1.text, tone: $1.tone, isFirst: $0 == 0) }
  }

  /// The second date is left out where it is the first.
  init(_ interval: Interval, in zone: Zone, href: String) {
    text = ""
    self.href = href
    let start = zone.wallTime(at: interval.start)
    let end = zone.wallTime(at: interval.end)
    isOneDay = start.day == end.day
    guard isOneDay else {
      ends = [InlineModel(interval.start, in: zone), InlineModel(interval.end, in: zone)]
      return
    }
    ends = [
      InlineModel(
        "\(DisplayTime.day(start.day)), \(DisplayTime.clock(start))",
        datetime: interval.start.rfc3339),
      InlineModel(
        "\(DisplayTime.clock(end)) \(DisplayTime.offset(at: interval.end, in: zone))",
        datetime: interval.end.rfc3339),
    ]
  }

  init(path: String) {
    text = path
    parts = path.parts(at: "/").enumerated().map { Part(text: String($1), isFirst: $0 == 0) }
  }

  package static let fields = TemplateFields<Self>(
    .text("text", "What is shown.") { $0.text },
    .text("href", "Where it leads; nothing where it leads nowhere.") { $0.href },
    .flag("isOutside", "It leads out of the site.") { $0.isOutside },
    .text("datetime", "The time for machines, by RFC 3339.") { $0.datetime },
    .text(
      "tone",
      "`good`, `bad`, `warn`, `freeze`, `now`, `plan`, `conflict` or `none`; of a finding its severity, or `waived`."
    ) {
      $0.tone
    },
    .object("start", "The start of an interval.") { $0.ends.first },
    .object("end", "The end of an interval.") { $0.ends.last },
    .flag("isOneDay", "An interval begins and ends on one day.") { $0.isOneDay },
    .list("parts", "The parts of a path; what there is of findings, by severity.") { $0.parts })
}

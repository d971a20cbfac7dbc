import Chronology
import Findings
import Markdown

/// A piece of running text. Values stay values until a renderer words them.
package enum Inline: Sendable {
  case text(String)
  /// A text that leads somewhere, where the reader's format can lead there.
  case link(LinkTarget, String)
  /// The id of a record, which leads to it; nil where there is no such record.
  case id(LinkTarget?, String)
  case instant(Instant)
  /// It may lead somewhere as a whole.
  case interval(Interval, to: LinkTarget? = nil)
  case day(CivilDay)
  case mark(Tone, String, to: LinkTarget? = nil)
  /// How severe a finding is; somebody may have accepted it.
  case severity(Severity, isWaived: Bool)
  /// How many findings there are; it may lead to them as a whole.
  case findings(FindingCounts, to: LinkTarget?)
  /// A small drawing, and what it shows in words.
  case drawing(HTML, String)
  case strong(String)
  case small(String)
  case code(String)
  /// The path of a file, which may break after each of its parts.
  case path(String)
  /// A name in the content's own words, in whatever script it is written; it may lead somewhere.
  case name(String, to: LinkTarget? = nil)
}

/// What a word says by its look as well.
package enum Tone: String, Sendable, Hashable, CaseIterable {
  case good, bad, doubtful, frozen, current, planned, conflict, neutral

  /// The part of a class that gives it its look on a page.
  package var look: String {
    switch self {
    case .good: "good"
    case .bad: "bad"
    case .doubtful: "warn"
    case .frozen: "freeze"
    case .current: "now"
    case .planned: "plan"
    case .conflict: "conflict"
    case .neutral: "none"
    }
  }

  /// Stands before the word where there is no colour.
  package var sign: String {
    switch self {
    case .good: "✓ "
    case .bad: "✕ "
    case .doubtful: "≈ "
    case .frozen: "▨ "
    case .current, .planned, .neutral: ""
    case .conflict: "⨯ "
    }
  }
}

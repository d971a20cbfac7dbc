import Documents
import Chronology
import Figures
import Markdown
import PolicyReading
import Records
import SourceText

extension ReportIndex {
  /// An id that leads to its record, and the record's title.
  func named(_ change: Change) -> RichText {
    "\(Inline.link(.change(change.id), change.id)) \(change.title?.value ?? "Untitled change")"
  }

  /// An id that leads to its record, where there is one, and that record's title; a web address
  /// leads to itself.
  func named(_ id: String) -> RichText {
    if let change = register.change(id) { return named(change) }
    if let incident = register.incident(id) {
      return "\(Inline.link(.incident(id), id)) \(incident.title?.value ?? "Untitled incident")"
    }
    return reference(id)
  }

  /// The id alone, led to its record.
  func reference(_ id: String) -> RichText {
    if register.change(id) != nil { return RichText([.link(.change(id), id)]) }
    if register.incident(id) != nil { return RichText([.link(.incident(id), id)]) }
    if id.hasPrefix("https://") || id.hasPrefix("http://") {
      return RichText([.link(.web(id), id)])
    }
    return RichText(id)
  }

  /// The ids one after the other; of long lists the first, and how many more there are.
  func references(_ ids: [String], most: Int = 12) -> RichText {
    let shown = ids.prefix(most).map { reference($0) }.joined(by: ", ")
    return ids.count > most ? shown + " and \(ids.count - most) more" : shown
  }

  /// `9 Mar 2026, 02:05 UTC`.
  func time(_ instant: Instant) -> RichText {
    RichText([.instant(instant)])
  }

  /// `9 Mar 2026`, of an instant.
  func day(_ instant: Instant) -> RichText { day(zone.wallTime(at: instant).day) }

  func day(_ day: CivilDay) -> RichText {
    RichText([.day(day)])
  }

  /// From an instant to another, the end as the last moment of a day where it falls on midnight.
  func span(_ interval: Interval) -> RichText {
    guard interval.end < .distantFuture else { return "from \(time(interval.start)), with no end" }
    let (start, end) = (zone.wallTime(at: interval.start), zone.wallTime(at: interval.end))
    if start.second == 0, end.second == 0 {
      let last = end.day.adding(days: -1)
      return last == start.day ? day(start.day) : "\(day(start.day)) to \(day(last))"
    }
    return "\(time(interval.start)) to \(time(interval.end))"
  }

  /// `rpc-gateway, explorer`; a dash where none is named.
  func systems(of change: Change) -> RichText {
    change.systems.isEmpty ? "–" : systems(change.systems.map(\.value))
  }

  func systems(_ names: [String]) -> RichText {
    names.map { RichText([.link(.system($0), $0)]) }.joined(by: ", ")
  }

  /// `Normal, High risk`.
  func kind(of change: Change) -> RichText {
    let type = change.type?.value ?? "type not stated"
    return RichText(type + ", " + (change.risk.map { "\($0.value) risk" } ?? "risk not stated"))
  }

  /// What became of a change: the first sentence of the section in which its record tells it; nil
  /// where it has none.
  func account(of change: Change) -> String? {
    let section = change.sections.first {
      $0.role == nil && $0.state == .filled
        && Self.accounts.contains(WordForm.fold($0.heading.text))
    }
    guard let section else { return nil }
    let text = change.document.plainText(ofNodes: section.content)
    return text.isEmpty ? nil : firstSentence(of: text)
  }

  /// Headings, folded, under which records tell how it went. The template has none for it.
  private static let accounts: Set<String> = ["outcome", "what happened", "result", "cause"]

  /// Why a change was made: the first sentence of its justification, else of its summary.
  func reason(for change: Change) -> String? {
    for role in [SectionRole.justification, .summary] {
      guard
        let section = change.sections.first(where: { $0.role == role && $0.state == .filled })
      else { continue }
      let text = change.document.plainText(ofNodes: section.content)
      if !text.isEmpty { return firstSentence(of: text) }
    }
    return nil
  }
}

/// Up to the first full stop that a blank follows, cut after some two hundred characters.
func firstSentence(of text: String) -> String {
  let scalars = text.unicodeScalars
  var end = scalars.startIndex
  var length = 0
  while end < scalars.endIndex {
    if length == 240 {
      let cut = String(text[..<end])
      return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? cut) + " …"
    }
    let scalar = scalars[end]
    end = scalars.index(after: end)
    length += 1
    if scalar == ".", end == scalars.endIndex || scalars[end].properties.isWhitespace { break }
  }
  return String(text[..<end])
}

extension Outcome {
  /// As in sentences.
  package var words: String {
    switch self {
    case .successfulWithIssues: "successful with issues"
    case .rolledBack: "rolled back"
    default: rawValue
    }
  }
}

extension Register {
  /// Who answers for a change, by its own facts: owner, else implementer, else requester.
  package func holder(of change: Change) -> RichText {
    guard let (name, part) = change.holder else { return "nobody is named" }
    return "\(Inline.link(.person(name.value), name.value)), \(part)"
  }

  /// Whom that names.
  package func holders(of change: Change) -> [Identity] {
    change.holder.map { people.identities(in: $0.name.value) } ?? []
  }
}

extension Change {
  /// Who has to act on it, and by which part; nil where nobody is named.
  package var holder: (name: Located<String>, part: String)? {
    owner.map { ($0, "owner") } ?? implementer.map { ($0, "implementer") }
      ?? requester.map { ($0, "requester") }
  }
}

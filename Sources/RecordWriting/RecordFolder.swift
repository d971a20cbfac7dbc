import Chronology
import Records
import SourceText

/// The folders that records of changes go into: those where the others of their month are.
package struct RecordFolder: Sendable {
  private let form: [Part]

  /// Below `content/changes`, with a folder for the year and one for the month where most records have them;
  /// with one for the year where there is no record yet.
  package init(_ changes: [Change], zone: Zone) {
    var counts: [(form: [Part], count: Int)] = []
    for change in changes {
      guard let requested = change.requested?.value else { continue }
      let parts = change.file.path.split(separator: "/").dropLast().dropFirst(2).map(String.init)
      let day = zone.wallTime(at: requested).day
      let form = parts.compactMap { Part($0, of: day) }
      guard form.count == parts.count else { continue }
      if let index = counts.firstIndex(where: { $0.form == form }) {
        counts[index].count += 1
      } else {
        counts.append((form, 1))
      }
    }
    // Of forms that are as usual the one that was met first.
    var form = changes.isEmpty ? [Part.year] : []
    var most = 0
    for entry in counts where entry.count > most { (form, most) = entry }
    self.form = form
  }

  package func path(for day: CivilDay) -> String {
    ([DecidingFolder.changes.path] + form.map { $0.text(for: day) }).joined(separator: "/")
  }

  private enum Part {
    case year, month, yearAndMonth

    init?(_ text: String, of day: CivilDay) {
      let part = [Part.year, .month, .yearAndMonth].first { $0.text(for: day) == text }
      guard let part else { return nil }
      self = part
    }

    func text(for day: CivilDay) -> String {
      switch self {
      case .year: "\(day.year)"
      case .month: twoDigits(day.month)
      case .yearAndMonth: "\(day.year)-\(twoDigits(day.month))"
      }
    }
  }
}

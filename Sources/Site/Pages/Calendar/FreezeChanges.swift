import Calendar
import Chronology
import Documents
import Findings
import Markdown
import Records
import SourceText

/// The changes that a freeze meets.
struct FreezeChanges {
  /// Planned, not begun and not called off.
  private var stopped: [(entry: CalendarEntry, answer: Answer)] = []
  /// Changes made during the freeze.
  private var during: [(entry: CalendarEntry, answer: Answer)] = []

  static let mostListed = 200

  init(_ freeze: FreezeEntry, in publication: Publication) {
    let calendar = publication.calendar
    var seen: Set<Int> = []
    for occurrence in freeze.occurrences {
      let days = CalendarEntry.days(of: occurrence.interval, in: publication.zone)
      for index in calendar.entries.meeting(days) {
        let entry = calendar.entries.all[index]
        let meets =
          entry.shown.seconds > 0
          ? entry.shown.overlaps(occurrence.interval)
          : occurrence.interval.contains(entry.shown.start)
        guard meets, seen.insert(index).inserted else { continue }
        let change = publication.register.changes[entry.change]
        let profile = ChangeProfile(change, type: publication.register.type(of: change))
        let answer = occurrence.freeze.stops(profile)
        if entry.actual != nil {
          if occurrence.freeze.concerns(profile) != .no { during.append((entry, answer)) }
        } else if answer != .no, change.outcome == nil, change.closed == nil {
          stopped.append((entry, answer))
        }
      }
    }
  }

  func stoppedList(_ publication: Publication) -> [any Block] {
    guard !stopped.isEmpty else {
      return [EmptyState("No scheduled change lies in it. One that it stops would be here.")]
    }
    return list(stopped, publication) { item in
      item.answer == .unknown
        ? "\(Inline.mark(.doubtful, "may be stopped: what decides is not recorded"))"
        : "\(Inline.mark(.bad, "stopped"))"
    }
  }

  func duringList(_ publication: Publication) -> [any Block] {
    guard !during.isEmpty else { return [EmptyState("No change was carried out while it held.")] }
    return list(during, publication) { item in
      let change = publication.register.changes[item.entry.change]
      let findings = publication.findings.of(path: change.file.path).filter {
        $0.fact == .insideFreeze
      }
      if let finding = findings.first(where: { $0.waiver == nil }) ?? findings.first {
        let times = LinkTarget.route(.change(change.id), fragment: "times")
        return """
          \(Inline.severity(finding.severity, isWaived: finding.waiver != nil)) \
          \(finding.code.description, to: times)
          """
      }
      return switch item.answer {
      case .no: "\(Inline.mark(.good, "may pass"))"
      case .yes: "\(Inline.mark(.bad, "not allowed by it"))"
      case .unknown: "\(Inline.mark(.doubtful, "what decides is not recorded"))"
      }
    }
  }

  private func list(
    _ items: [(entry: CalendarEntry, answer: Answer)], _ publication: Publication,
    mark: ((entry: CalendarEntry, answer: Answer)) -> RichText
  ) -> [any Block] {
    let shown = items.prefix(Self.mostListed).map { item in
      let change = publication.register.changes[item.entry.change]
      let systems = change.systems.map(\.value).joined(separator: ", ")
      return ItemList.Item(
        publication.named(change.id),
        [
          """
          \(mark(item)) · \(Inline.interval(item.entry.shown)) · \
          \(change.type?.value ?? "type not stated")\(systems.isEmpty ? "" : " · \(systems)")
          """
        ], isParagraph: false)
    }
    guard items.count > Self.mostListed else { return [ItemList(shown)] }
    return [
      ItemList(shown), Note("\(items.count - Self.mostListed) more are not listed."),
    ]
  }
}

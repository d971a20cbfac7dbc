import Calendar
import Chronology
import DeploymentGate
import Documents
import Records
import Reports
import SourceText

/// What lists say of changes, incidents and freezes beside their names.
extension Publication {
  /// How a change ended, or the stage that it has come to.
  func standing(of change: Change) -> RichText {
    if let outcome = change.outcome?.value {
      return "\(Inline.mark(outcome.tone, outcome.words))"
    }
    return "\(Inline.mark(.neutral, stage(of: change).rawValue))"
  }

  /// How many findings a record has, with the way to them; `none`.
  func findingCounts(of change: Change) -> RichText {
    let counts = FindingCounts(findings.of(path: change.file.path))
    return counts.isEmpty ? "none" : "\(Inline.findings(counts, to: .change(change.id)))"
  }

  /// A change with its planned time, and what the gate answers for it.
  func planned(_ change: Change) -> ItemList.Item {
    let time: RichText = change.scheduled.map { "\(Inline.interval($0.value))" } ?? ""
    let type = change.type?.value ?? "type not stated"
    let risk = change.risk.map { "\($0.value) risk" } ?? "risk not stated"
    let answer: RichText =
      calendar.answers[change].map { " · \(Inline.mark($0.standing.tone, $0.brief))" } ?? ""
    return ItemList.Item(
      named(change.id), ["\(time) · \(type), \(risk)\(answer)"], isParagraph: false)
  }

  /// Incidents, the latest first.
  func list(_ incidents: [Incident]) -> any Block {
    let sorted = incidents.sorted { a, b in
      let (x, y) = (a.started?.value, b.started?.value)
      guard x != y else { return a.id < b.id }
      guard let x, let y else { return y == nil }
      return x > y
    }
    return ItemList(
      sorted.map { incident in
        let started: RichText = incident.started.map { "\(Inline.instant($0.value)), " } ?? ""
        let end: String =
          if let resolved = incident.resolved?.value, let started = incident.started?.value {
            "resolved after \(DurationText.describe(seconds: resolved - started))"
          } else {
            incident.resolved == nil ? "not resolved" : "resolved"
          }
        return ItemList.Item(named(incident.id), ["\(started)\(end)"], isParagraph: false)
      }
    ).or("No incident is recorded. One is a Markdown file under content/incidents.")
  }

  /// Declared freezes by their start, then those that are none for want of a start or with their end
  /// before it.
  func list(_ freezes: [DeclaredFreeze]) -> any Block {
    let paths = Set(freezes.map(\.file.path))
    let entries = calendar.freezes.all.filter { entry in
      if case .declaration(let declared) = entry.freeze.source {
        paths.contains(declared.file.path)
      } else {
        false
      }
    }
    let clear = Set(entries.map(\.freeze.place.file.path))
    let unclear = freezes.filter { !clear.contains($0.file.path) }.map { freeze in
      ItemList.Item(
        "\(Inline.name(freeze.name.value))",
        ["without a start and an end in order, in \(Inline.path(freeze.file.path))"],
        isParagraph: false)
    }
    return ItemList(items(entries) + unclear).or(
      "No freeze is declared. One is a Markdown file under content/freezes; those of every year stand in the policy."
    )
  }

  /// Freezes with the time that holds or comes next, else the last one.
  func items(_ entries: [FreezeEntry]) -> [ItemList.Item] {
    entries.map { entry in
      let occurrence =
        entry.occurrences.first { $0.interval.end > asOf } ?? entry.occurrences.last
      let time = occurrence.map { occurrence -> RichText in
        let holds: RichText =
          occurrence.interval.contains(asOf) ? "\(Inline.mark(.frozen, "holds")) · " : ""
        return "\(holds)\(occurrence.interval.words(isOpenEnded: entry.freeze.isOpenEnded)) · "
      }
      return ItemList.Item(
        "\(Inline.name(entry.title, to: .route(entry.route)))",
        ["\(time ?? "")\(entry.freeze.allowedText) · \(entry.freeze.systemsText)"],
        isParagraph: false)
    }
  }
}

extension Interval {
  /// The time of a freeze, which may have no end.
  func words(isOpenEnded: Bool) -> RichText {
    isOpenEnded || end == .distantFuture
      ? "from \(Inline.instant(start)), no end is set" : "\(Inline.interval(self))"
  }
}

import Chronology
import Documents
import Figures
import Records
import Reports
import SourceText

extension FigureView {
  /// The most records that the table names; the lists below have all of them.
  private static let mostCounted = 60

  /// The records of the last month that is over, a row each: how each is counted, and why. What keeps the
  /// figure from being better comes first. Empty for what has no records of its own, and for a month
  /// without any.
  var countedRecords: [any Block] {
    let point = months.points[months.current]
    let rows = rows(of: point.figure)
    guard definition.subject.isRecord, !rows.isEmpty else { return [] }
    let rest = Note(
      rows.count > Self.mostCounted
        ? "These are \(Self.mostCounted) of \(rows.count); \("the list", to: .figure(definition.key, point.period)) names all of them."
        : "")
    let table = Table(
      "The records behind \(DisplayTime.period(point.period))",
      ["Record", .words("Title"), "Type", "Outcome", "Ended", .words("Counted as")],
      rows.prefix(Self.mostCounted).map(cells))
    return [Paragraph(sum(of: point.figure)), table, rest]
  }

  var countedHeading: String {
    "\(DisplayTime.period(months.points[months.current].period).capitalisedFirst), record by record"
  }

  private struct Row {
    let id: String
    let words: String
    var tone = Tone.neutral
  }

  private func rows(of figure: Figure) -> [Row] {
    let excluded = figure.exclusionsByReason.flatMap { group in
      group.ids.map { Row(id: $0, words: "excluded: \(group.reason.text)") }
    }
    switch figure {
    case .rate(let rate):
      let misses = rate.counted.filter { $0.inNumerator != (definition.better == .higher) }
      let others = rate.counted.filter { $0.inNumerator == (definition.better == .higher) }
      let isJudged = definition.better != nil
      return misses.map { row(of: $0, isJudged ? .bad : .neutral) }
        + others.map { row(of: $0, isJudged ? .good : .neutral) } + excluded
    case .duration(let duration):
      let slowest = duration.durations.indices.sorted {
        (duration.durations[$1].seconds, $0) < (duration.durations[$0].seconds, $1)
      }
      return slowest.map { index in
        let one = duration.durations[index]
        return Row(id: one.id, words: DurationText.describe(seconds: one.seconds))
      } + excluded
    case .count(let count): return count.countedIDs.map { Row(id: $0, words: "counted") } + excluded
    }
  }

  private func row(of record: CountedRecord, _ tone: Tone) -> Row {
    let words =
      record.whole > 1
      ? "\(record.part) of \(record.whole)"
      : record.inNumerator ? "in the numerator" : "in the denominator only"
    return Row(id: record.id, words: words, tone: tone)
  }

  /// `9 changes: 7 in the numerator (changes with the outcome successful), 2 in the denominator only; 1 excluded.`
  private func sum(of figure: Figure) -> RichText {
    let excluded = figure.excluded.count
    let rest = excluded == 0 ? "none excluded" : "\(excluded) excluded"
    switch figure {
    case .rate(let rate):
      let above = rate.counted.count(where: \.inNumerator)
      return """
        \(definition.subject.counted(rate.counted.count)): \(above) in the numerator \
        (\(definition.numerator)), \(rate.counted.count - above) in the denominator only; \(rest).
        """
    case .duration(let duration):
      return "\(definition.subject.counted(duration.durations.count)), the slowest first; \(rest)."
    case .count(let count): return "\(definition.subject.counted(count.count)); \(rest)."
    }
  }

  private func cells(_ row: Row) -> [RichText] {
    let counted = RichText([.mark(row.tone, row.words)])
    let register = publication.register
    if definition.subject.isIncident {
      let incident = register.incident(row.id)
      return [
        RichText([.id(.incident(row.id), row.id)]), RichText(incident?.title?.value ?? ""),
        RichText("Incident"), RichText(incident?.severity?.value ?? "–"),
        incident?.resolved.map { "\(Inline.instant($0.value))" } ?? "–", counted,
      ]
    }
    let change = register.change(row.id)
    return [
      RichText([.id(.change(row.id), row.id)]),
      RichText(change?.title?.value ?? "Untitled change"),
      RichText(change?.type?.value ?? "not stated"),
      change.map { publication.standing(of: $0) } ?? "–",
      change?.ended.map { "\(Inline.instant($0.value))" } ?? "–", counted,
    ]
  }
}

import Charts
import Chronology
import Documents
import Markdown
import Records
import SourceText

extension RecordView {
  /// From the start of work to its end on record; nil while one of them is unknown or they are
  /// out of order.
  private var actual: Interval? {
    guard let start = change.started?.value, let end = change.ended?.value, start <= end else {
      return nil
    }
    return Interval(start: start, end: end)
  }

  /// The time that was planned and the time it took, with the findings about them.
  var times: [any Block] {
    let planned = change.scheduled?.value
    guard planned != nil || change.hasStarted || !findings.times.isEmpty else { return [] }
    let strip =
      planned == nil && actual == nil
      ? HTML.empty : timeStrip(planned: planned, actual: actual, zone: publication.zone)
    let note: [any Block] =
      planned != nil || change.hasStarted ? [Note(calendarNote)] : []
    return [
      Section(
        "times", "Planned vs actual",
        [Drawing(RichText(sentence(planned: planned, actual: actual)), strip)] + note
          + [FindingList(findings.times)])
    ]
  }

  private func sentence(planned: Interval?, actual: Interval?) -> String {
    switch (planned, actual) {
    case (let planned?, let actual?):
      return
        "Planned for \(DurationText.describe(seconds: planned.seconds)), took \(DurationText.describe(seconds: actual.seconds))"
        + ", and " + comparison(planned: planned, actual: actual) + "."
    case (let planned?, nil):
      let state = change.hasStarted ? "the time it took is not recorded yet" : "not started"
      return "Planned for \(DurationText.describe(seconds: planned.seconds)); \(state)."
    case (nil, let actual?):
      return
        "No planned time is recorded; it took \(DurationText.describe(seconds: actual.seconds))."
    case (nil, nil): return "Neither a planned nor an actual time is completely recorded."
    }
  }

  private func comparison(planned: Interval, actual: Interval) -> String {
    let early = planned.start - actual.start
    let late = actual.end - planned.end
    if early > 0 {
      return "started \(DurationText.describe(seconds: early)) before the planned start"
    }
    if actual.start >= planned.end { return "started after the planned end" }
    if late > 0 { return "ended \(DurationText.describe(seconds: late)) after the planned end" }
    if late == 0 { return "ended at the planned end" }
    return "ended \(DurationText.describe(seconds: -late)) before the planned end"
  }
}

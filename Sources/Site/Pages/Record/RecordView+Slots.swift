import Chronology
import DeploymentGate
import Documents
import Findings
import Records
import SourceText

extension RecordView {
  /// Of a change that is planned and has not begun the next slots in which it fits, and why it does not
  /// fit earlier: what `changebook next` says from the instant that the site is built for.
  var slots: [any Block] {
    let calendar = publication.calendar
    guard let planned = change.scheduled?.value, calendar.answers[change] != nil else { return [] }
    let next = NextSlots(
      change, by: calendar.gate, from: publication.asOf, seconds: planned.seconds,
      count: Self.mostSlots, conflicts: calendar.conflicts)
    let earlier = next.earlier.map { one in
      ItemList.Item(time(one.interval, one.window), one.reasons.map { RichText($0) })
    }
    let obstacles: [any Block] =
      next.obstacles.isEmpty
      ? [] : [ItemList(lines: next.obstacles.map { RichText(VisibleText.line($0.text)) })]
    let needs = next.needs.map { RichText(VisibleText.line($0.text)) }
    return [
      Section(
        "slots", "Next slots",
        [Paragraph(lead(next)), ItemList(lines: next.slots.map { time($0.interval, $0.window) })]
          + obstacles
          + (needs.isEmpty ? [] : [Note("First: \(needs.joined(by: "; ")).")])
          + (earlier.isEmpty ? [] : [Disclosure("Why not earlier", [ItemList(earlier)])]))
    ]
  }

  private static let mostSlots = 3

  private func lead(_ next: NextSlots) -> RichText {
    let length = DurationText.describe(seconds: next.seconds)
    if next.isUnknown { return "The next slot of \(length) cannot be told." }
    if next.slots.isEmpty { return "No slot of \(length) is in sight." }
    return """
      It needs \(length). Seen from \(Inline.instant(next.from)), it fits first, whoever has still to approve it:
      """
  }

  private func time(_ interval: Interval, _ window: String?) -> RichText {
    let times = interval.words(isOpenEnded: false)
    guard let window else { return "\(times)" }
    return "\(times) · \(Inline.name(window)) window"
  }
}

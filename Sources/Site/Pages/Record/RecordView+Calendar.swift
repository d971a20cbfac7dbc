import Calendar
import Chronology
import DeploymentGate
import Findings
import Markdown
import PolicyReading
import Records
import SourceText

extension RecordView {
  /// The windows that the change may use, the one that it had, and its week in the calendar.
  func writeCalendar(to writer: inout HTMLWriter) {
    let calendar = publication.calendar.book.calendar(for: change, in: publication.register)
    let profile = ChangeProfile(change, type: type)
    writer.open("p", class: "note")
    if !calendar.hasWindows {
      writer.text("The policy has no windows. ")
    } else if profile.isEmergency {
      writer.text("An emergency needs no window. ")
    } else {
      writeWindows(calendar.windows(for: profile), to: &writer)
      writeOpening(of: profile, in: calendar, to: &writer)
    }
    if let answer = publication.calendar.answers[change] {
      writer.text("The gate for its planned time: ")
      writer.element("span", "class", answer.standing.markClass, answer.brief)
      writer.text(". ")
    }
    if let week = publication.calendar.week(of: change) {
      writer.link("Its week in the calendar", to: week.href(from: route))
      writer.markup(".")
    }
    writer.close("p")
  }

  private func writeWindows(_ windows: [DeploymentWindow], to writer: inout HTMLWriter) {
    guard !windows.isEmpty else { return writer.text("No window is for such a change. ") }
    writer.text("May use ")
    for (index, window) in windows.enumerated() {
      if index > 0 { writer.text(index == windows.count - 1 ? " and " : ", ") }
      writer.name(window.name)
      writer.markup(", ")
      writer.link(
        window.row.timeText, toClauseOf: window.row.reference, at: route,
        links: publication.links)
      if window.zone != publication.zone { writer.text(" \(window.zone.name)") }
    }
    writer.text(". ")
  }

  /// How the work, else the plan, lies to the windows: as the findings judge it.
  private func writeOpening(
    of profile: ChangeProfile, in calendar: DeploymentCalendar, to writer: inout HTMLWriter
  ) {
    let work = calendar.judgeWork(of: change, as: profile)
    guard let judged = work ?? calendar.judgePlan(of: change, as: profile) else { return }
    let isPlan = work == nil
    let subject = isPlan ? "The plan" : "It"
    if judged.startsOutside {
      writer.text("\(subject) \(isPlan ? "begins" : "began") outside of them. ")
    } else if let closed = judged.ranPast {
      writer.text("\(subject) \(isPlan ? "goes" : "went") on after ")
      writer.time(closed, in: publication.zone)
      writer.text(", when the last of them closed. ")
    } else if type != nil, calendar.doubts.allSatisfy({ !$0.concernsWindows }) {
      writer.text("\(subject) \(isPlan ? "keeps" : "kept") to them. ")
    }
  }
}

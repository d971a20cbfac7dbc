import Calendar
import Chronology
import DeploymentGate
import Documents
import Findings
import PolicyReading
import Records
import Reports
import SourceText

extension RecordView {
  /// The windows that the change may use, the one that it had, and its week in the calendar.
  var calendarNote: RichText {
    let calendar = publication.calendar.book.calendar(for: change, in: publication.register)
    let profile = ChangeProfile(change, type: type)
    var sentences: [RichText] = []
    if !calendar.hasWindows {
      sentences.append("The policy has no windows.")
    } else if profile.isEmergency {
      sentences.append("An emergency needs no window.")
    } else {
      sentences.append(windows(calendar.windows(for: profile)))
      sentences += opening(of: profile, in: calendar).map { [$0] } ?? []
    }
    if let answer = publication.calendar.answers[change] {
      sentences.append(
        "The gate for its planned time: \(Inline.mark(answer.standing.tone, answer.brief)).")
    }
    if let week = publication.calendar.week(of: change) {
      sentences.append("\("Its week in the calendar", to: .route(week)).")
    }
    return sentences.joined(by: " ")
  }

  private func windows(_ windows: [DeploymentWindow]) -> RichText {
    guard !windows.isEmpty else { return "No window is for such a change." }
    var text: RichText = "Permitted windows: "
    for (index, window) in windows.enumerated() {
      if index > 0 { text += index == windows.count - 1 ? " and " : ", " }
      let time = window.row.timeText
      text += "\(Inline.name(window.name)), \(time, to: .clause(window.row.reference))"
      if window.zone != publication.zone { text += RichText(" \(window.zone.name)") }
    }
    return text + "."
  }

  /// How the work, else the plan, lies to the windows: as the findings judge it.
  private func opening(
    of profile: ChangeProfile, in calendar: DeploymentCalendar
  ) -> RichText? {
    let work = calendar.judgeWork(of: change, as: profile)
    guard let judged = work ?? calendar.judgePlan(of: change, as: profile) else { return nil }
    let isPlan = work == nil
    let subject = isPlan ? "The plan" : "It"
    if judged.startsOutside { return "\(subject) \(isPlan ? "begins" : "began") outside of them." }
    if let closed = judged.ranPast {
      return """
        \(subject) \(isPlan ? "goes" : "went") on after \(Inline.instant(closed)), when the last of \
        them closed.
        """
    }
    guard type != nil, calendar.doubts.allSatisfy({ !$0.concernsWindows }) else { return nil }
    return "\(subject) \(isPlan ? "keeps" : "kept") to them."
  }
}

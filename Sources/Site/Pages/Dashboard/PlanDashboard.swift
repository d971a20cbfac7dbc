import Chronology
import Configuration
import Documents
import Figures
import Markdown
import Reports

/// The first page. `figures` are those of the months, the earliest first.
func planDashboard(_ figures: [PeriodFigures], _ publication: Publication) -> PlannedPage {
  PlannedPage(.dashboard, template: "dashboard", in: publication) {
    let courses = JudgedCourse.all(in: figures)
    let state = DashboardState(publication)
    let period = courses.first.map { DisplayTime.period($0.current.period) }
    return DashboardPage(
      frame: publication.frame("Dashboard", at: .dashboard, in: .dashboard),
      kicker: "As of \(DisplayTime.instant(publication.asOf, in: publication.zone))",
      title: headline(courses, period: period),
      lead: (missedSentences(courses) + [stateSentence(state)]).joined(by: " "),
      attention: publication.attentionList,
      state: StateNow(publication),
      period: period ?? "not measured yet", cards: courses.map { FigureCard($0) },
      figuresNote: "Each figure opens its definition, its months and the records behind them. "
        + evidenceNote(at: Confidence(level: publication.settings.confidence)),
      inFlight: state.inFlightTable(publication), upcoming: state.upcomingList(publication),
      reviews: state.reviewList(publication), recent: state.recentTable(publication),
      introduction: opening(of: .dashboard, topHeading: 2, as: .text, publication))
  }
}

/// `October 2026: three of four targets met`.
private func headline(_ courses: [JudgedCourse], period: String?) -> String {
  guard let period, !courses.isEmpty else { return "The register at a glance" }
  let verdicts = courses.map { $0.current.figure.verdict ?? .noData }
  let met = verdicts.count { $0 == .met }
  let unknown = verdicts.count { $0 == .noData }
  if unknown == verdicts.count { return "\(period): no data" }
  let known =
    met == verdicts.count
    ? "all \(numberWord(met)) targets met"
    : "\(numberWord(met)) of \(numberWord(verdicts.count)) targets met"
  return unknown == 0
    ? "\(period): \(known)" : "\(period): \(known), \(numberWord(unknown)) without data"
}

/// Names the targets that were missed: those where the evidence is clear, or not asked, first.
private func missedSentences(_ courses: [JudgedCourse]) -> [RichText] {
  let missed = courses.filter { $0.current.figure.verdict == .missed }
  let isDoubtful: (JudgedCourse) -> Bool = { $0.current.figure.doubtWords != nil }
  let clear = missed.filter { !isDoubtful($0) }
  let doubtful = missed.filter(isDoubtful)
  var sentences: [RichText] = []
  if !clear.isEmpty { sentences.append("Missed: \(names(of: clear)).") }
  if !doubtful.isEmpty {
    sentences.append(
      "Missed, but inconclusive: \(names(of: doubtful)).")
  }
  return sentences
}

/// `change success rate and rollback rate`.
private func names(of courses: [JudgedCourse]) -> RichText {
  var names = RichText("")
  for (index, course) in courses.enumerated() {
    let joint = index == 0 ? "" : index == courses.count - 1 ? " and " : ", "
    let name = course.title.prefix(1).lowercased() + course.title.dropFirst()
    names = "\(names)\(joint)\(String(name), to: .figure(course.key, nil))"
  }
  return names
}

/// `3 changes are in flight, 2 are scheduled and no reviews are due.`
private func stateSentence(_ state: DashboardState) -> RichText {
  let flight = state.inFlight.count
  let due = state.reviews.count
  let upcoming = state.upcoming.isEmpty ? "none" : "\(state.upcoming.count)"
  return """
    \(counted(flight, "change", "changes").capitalisedFirst, to: .here("in-flight")) \
    \(flight == 1 ? "is" : "are") in flight, \
    \(upcoming, to: .here("upcoming")) scheduled, and \
    \(counted(due, "review", "reviews"), to: .here("reviews")) \(due == 1 ? "is" : "are") due.
    """
}

/// Small numbers as words, as in prose.
private func numberWord(_ number: Int) -> String {
  let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  return words.indices.contains(number) ? words[number] : "\(number)"
}

import Chronology
import DeploymentGate
import Markdown
import Records
import SourceText

extension DashboardState {
  func inFlightTable(_ publication: Publication) -> HTML {
    table(
      inFlight, publication, caption: "Changes in flight", instant: "Started",
      empty:
        "No change is in flight. A record with `started:` and without `outcome:` shows here."
    ) { $0.started?.value }
  }

  func recentTable(_ publication: Publication) -> HTML {
    table(
      recent, publication, caption: "Changes that ended last", instant: "Ended",
      empty: "No change has ended yet. The latest ones would be here, with how they ended."
    ) { $0.ended?.value }
  }

  private func table(
    _ changes: [Change], _ publication: Publication, caption: String, instant: String,
    empty: String, at: (Change) -> Instant?
  ) -> HTML {
    var writer = HTMLWriter()
    guard !changes.isEmpty else {
      writer.element("p", class: "empty", empty)
      return writer.finish()
    }
    writer.open("div", class: "scroll")
    writer.open("table")
    writer.element("caption", class: "unseen", caption)
    writer.open("thead")
    writer.open("tr")
    for name in ["Change", "What", "Type", "Risk", "Status", instant, "Findings"] {
      writer.element("th", "scope", "col", name)
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for change in changes.prefix(Self.mostShown) {
      writer.open("tr")
      writer.open("td")
      writer.recordLink(change.id, to: Route.change(change.id).href(from: .dashboard))
      writer.close("td")
      writer.element("td", class: "what", change.title?.value ?? "Untitled change")
      writer.element("td", change.type?.value ?? "not stated")
      writer.element("td", change.risk?.value ?? "not stated")
      writer.open("td")
      writer.standing(change, stage: publication.stage(of: change))
      writer.close("td")
      writer.open("td")
      if let instant = at(change) { writer.time(instant, in: publication.zone) }
      writer.close("td")
      writer.open("td")
      let findings = publication.findings.of(path: change.file.path)
      if findings.isEmpty {
        writer.text("none")
      } else {
        writer.findingCounts(findings, to: Route.change(change.id).href(from: .dashboard))
      }
      writer.close("td")
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
    writer.remainder(changes.count - Self.mostShown)
    return writer.finish()
  }

  func upcomingList(_ publication: Publication) -> HTML {
    var writer = HTMLWriter()
    guard !upcoming.isEmpty else {
      writer.element(
        "p", class: "empty",
        "Nothing is scheduled. A record whose planned time lies ahead would be here."
      )
      return writer.finish()
    }
    writer.open("ul", class: "list")
    for change in upcoming.prefix(Self.mostShown) {
      writer.open("li")
      writer.record(change.id, at: .dashboard, in: publication)
      writer.open("p", class: "help")
      if let planned = change.scheduled?.value { writer.time(planned, in: publication.zone) }
      writer.text(" · \(change.type?.value ?? "type not stated"), ")
      writer.text(change.risk.map { "\($0.value) risk" } ?? "risk not stated")
      writer.answer(publication.calendar.answers[change])
      writer.close("p")
      writer.close("li")
    }
    writer.close("ul")
    writer.remainder(upcoming.count - Self.mostShown)
    return writer.finish()
  }

  func reviewList(_ publication: Publication) -> HTML {
    var writer = HTMLWriter()
    guard !reviews.isEmpty else {
      writer.element(
        "p", class: "empty",
        "No review is due. An emergency shows here from its end until its review is recorded."
      )
      return writer.finish()
    }
    writer.open("ul", class: "list")
    for review in reviews.prefix(Self.mostShown) {
      let left = review.due - publication.asOf
      writer.open("li")
      writer.record(review.change.id, at: .dashboard, in: publication)
      writer.open("p", class: "help")
      writer.element(
        "span", "class", left < 0 ? "mark-bad" : "mark-warn", left < 0 ? "overdue" : "due")
      writer.text(left < 0 ? " since " : " by ")
      writer.time(review.due, in: publication.zone)
      writer.text(
        left < 0
          ? ", by \(DurationText.describe(seconds: -left))"
          : ", in \(DurationText.describe(seconds: left))")
      writer.close("p")
      writer.close("li")
    }
    writer.close("ul")
    writer.remainder(reviews.count - Self.mostShown)
    return writer.finish()
  }
}

extension HTMLWriter {
  fileprivate mutating func remainder(_ count: Int) {
    guard count > 0 else { return }
    open("p", class: "note")
    text("\(count) more are in the ")
    element("a", "href", Route.changes.href(from: .dashboard), "register")
    text(".")
    close("p")
  }
}

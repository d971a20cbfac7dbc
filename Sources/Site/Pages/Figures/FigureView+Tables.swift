import Chronology
import Figures
import Markdown

extension FigureView {
  /// A row a month, the latest first.
  var monthTable: HTML {
    let heads = course.months[0].figure.columnHeads(level: level)
    var writer = HTMLWriter()
    writer.open(
      "div", ["class": "scroll", "role": "region", "aria-labelledby": "months", "tabindex": "0"])
    writer.open("table")
    writer.element("caption", class: "unseen", "\(course.title) by month, the latest first")
    writer.open("thead")
    writer.open("tr")
    writer.element("th", ["scope": "col"], "Month")
    for name in heads.numbers { writer.element("th", ["scope": "col", "class": "n"], name) }
    for name in heads.words { writer.element("th", ["scope": "col"], name) }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for month in course.months.reversed() {
      writer.open("tr")
      writer.open("th", ["scope": "row"])
      writer.element("a", ["href": "#\(month.period.label)"], DisplayTime.period(month.period))
      if month.isProvisional { writer.text(", provisional") }
      writer.close("th")
      writeValues(of: month.figure, to: &writer)
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
    return writer.finish()
  }

  private func writeValues(of figure: Figure, to writer: inout HTMLWriter) {
    writer.element("td", class: "n", figure.valueWords)
    switch figure {
    case .rate(let rate):
      writer.element("td", class: "n", figure.shareWords)
      writer.element("td", class: "n", rate.interval.map(formatInterval) ?? "–")
      writeVerdict(of: figure, to: &writer)
      writer.element("td", rate.evidence?.words ?? "–")
    case .duration(let duration):
      for value in [duration.summary?.median, duration.summary?.p90] {
        writer.element(
          "td", ["class": "n"],
          value.map { DurationText.describe(seconds: Int64($0.rounded())) } ?? "–")
      }
      writer.element("td", class: "n", "\(duration.count)")
      writeVerdict(of: figure, to: &writer)
    case .count(let count):
      writer.element("td", class: "n", count.perWeek.map(formatNumber) ?? "–")
    }
  }

  private func writeVerdict(of figure: Figure, to writer: inout HTMLWriter) {
    writer.open("td")
    if let verdict = figure.verdict {
      writer.element("span", ["class": verdict.mark], verdict.words)
    } else {
      writer.text("no target")
    }
    writer.close("td")
  }

  /// For each month the records that are counted, and those left out with the reason.
  var records: HTML {
    var writer = HTMLWriter()
    for (index, month) in course.months.enumerated().reversed() {
      let counted = month.figure.count
      let excluded = month.figure.excluded.count
      writer.open("details", ["open": index == course.current ? "" : nil])
      writer.element(
        "summary",
        "\(DisplayTime.period(month.period)): \(counted) counted, \(excluded == 0 ? "none" : "\(excluded)") left out"
      )
      // A fragment opens the details around it, not those that bear it.
      writer.open("div", ["id": month.period.label, "class": "stack"])
      writeCounted(month.figure, to: &writer)
      for group in month.figure.exclusionsByReason {
        writer.element("p", "Left out, \(group.reason.text):")
        writeIDs(group.ids, to: &writer)
      }
      if counted + excluded == 0 {
        writer.element(
          "p", class: "note", "No \(course.definition.subject.rawValue) belongs to this month.")
      }
      writer.close("div")
      writer.close("details")
    }
    return writer.finish()
  }

  private func writeCounted(_ figure: Figure, to writer: inout HTMLWriter) {
    switch figure {
    case .rate(let rate):
      let rest = rate.counted.compactMap { $0.inNumerator ? nil : $0.id }
      let numerator = rate.numeratorIDs
      if !numerator.isEmpty {
        writer.element("p", "Counted above the line, \(figure.definition.numerator):")
        writeIDs(numerator, to: &writer)
      }
      if !rest.isEmpty {
        writer.element("p", "Counted below the line only:")
        writeIDs(rest, to: &writer)
      }
    case .duration(let duration):
      guard !duration.durations.isEmpty else { return }
      writer.element("p", "Counted, each with its time:")
      writer.open("ul", class: "ids")
      for measured in duration.durations {
        writer.open("li")
        writeLink(measured.id, to: &writer)
        writer.text(" \(DurationText.describe(seconds: measured.seconds))")
        writer.close("li")
      }
      writer.close("ul")
    case .count(let count):
      guard !count.countedIDs.isEmpty else { return }
      writer.element("p", "Counted:")
      writeIDs(count.countedIDs, to: &writer)
    }
  }

  private func writeIDs(_ ids: [String], to writer: inout HTMLWriter) {
    writer.open("ul", class: "ids")
    for id in ids {
      writer.open("li")
      writeLink(id, to: &writer)
      writer.close("li")
    }
    writer.close("ul")
  }

  private func writeLink(_ id: String, to writer: inout HTMLWriter) {
    let record: Route = course.definition.subject.isIncident ? .incident(id) : .change(id)
    writer.element("a", ["href": record.href(from: route)], id)
  }
}

extension Figure {
  /// The heads of the columns of its kind, those of numbers apart from those of words.
  fileprivate func columnHeads(level: String) -> (numbers: [String], words: [String]) {
    switch self {
    case .rate: (["Rate", "k of n", "\(level) interval"], ["Verdict", "Evidence"])
    case .duration:
      (["Mean", "Median", "90th percentile", definition.subject.headWord], ["Verdict"])
    case .count: ([definition.subject.headWord, "A week"], [])
    }
  }
}

extension FigureSubject {
  fileprivate var headWord: String { plural.capitalisedFirst }
}

extension EvidenceVerdict {
  var words: String {
    switch self {
    case .clear: "clear"
    case .tooFew(nil): "too few to tell"
    case .tooFew(let further?): "too few to tell; \(further) more without a miss would"
    }
  }

  var isTooFew: Bool { self != .clear }
}

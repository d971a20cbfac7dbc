import Interchange
import PolicyReading

/// How much of a figure is written.
enum FigureDetail {
  /// With the id of every record that is counted or left out.
  case records
  /// The values, and how many records are left out.
  case values
}

extension JSONWriter {
  /// A figure as a member of an object. Shares lie between 0 and 1, durations are seconds; null
  /// is what is not known, and what a figure of its kind does not have.
  mutating func member(_ key: String, _ figure: Figure, _ detail: FigureDetail) {
    object(key) { json in json.members(of: figure, detail) }
  }

  mutating func members(of figure: Figure, _ detail: FigureDetail) {
    switch figure {
    case .rate(let rate): members(of: rate, title: figure.title, detail)
    case .duration(let duration): members(of: duration, title: figure.title, detail)
    case .count(let count): members(of: count, title: figure.title, detail)
    }
  }

  private mutating func members(of rate: RateFigure, title: String, _ detail: FigureDetail) {
    let distance = rate.distance
    bounds(rate.bounds)
    member("changesNeeded", rate.evidence == .tooFew ? distance?.further : nil)
    member("clearlyMet", distance?.clearlyMet)
    if detail == .records { array("counted", rate.counted.map(\.id)) }
    member("denominator", rate.denominator)
    member("evidence", rate.evidence?.key)
    if detail == .records {
      excluded(rate.excluded)
      array("inNumerator", rate.numeratorIDs)
    }
    interval(rate.interval)
    member("kind", "rate")
    member("leastToJudge", distance?.leastToJudge)
    if detail == .values { member("leftOut", rate.excluded.count) }
    member("numerator", rate.numerator)
    member("subject", rate.definition.subject.rawValue)
    target(rate.target)
    member("title", title)
    member("value", rate.share?.value)
    member("verdict", rate.verdict?.rawValue)
  }

  private mutating func members(of duration: DurationFigure, title: String, _ detail: FigureDetail)
  {
    let summary = duration.summary
    if detail == .records {
      array("counted", duration.durations.map(\.id))
      array("durations") { json in
        for measured in duration.durations {
          json.object { json in
            json.member("id", measured.id)
            json.member("seconds", measured.seconds)
          }
        }
      }
    }
    null("evidence")
    if detail == .records { excluded(duration.excluded) }
    null("interval")
    member("kind", "duration")
    if detail == .values { member("leftOut", duration.excluded.count) }
    member("max", summary?.longest)
    member("mean", summary?.mean)
    member("median", summary?.median)
    member("min", summary?.shortest)
    member("n", duration.count)
    member("p90", summary?.p90)
    member("subject", duration.definition.subject.rawValue)
    target(duration.target)
    member("title", title)
    member("total", summary?.total)
    member("value", duration.leadingValue)
    member("verdict", duration.verdict?.rawValue)
  }

  private mutating func members(of count: CountFigure, title: String, _ detail: FigureDetail) {
    if detail == .records { array("counted", count.countedIDs) }
    null("evidence")
    if detail == .records { excluded(count.excluded) }
    null("interval")
    member("kind", "count")
    if detail == .values { member("leftOut", count.excluded.count) }
    member("n", count.known)
    member("perWeek", count.perWeek)
    member("subject", count.definition.subject.rawValue)
    target(count.target)
    member("title", title)
    member("value", count.known)
    member("verdict", count.verdict?.rawValue)
  }

  private mutating func excluded(_ records: [ExcludedRecord]) {
    array("excluded") { json in
      for record in records {
        json.object { json in
          json.member("id", record.id)
          json.member("reason", record.reason.rawValue)
        }
      }
    }
  }

  private mutating func bounds(_ bounds: RateBounds?) {
    guard let bounds else { return null("bounds") }
    object("bounds") { json in
      json.ratio("high", bounds.high)
      json.ratio("low", bounds.low)
      json.member("unknown", bounds.unknown)
    }
  }

  private mutating func ratio(_ key: String, _ ratio: Ratio) {
    object(key) { json in
      json.member("denominator", ratio.denominator)
      json.member("numerator", ratio.numerator)
      json.member("value", ratio.value)
    }
  }

  private mutating func interval(_ interval: WilsonInterval?) {
    guard let interval else { return null("interval") }
    object("interval") { json in
      json.member("high", interval.high)
      json.member("level", interval.level)
      json.member("low", interval.low)
    }
  }

  private mutating func target(_ target: Target?) {
    guard let target else { return null("target") }
    object("target") { json in
      json.member("comparison", target.comparison.rawValue)
      json.array("risks", target.risks)
      json.member("statistic", target.statistic.rawValue)
      json.member("text", target.text)
      json.array("types", target.types)
      switch target.bound {
      case .share(let share): json.member("value", share.value)
      case .duration(let seconds): json.member("value", seconds)
      case .perWeek(let pace): json.member("value", pace.value)
      }
    }
  }
}

import Chronology

/// What moved, of how many figures that were looked at, and what would hardly show.
func signalSentences(
  _ figures: PeriodFigures, in history: [PeriodFigures]
) -> [String] {
  let kind = figures.period.kind
  guard !figures.isProvisional else {
    return ["The \(kind.rawValue) is not compared with earlier ones before it is over."]
  }
  var found: [String] = []
  var compared = 0
  var before = 0
  var reach: String?
  for figure in figures.main + figures.side where figure.value != nil {
    guard let series = FigureSeries(figure.definition, in: history),
      let index = series.points.lastIndex(where: { $0.period == figures.period })
    else { continue }
    let earlier = ShiftTest.before(endOf: series.samples(upTo: index))
    guard earlier >= ShiftTest.fewestBefore else { continue }
    compared += 1
    before = max(before, earlier)
    let name = FigureDefinition.running(printable(figure.title))
    if let signal = series.signal(at: index) {
      found.append("\(name), \(signal.tone) (\(signal.clause))")
    }
    if reach == nil {
      reach = series.reach(at: index)?.words(
        of: name, in: kind, figure.definition.subject)
    }
  }
  guard compared > 0 else { return ["There is not enough history to call a trend."] }
  let looked =
    "\(counted(compared, "figure")) \(compared == 1 ? "was" : "were") compared with the "
    + "\(kind.noun(2)) before (up to \(NumberWords.cardinal(before)))"
  guard found.isEmpty else {
    return [
      "\(looked); \(NumberWords.cardinal(found.count)) moved beyond normal variation: "
        + "\(found.joined(separator: "; "))."
    ]
  }
  return ["\(looked): none moved beyond normal \(kind.adverb) variation."]
    + (reach.map { [$0] } ?? [])
}

extension Period.Kind {
  /// `month-to-month`.
  fileprivate var adverb: String { "\(rawValue)-to-\(rawValue)" }
}

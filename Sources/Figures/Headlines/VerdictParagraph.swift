import Chronology
import PolicyReading

/// What a period comes to, in one paragraph of plain words: targets, how sure they are, signals,
/// exceptions, and what could not be counted. Made of the figures alone, so that it says the same
/// each time.
///
/// - Parameter history: The figures of periods of the same kind, the earliest first; the period
///   itself may be among them.
package func verdictParagraph(
  of figures: PeriodFigures, in history: [PeriodFigures]
) -> String {
  let kind = figures.period.kind
  let earlier = history.filter {
    $0.period.kind == kind && $0.period.interval.end <= figures.period.interval.start
  }.suffix(kind.comparedPeriods - 1)
  let sentences =
    targetSentences(figures) + signalSentences(figures, in: earlier + [figures])
    + exceptionSentences(figures) + doubtSentences(figures)
  return sentences.joined(separator: " ")
}

private func targetSentences(_ figures: PeriodFigures) -> [String] {
  let judged = figures.main.filter { $0.verdict != nil }
  let name = figures.period.title
  let soFar = figures.isProvisional ? "so far " : ""
  guard !judged.isEmpty else { return ["The policy sets no targets."] }
  let met = judged.filter { $0.verdict == .met }
  let missed = judged.filter { $0.verdict == .missed }
  let without = judged.count - met.count - missed.count
  guard without < judged.count else {
    let reason = figures.isProvisional ? "has ended so far" : "ended"
    return [
      "There is no data for \(name): no change that the targets judge \(reason)."
    ]
  }
  let counts = [(met.count, "met"), (missed.count, "missed"), (without, "")].filter { $0.0 > 0 }
  let all = NumberWords.counted(judged.count, "target")
  let clauses = counts.enumerated().map { index, part in
    let (number, verb) = part
    let isWhole = number == judged.count
    let subject =
      isWhole
      ? number == 1 ? "the policy's one target" : "all \(all) of the policy"
      : NumberWords.cardinal(number) + (index == 0 ? " of the policy's \(all)" : "")
    return verb.isEmpty
      ? "\(subject) \(number == 1 ? "has" : "have") no data" : "\(subject) \(were(number)) \(verb)"
  }
  var sentences = [NumberWords.sentence("\(soFar)in \(name), \(NumberWords.list(clauses)).")]
  if !missed.isEmpty {
    let names = missed.map { figure in
      "\(FigureDefinition.running(printable(figure.title))) (\(figure.shortValue), "
        + "target \(printable(figure.target?.text ?? "")))"
    }
    sentences.append("Missed: \(NumberWords.list(names)).")
  }
  return sentences + evidenceSentences(met + missed)
}

extension Figure {
  /// Of a duration the two largest units say enough in a sentence.
  fileprivate var shortValue: String {
    guard case .duration(let duration) = self, let summary = duration.summary else {
      return valueText
    }
    return "\(words(for: summary.mean)), mean of \(definition.subject.counted(summary.count))"
  }
}

/// How sure the verdicts are; durations have no interval.
private func evidenceSentences(_ judged: [Figure]) -> [String] {
  func names(_ isClear: Bool) -> [String] {
    judged.compactMap { figure in
      guard case .rate(let rate) = figure, let evidence = rate.evidence,
        (evidence == .clear) == isClear
      else { return nil }
      return "the " + FigureDefinition.running(printable(figure.title))
    }
  }
  let (clear, open) = (names(true), names(false))
  if open.isEmpty { return [] }
  if clear.isEmpty {
    return [
      open.count == 1
        ? "There are too few changes to be sure of \(open[0])."
        : "There are too few changes to be sure of any of these rates."
    ]
  }
  return [
    "The evidence is clear for \(NumberWords.list(clear)); there are too few changes to be sure "
      + "of \(NumberWords.list(open))."
  ]
}

private func signalSentences(
  _ figures: PeriodFigures, in history: [PeriodFigures]
) -> [String] {
  guard !figures.isProvisional else {
    return ["It is not compared with earlier \(figures.period.kind.noun(2)) before it is over."]
  }
  var found: [String] = []
  var charts = 0
  for figure in figures.main + figures.side where figure.value != nil {
    guard let series = FigureSeries(figure.definition, in: history),
      let recent = series.recent(),
      case .success(let chart) = ControlChart.make(of: recent)
    else { continue }
    charts += 1
    for signal in chart.signals where signal.reaches(figures.period) {
      let name = FigureDefinition.running(printable(figure.title))
      let tone = signal.isBetter.map { $0 ? ", for the better" : ", for the worse" } ?? ""
      found.append("\(name), \(signal.clause(in: chart, of: figure))\(tone)")
    }
  }
  if !found.isEmpty {
    let head = NumberWords.sentence(NumberWords.counted(found.count, "signal"))
    return ["\(head) beyond chance: \(found.joined(separator: "; "))."]
  }
  let kind = figures.period.kind
  guard charts > 0 else {
    return ["There is too little history to tell signal from noise."]
  }
  return ["Nothing differs from the \(kind.noun(2)) before by more than chance would make it."]
}

private func exceptionSentences(_ figures: PeriodFigures) -> [String] {
  let exceptions = figures.exceptions
  let known = figures.main.contains { $0.count > 0 }
  guard !exceptions.isEmpty else {
    return known ? ["No change failed and none was an emergency."] : []
  }
  if exceptions.count == 1 {
    let kinds = exceptions[0].kinds.map(\.predicate)
    return ["One change is an exception: it \(NumberWords.list(kinds))."]
  }
  let kinds = ReportException.Kind.allCases.compactMap { kind -> String? in
    let number = exceptions.count { $0.kinds.contains(kind) }
    return number == 0 ? nil : kind.clause(number)
  }
  return [
    NumberWords.sentence(
      "\(NumberWords.counted(exceptions.count, "change")) are exceptions: "
        + "\(NumberWords.list(kinds)).")
  ]
}

private func doubtSentences(_ figures: PeriodFigures) -> [String] {
  var sentences: [String] = []
  let excluded = figures.figures.first?.exclusionsByReason ?? []
  func number(_ reason: ExclusionReason) -> Int {
    excluded.first { $0.reason == reason }?.ids.count ?? 0
  }
  let unknown = number(.unknownOutcome)
  if unknown > 0 {
    sentences.append(
      NumberWords.sentence(
        "\(NumberWords.counted(unknown, "change")) \(unknown == 1 ? "is" : "are") over without an "
          + "outcome on record and could move these figures."))
  }
  let unreadable = number(.unreadable)
  if unreadable > 0 {
    sentences.append(
      NumberWords.sentence(
        "\(NumberWords.counted(unreadable, "record")) could not be read and "
          + "\(unreadable == 1 ? "is" : "are") not counted."))
  }
  return sentences
}

private func were(_ number: Int) -> String { number == 1 ? "was" : "were" }

extension ReportException.Kind {
  /// What is said of one change.
  fileprivate var predicate: String {
    switch self {
    case .emergency: "was an emergency"
    case .failed: "failed"
    case .rolledBack: "was rolled back"
    case .aborted: "was aborted after its start"
    case .causedIncident: "caused an incident"
    }
  }

  /// `two failed`, `one was an emergency`.
  fileprivate func clause(_ number: Int) -> String {
    let count = NumberWords.cardinal(number)
    return switch self {
    case .emergency: number == 1 ? "one was an emergency" : "\(count) were emergencies"
    case .failed: "\(count) failed"
    case .rolledBack: "\(count) \(were(number)) rolled back"
    case .aborted: "\(count) \(were(number)) aborted after the start"
    case .causedIncident: "\(count) caused an incident"
    }
  }
}

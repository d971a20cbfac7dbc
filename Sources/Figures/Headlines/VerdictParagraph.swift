import Chronology
import PolicyReading

/// What a period comes to, in one paragraph of plain words: targets, how sure they are, shifts,
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
  }.suffix(kind.comparedPeriods)
  let sentences =
    targetSentences(figures) + signalSentences(figures, in: earlier + [figures])
    + exceptionSentences(figures) + doubtSentences(figures)
  return sentences.joined(separator: " ")
}

private func targetSentences(_ figures: PeriodFigures) -> [String] {
  let judged = figures.judged
  let name = figures.period.title
  let soFar = figures.isProvisional ? "so far " : ""
  guard !judged.isEmpty else { return ["The policy sets no target for these figures."] }
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
    let names = missed.map { missedClause($0, in: figures) }
    sentences.append("Missed: \(NumberWords.list(names)).")
  }
  return sentences + evidenceSentences(judged)
}

/// `change success rate (63.6%, 7 of 11; 1 failed and 3 rolled back; target >95%)`.
private func missedClause(_ judged: JudgedFigure, in figures: PeriodFigures) -> String {
  var parts = [judged.figure.valueText]
  // The parts of a figure of some changes, or of a part of the period, are not those of the whole.
  if judged.figure.target?.scopeWords == nil, judged.part == nil,
    let missed = figures.missedWords(of: judged.figure)
  {
    parts.append(missed)
  }
  parts.append("target \(printable(judged.target.text))")
  return
    "\(FigureDefinition.running(printable(judged.title))) (\(parts.joined(separator: "; ")))"
}

/// How sure the verdicts are, in the order of the targets; durations and numbers have no such test.
private func evidenceSentences(_ judged: [JudgedFigure]) -> [String] {
  let rates = judged.compactMap { judged -> (name: String, evidence: EvidenceVerdict)? in
    guard case .rate(let rate) = judged.figure, let evidence = rate.evidence else { return nil }
    return ("the " + FigureDefinition.running(printable(judged.title)), evidence)
  }
  /// `the rollback rate`; of all of several `all three rates`.
  func names(_ wanted: EvidenceVerdict) -> String? {
    let names = rates.filter { $0.evidence == wanted }.map(\.name)
    if names.isEmpty { return nil }
    guard names.count == rates.count, names.count > 1 else { return NumberWords.list(names) }
    return names.count == 2 ? "both rates" : "all \(NumberWords.cardinal(names.count)) rates"
  }
  let clauses = [
    names(.clear).map { "clear for \($0)" },
    names(.tooFew).map { "inconclusive for \($0): there are too few changes" },
    names(.unknownOutcomes).map { "inconclusive for \($0) while outcomes are unknown" },
  ].compactMap(\.self)
  guard !clauses.isEmpty else { return [] }
  return ["The evidence is \(clauses.joined(separator: "; it is "))."]
}

private func exceptionSentences(_ figures: PeriodFigures) -> [String] {
  let exceptions = figures.exceptions
  let known = figures.main.contains { $0.count > 0 }
  guard !exceptions.isEmpty else {
    guard known else { return [] }
    return doubtSentences(figures).isEmpty
      ? ["No change failed, and none was an emergency."]
      : ["No change is known to have failed or to be an emergency."]
  }
  let kinds = ReportException.Kind.allCases.compactMap { kind -> String? in
    let number = exceptions.count { $0.kinds.contains(kind) }
    return number == 0 ? nil : kind.counted(number)
  }
  // A change may be an emergency and have failed: then the kinds are more than the changes.
  let note =
    exceptions.contains { $0.kinds.count > 1 }
    ? " (\(counted(exceptions.count, "change")) in all)" : ""
  return ["Exceptions: \(kinds.joined(separator: ", "))\(note)."]
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
        "\(NumberWords.counted(unknown, "change")) \(unknown == 1 ? "has" : "have") no recorded "
          + "outcome although it is due, and could move these figures."))
  }
  let undated = number(.noEnd)
  if undated > 0 {
    sentences.append(
      NumberWords.sentence(
        "\(NumberWords.counted(undated, "change")) \(undated == 1 ? "has" : "have") an outcome and no "
          + "recorded end, and could belong to this period."))
  }
  let unreadable = number(.unreadable)
  if unreadable > 0 {
    sentences.append(
      NumberWords.sentence(
        "\(NumberWords.counted(unreadable, "record")) \(unreadable == 1 ? "has" : "have") errors and "
          + "\(unreadable == 1 ? "is" : "are") excluded."))
  }
  return sentences
}

private func were(_ number: Int) -> String { number == 1 ? "was" : "were" }

extension ReportException.Kind {
  /// `1 emergency`, `2 rolled back`.
  package func counted(_ number: Int) -> String {
    switch self {
    case .emergency: number == 1 ? "1 emergency" : "\(number) emergencies"
    case .failed, .rolledBack, .aborted, .withIssues: "\(number) \(text)"
    case .causedIncident: "\(number) caused an incident"
    }
  }
}

import Chronology
import Configuration
import Figures
import Findings
import PolicyReading
import Records
import SourceText

extension PublishedFigure {
  /// A figure in the form in which it is published.
  init(_ figure: Figure) {
    let counted: [PublishedStanding]
    let size: PublishedSize
    switch figure {
    case .rate(let rate):
      size = .rate(rate.numerator, of: rate.denominator)
      counted = rate.counted.map {
        PublishedStanding(id: $0.id, judgement: .part($0.part, of: $0.whole))
      }
    case .duration(let duration):
      size = .duration(total: duration.summary?.total ?? 0, of: duration.count)
      counted = duration.durations.map {
        PublishedStanding(id: $0.id, judgement: .seconds($0.seconds))
      }
    case .count(let count):
      size = .count(count.count)
      counted = count.countedIDs.map { PublishedStanding(id: $0, judgement: .counted) }
    }
    let excluded = figure.excluded.map {
      PublishedStanding(id: $0.id, judgement: .excluded($0.reason.rawValue))
    }
    self.init(
      key: figure.definition.key, title: figure.title, size: size, target: figure.target?.text,
      verdict: figure.verdict?.rawValue, evidence: figure.evidence?.key,
      standings: Self.inOrder(counted + excluded))
  }

  /// By id, each once: two records of one id are both left out, and stand for one.
  private static func inOrder(_ standings: [PublishedStanding]) -> [PublishedStanding] {
    let sorted = standings.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return sorted.enumerated().compactMap { index, standing in
      index > 0 && sorted[index - 1].id == standing.id ? nil : standing
    }
  }
}

extension PublishedSize {
  /// `88.9%, 8 of 9`, `1 h 35 min, mean of 12`, `14`, or `no data`.
  package var words: String {
    switch self {
    case .rate(_, of: 0), .duration(_, of: 0): "no data"
    case .rate(let k, let n): "\(formatShare(k, n)), \(k) of \(n)"
    case .duration(let total, let n):
      "\(formatExactDuration(Double(total) / Double(n))), mean of \(n)"
    case .count(let n): "\(n)"
    }
  }

  /// A share, seconds or a number; nil without data.
  package var value: Double? {
    switch self {
    case .rate(_, of: 0), .duration(_, of: 0): nil
    case .rate(let k, let n): Double(k) / Double(n)
    case .duration(let total, let n): Double(total) / Double(n)
    case .count(let n): Double(n)
    }
  }
}

extension ReportIndex {
  /// The settings that figures and verdicts rest on now.
  var publishedSettings: PublishedSettings {
    PublishedSettings(
      confidence: register.settings.confidence,
      outcomeDue: register.settings.outcomeDue / 86_400)
  }

  /// The version of the policy in force at the end of a period.
  func publishedPolicy(of period: Period) -> PublishedPolicy {
    let metadata = register.policies.inForce(at: min(period.interval.end + -1, asOf)).metadata
    return PublishedPolicy(
      id: metadata.id?.value, version: metadata.version?.value,
      effective: metadata.effective?.value.description)
  }

  /// What is on record of a change or an incident, as far as figures ask for it, by name; nil where
  /// there is no such record.
  func facts(of id: String) -> [PublishedRecord.Fact]? {
    let facts: [(String, String?)]
    if let change = register.change(id) {
      facts = [
        ("caused incidents", list(caused[id] ?? [])),
        ("deployed", change.deployed?.value.rfc3339),
        ("end", change.ended?.value.rfc3339),
        ("findings", list(findings(on: change))),
        ("last approval", change.lastApproval?.value.rfc3339),
        ("outcome", change.outcome?.value.rawValue),
        ("planned end", change.scheduled?.value.end.rfc3339),
        ("requested", change.requested?.value.rfc3339),
        ("review", change.review?.at?.value.rfc3339),
        ("start", change.started?.value.rfc3339),
        ("systems", list(change.systems.map(\.value))),
        ("type", change.type?.value),
      ]
    } else if let incident = register.incident(id) {
      facts = [
        ("caused by", list(incident.causedBy.map(\.value))),
        ("resolved", incident.resolved?.value.rfc3339),
        ("start", incident.started?.value.rfc3339),
      ]
    } else {
      return nil
    }
    return facts.compactMap { name, value in
      value.map { PublishedRecord.Fact(name: name, value: $0) }
    }
  }

  private func list(_ names: [String]) -> String? {
    names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The codes of the errors and breaches on a change, each once.
  private func findings(on change: Change) -> [String] {
    var codes: [String] = []
    for index in findingsOfRecord[change.id] ?? [] {
      let finding = findings[index]
      guard finding.nature == .unreadable || finding.nature == .breach else { continue }
      let code = finding.code.description + (finding.waiver == nil ? "" : " (waived)")
      if !codes.contains(code) { codes.append(code) }
    }
    return codes.sorted()
  }
}

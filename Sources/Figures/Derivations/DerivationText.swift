import Chronology

/// A derivation as text for a terminal; ends with a line feed.
package func renderDerivationText(_ derivation: Derivation) -> String {
  let figure = derivation.figure
  let period = derivation.period
  let lastDay = period.endDay.adding(days: -1)
  var lines = [
    "\(printable(figure.title)), \(period.title)",
    "\(period.label): \(period.firstDay) to \(lastDay), \(derivation.zone.name)",
  ]
  if derivation.isProvisional {
    lines.append("PROVISIONAL: the period has not ended as of \(derivation.asOf.rfc3339)")
  }
  lines += ["", "Value        \(figure.valueText)"]
  if !figure.verdictText.isEmpty { lines.append("Verdict      \(figure.verdictText)") }
  lines += [
    "", "Numerator    \(figure.definition.numerator)",
    "Denominator  \(figure.definition.denominator)", "",
  ]
  for group in groups(of: derivation) {
    lines.append("\(group.heading): \(group.records.count)")
    lines += group.records.map {
      "  " + line(of: $0, subject: figure.definition.subject, in: derivation.zone)
    }
    lines.append("")
  }
  if derivation.records.isEmpty {
    lines += ["No \(figure.definition.subject.rawValue) belongs to the period.", ""]
  }
  if !derivation.unplaced.isEmpty {
    lines.append("Not read, or without a time, and in no number: \(derivation.unplaced.count)")
    lines += derivation.unplaced.map { "  " + printable($0) }
    lines.append("")
  }
  lines.append("Arithmetic")
  lines += derivation.steps.map { "  " + printable($0) }
  return lines.joined(separator: "\n") + "\n"
}

/// The records by what they did, in the order in which a reader asks for them.
private func groups(
  of derivation: Derivation
) -> [(heading: String, records: [DerivedRecord])] {
  let subject = derivation.figure.definition.subject
  let isRate = if case .rate = derivation.figure { true } else { false }
  func having(_ roles: (DerivedRecord.Role) -> Bool) -> [DerivedRecord] {
    derivation.records.filter { roles($0.role) }
  }
  let counted = having { role in
    switch role {
    case .numerator, .time, .counted, .parts: true
    case .denominator, .excluded: false
    }
  }
  let all: [(String, [DerivedRecord])] = [
    (
      subject == .breach
        ? "Changes with \(subject.plural)"
        : isRate ? "In the numerator and the denominator" : "Counted", counted
    ),
    ("In the denominator only", having { $0 == .denominator }),
    ("Excluded", having { if case .excluded = $0 { true } else { false } }),
  ]
  return all.filter { !$0.1.isEmpty }
}

/// `CHG-1  Rotate keys; ended 9 Mar 2026, 02:40 UTC; outcome successful`.
private func line(of record: DerivedRecord, subject: FigureSubject, in zone: Zone) -> String {
  var parts: [String] = []
  switch record.role {
  case .numerator, .denominator, .counted: break
  case .parts(let part, let whole): parts.append("\(part) of \(subject.counted(whole))")
  case .time(let seconds): parts.append("\(formatExactDuration(Double(seconds))) (\(seconds) s)")
  case .excluded(let reason): parts.append(reason.text)
  }
  parts += record.facts.map { fact in
    switch fact.value {
    case .instant(let instant): "\(fact.label) \(DisplayTime.instant(instant, in: zone))"
    case .words(let words): "\(fact.label) \(printable(words))"
    }
  }
  let title = printable(record.title ?? "no title")
  return ([printable(record.id) + "  " + title] + parts).joined(separator: "; ")
}

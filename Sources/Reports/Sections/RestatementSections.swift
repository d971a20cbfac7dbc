import Documents
import Chronology
import Figures
import Findings
import Records
import SourceText

extension PeriodReport {
  /// What was published and no longer holds; and what cannot be compared.
  var restatementSections: [Section] {
    if let finding = unreadablePublication {
      return [
        Section(
          "restatement", "Published figures",
          [
            Paragraph(
              "\(Inline.mark(.bad, "Not compared")): \(finding.place.file.path), line \(finding.place.start.line): \(finding.message). Whether the figures of this \(period.kind.rawValue) are those that were published is not known."
            )
          ])
      ]
    }
    guard let restatement else { return [] }
    let published = "\(index.time(restatement.published.asOf))" as RichText
    guard restatement.isRestated else {
      return [
        Section(
          "restatement", "Published figures",
          [Paragraph("The figures are those that were published as of \(published).")])
      ]
    }
    return [
      Section(
        "restatement", "Restated since they were published",
        [
          Paragraph(
            "Figures of this \(period.kind.rawValue) were published as of \(published). \(counted(restatement.figures.count, "of them is", "of them are").capitalisedFirst) no longer what \(restatement.figures.count == 1 ? "it was" : "they were")."
          ),
          restatedFigures(restatement),
        ] + restatedRecords(restatement) + earlierEditions(restatement))
    ]
  }

  private func restatedFigures(_ restatement: Restatement) -> Table {
    let rows = restatement.figures.map { figure -> [RichText] in
      [
        RichText([.link(.figure(figure.key, period), figure.title)]),
        RichText(figure.was.size.words + verdictSuffix(figure.was)),
        RichText(figure.now.map { $0.size.words + verdictSuffix($0) } ?? "no longer computed"),
      ]
    }
    return Table(
      "What was published, and what it is now",
      [.init("Figure"), .init("Published"), .init("Now")], rows)
  }

  private func verdictSuffix(_ figure: PublishedFigure) -> String {
    guard let verdict = figure.verdict.flatMap(Verdict.init(rawValue:)), verdict != .noData else {
      return ""
    }
    return ", \(verdict.text)" + (figure.target.map { " (\($0))" } ?? "")
  }

  private func restatedRecords(_ restatement: Restatement) -> [any Block] {
    var blocks: [any Block] = []
    if !restatement.records.isEmpty {
      blocks.append(
        ItemList(
          restatement.records.prefix(Self.mostRecords).map { record in
            ItemList.Item(
              "\(index.named(record.id)): \(reason(for: record))",
              [
                record.moves.map { move in
                  "\(move.figure): \(words(of: move.was)) → \(words(of: move.now))" as RichText
                }.joined(by: "; ")
              ])
          }))
      let more = restatement.records.count - Self.mostRecords
      if more > 0 {
        blocks.append(
          Note(
            "\(more) more records are in the \(Inline.link(.restatements, "list of restatements")) ."
          ))
      }
    }
    if restatement.settingsChanged {
      blocks.append(
        Note(
          "The settings of the site have changed since: the level of confidence, or the time within which an outcome is due. Verdicts and evidence may differ for that reason alone."
        ))
    }
    if restatement.policyChanged {
      blocks.append(
        Note(
          "Another version of the policy was in force for the period when the figures were published."
        ))
    }
    return blocks
  }

  private static let mostRecords = 20

  /// Why a record bears on the figures otherwise than it did.
  private func reason(for record: RestatedRecord) -> RichText {
    switch record.presence {
    case .removed: return "there is no such record any more."
    case .came:
      return "in no figure of the period when they were published; added since, or moved into it."
    case .left, .stayed:
      guard !record.facts.isEmpty else {
        return "nothing recorded of it changed; the policy, another record or the program did."
      }
      let facts = record.facts.map { fact -> RichText in
        switch (fact.was, fact.now) {
        case (nil, let now?): "\(fact.name) is now \(words(ofFact: now))"
        case (let was?, nil): "\(fact.name) was \(words(ofFact: was)) and is not recorded"
        default:
          "\(fact.name) changed from \(words(ofFact: fact.was ?? "")) to \(words(ofFact: fact.now ?? ""))"
        }
      }.joined(by: "; ")
      return record.presence == .left ? "\(facts), which moves it out of the period." : facts + "."
    }
  }

  /// An instant as people read it; any other fact as it stands.
  private func words(ofFact value: String) -> RichText {
    guard value.utf8.count >= 20, let reading = InstantText.read(value, in: .utc),
      !reading.zoneAssumed
    else { return RichText(value) }
    return index.time(reading.instant)
  }

  private func words(of judgement: PublishedStanding.Judgement?) -> String {
    switch judgement {
    case nil: "not in the period"
    case .part(0, of: 1)?: "counted in the denominator only"
    case .part(1, of: 1)?: "counted in the numerator"
    case .part(let part, let whole)?: "counted with \(part) of \(whole)"
    case .seconds(let seconds)?: "counted with \(formatExactDuration(Double(seconds)))"
    case .counted?: "counted"
    case .excluded(let reason)?:
      "not counted, \(ExclusionReason(rawValue: reason)?.text ?? reason)"
    }
  }

  private func earlierEditions(_ restatement: Restatement) -> [any Block] {
    guard !restatement.published.earlier.isEmpty else { return [] }
    let keys = Set(restatement.figures.map(\.key))
    return [
      Note("They had been published before:"),
      ItemList(
        restatement.published.earlier.map { edition in
          ItemList.Item(
            "as of \(index.time(edition.asOf))",
            [
              RichText(
                edition.figures.filter { keys.contains($0.key) }.map { key, size in
                  let title = restatement.figures.first { $0.key == key }?.title ?? key
                  return "\(title) \(size.words)"
                }.joined(separator: "; "))
            ])
        }),
    ]
  }
}

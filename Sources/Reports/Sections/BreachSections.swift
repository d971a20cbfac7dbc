import Chronology
import Findings
import PolicyReading
import Records
import Rules
import SourceText

extension PeriodReport {
  /// Rules broken most, repeated breaches, waivers, and findings by rule over the periods.
  var breachSections: [ReportSection] {
    [brokenRulesSection, waiversSection, ruleCourseSection]
  }

  private var brokenRulesSection: ReportSection {
    guard !breaches.rules.isEmpty else {
      return ReportSection(
        "breaches", "Breaches of the policy",
        [
          .empty(
            "None in the records of this \(period.kind.rawValue). Rules that were broken would be "
              + "here, the most often broken first.")
        ])
    }
    let rows = breaches.rules.prefix(Self.mostRows).map { rule -> [Words] in
      [
        self.rule(rule.code), Words(title(of: rule.code)), "\(rule.open)", "\(rule.waived)",
        index.references(rule.records, most: 6),
      ]
    }
    let columns: [ReportTable.Column] = [
      .init("Rule"), .init("What was not followed"), .init("Breaches", isNumber: true),
      .init("Waived", isNumber: true), .init("Changes"),
    ]
    var blocks: [ReportBlock] = [
      .table(ReportTable("Rules that were broken, the most often first", columns, rows))
    ]
    if breaches.repeated.isEmpty {
      blocks.append(.note("No rule was broken by more than one change of the same system."))
    } else {
      blocks.append(.paragraph("The same rule by changes of the same system:"))
      blocks.append(
        .list(
          breaches.repeated.prefix(Self.mostRows).map { repeated in
            ReportItem(
              "\(Phrase.link(.system(repeated.system), repeated.system)): \(rule(repeated.code)) \(title(of: repeated.code))",
              [
                "\(counted(repeated.records.count, "change", "changes")): \(index.references(repeated.records))"
              ])
          }))
    }
    return ReportSection("breaches", "Breaches of the policy", blocks)
  }

  private var waiversSection: ReportSection {
    guard !breaches.waivers.isEmpty else {
      return ReportSection(
        "waivers", "Accepted exceptions",
        [
          .empty(
            "None. Breaches that a waiver covers would be here, with who accepted them and why.")
        ])
    }
    let items = breaches.waivers.prefix(Self.mostRows).map { finding in
      let waiver = finding.waiver
      return ReportItem(
        "\(finding.record.map { index.named($0) } ?? Words(finding.place.file.path)): \(rule(finding.code)) \(title(of: finding.code))",
        [
          "Accepted by \(waiver?.by ?? "nobody"), \(instant(waiver?.at ?? "")): \(waiver?.reason ?? "no reason")"
        ])
    }
    return ReportSection("waivers", "Accepted exceptions", [.list(items)])
  }

  private var ruleCourseSection: ReportSection {
    guard !breaches.course.isEmpty else {
      return ReportSection(
        "findings", "Findings by rule", [.empty("Nothing was found in these periods.")])
    }
    let columns =
      [ReportTable.Column("Rule"), ReportTable.Column("What it finds")]
      + breaches.periods.map {
        ReportTable.Column(DisplayTime.period($0).capitalisedFirst, isNumber: true)
      }
    let rows = breaches.course.map { course -> [Words] in
      [rule(course.code), Words(title(of: course.code))]
        + course.counts.map { count in
          let code = course.code.description
          return count == 0 ? "0" : Words([.link(.findings(code), "\(count)")])
        }
    }
    return ReportSection(
      "findings", "Findings by rule",
      [
        .table(ReportTable("Findings by rule over the periods", columns, rows)),
        .note(
          "A finding belongs to the period in which its change ended, else started, was planned or was requested; errors, breaches and warnings, waived ones among them."
        ),
      ])
  }

  /// The policy's controls, each with its exceptions.
  var controlSections: [ReportSection] {
    guard !breaches.controls.isEmpty else { return [] }
    let rows = breaches.controls.map { review -> [Words] in
      let control = review.control
      return [
        clause(control.reference, Words(control.standard)), Words(control.requirement),
        review.open == 0 ? Words([.mark(.good, "none")]) : Words([.mark(.bad, "\(review.open)")]),
        "\(review.waived)", index.references(review.records, most: 6),
        Words(review.topic.words),
      ]
    }
    let columns: [ReportTable.Column] = [
      .init("Standard"), .init("Requirement"), .init("Exceptions"), .init("Waived", isNumber: true),
      .init("Changes"), .init("Breaches of"),
    ]
    return [
      ReportSection(
        "controls", "Controls and their exceptions",
        [
          .table(ReportTable("Controls of the policy", columns, rows)),
          .note(
            "An exception is a breach of one of the rules that the control’s words name. Population: \(Phrase.link(.figure("deployment_frequency", period), "the changes deployed in the period"))."
          ),
        ])
    ]
  }

  private static let mostRows = 15

  private func rule(_ code: RuleCode) -> Words {
    Words([.link(.findings(code.description), code.description)])
  }

  /// An instant as people read it; another text as it stands.
  private func instant(_ text: String) -> Words {
    guard let reading = InstantText.read(text, in: .utc) else { return Words(text) }
    return index.time(reading.instant)
  }

  private func title(of code: RuleCode) -> String {
    RuleCatalogue.rule(code)?.documentation.title ?? "a rule that this program does not have"
  }

  func clause(_ reference: PolicyReference, _ words: Words) -> Words {
    guard let number = reference.clause else { return words }
    return "\(words) (\(Phrase.link(.clause(reference), "§\(number)")))"
  }
}

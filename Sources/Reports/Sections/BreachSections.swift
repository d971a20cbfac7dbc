import Documents
import Chronology
import Findings
import PolicyReading
import Records
import Rules
import SourceText

extension PeriodReport {
  /// Rules broken most, repeated breaches, waivers, and findings by rule over the periods.
  var breachSections: [Section] {
    [brokenRulesSection, waiversSection, ruleCourseSection]
  }

  private var brokenRulesSection: Section {
    guard !breaches.rules.isEmpty else {
      return Section(
        "breaches", "Breaches of the policy",
        [
          EmptyState(
            "None in the records of this \(period.kind.rawValue). Rules that were broken would be "
              + "here, the most often broken first.")
        ])
    }
    let rows = breaches.rules.prefix(Self.mostRows).map { rule -> [RichText] in
      [
        self.rule(rule.code), RichText(title(of: rule.code)), "\(rule.open)", "\(rule.waived)",
        index.references(rule.records, most: 6),
      ]
    }
    let columns: [Table.Column] = [
      .init("Rule"), .init("What was not followed"), .init("Breaches", isNumber: true),
      .init("Waived", isNumber: true), .init("Changes"),
    ]
    var blocks: [any Block] = [
      Table("Rules that were broken, the most often first", columns, rows)
    ]
    if breaches.repeated.isEmpty {
      blocks.append(Note("No rule was broken by more than one change of the same system."))
    } else {
      blocks.append(Paragraph("The same rule by changes of the same system:"))
      blocks.append(
        ItemList(
          breaches.repeated.prefix(Self.mostRows).map { repeated in
            ItemList.Item(
              "\(Inline.link(.system(repeated.system), repeated.system)): \(rule(repeated.code)) \(title(of: repeated.code))",
              [
                "\(counted(repeated.records.count, "change", "changes")): \(index.references(repeated.records))"
              ])
          }))
    }
    return Section("breaches", "Breaches of the policy", blocks)
  }

  private var waiversSection: Section {
    guard !breaches.waivers.isEmpty else {
      return Section(
        "waivers", "Accepted exceptions",
        [
          EmptyState(
            "None. Breaches that a waiver covers would be here, with who accepted them and why.")
        ])
    }
    let items = breaches.waivers.prefix(Self.mostRows).map { finding in
      let waiver = finding.waiver
      return ItemList.Item(
        "\(finding.record.map { index.named($0) } ?? RichText(finding.place.file.path)): \(rule(finding.code)) \(title(of: finding.code))",
        [
          "Accepted by \(waiver?.by ?? "nobody"), \(instant(waiver?.at ?? "")): \(waiver?.reason ?? "no reason")"
        ])
    }
    return Section("waivers", "Accepted exceptions", [ItemList(items)])
  }

  private var ruleCourseSection: Section {
    guard !breaches.course.isEmpty else {
      return Section(
        "findings", "Findings by rule", [EmptyState("Nothing was found in these periods.")])
    }
    let columns =
      [Table.Column("Rule"), Table.Column("What it finds")]
      + breaches.periods.map {
        Table.Column(DisplayTime.period($0).capitalisedFirst, isNumber: true)
      }
    let rows = breaches.course.map { course -> [RichText] in
      [rule(course.code), RichText(title(of: course.code))]
        + course.counts.map { count in
          let code = course.code.description
          return count == 0 ? "0" : RichText([.link(.findings(code), "\(count)")])
        }
    }
    return Section(
      "findings", "Findings by rule",
      [
        Table("Findings by rule over the periods", columns, rows),
        Note(
          "A finding belongs to the period in which its change ended, else started, was planned or was requested; errors, breaches and warnings, waived ones among them."
        ),
      ])
  }

  /// The policy's controls, each with its exceptions.
  var controlSections: [Section] {
    guard !breaches.controls.isEmpty else { return [] }
    let rows = breaches.controls.map { review -> [RichText] in
      let control = review.control
      return [
        clause(control.reference, RichText(control.standard)), RichText(control.requirement),
        review.open == 0
          ? RichText([.mark(.good, "none")]) : RichText([.mark(.bad, "\(review.open)")]),
        "\(review.waived)", index.references(review.records, most: 6),
        RichText(review.topic.words),
      ]
    }
    let columns: [Table.Column] = [
      .init("Standard"), .init("Requirement"), .init("Exceptions"), .init("Waived", isNumber: true),
      .init("Changes"), .init("Breaches of"),
    ]
    return [
      Section(
        "controls", "Controls and their exceptions",
        [
          Table("Controls of the policy", columns, rows),
          Note(
            "An exception is a breach of one of the rules that the control’s words name. Population: \(Inline.link(.figure("deployment_frequency", period), "the changes deployed in the period"))."
          ),
        ])
    ]
  }

  private static let mostRows = 15

  private func rule(_ code: RuleCode) -> RichText {
    RichText([.link(.findings(code.description), code.description)])
  }

  /// An instant as people read it; another text as it stands.
  private func instant(_ text: String) -> RichText {
    guard let reading = InstantText.read(text, in: .utc) else { return RichText(text) }
    return index.time(reading.instant)
  }

  private func title(of code: RuleCode) -> String {
    RuleCatalogue.rule(code)?.documentation.title ?? "a rule that this program does not have"
  }

  func clause(_ reference: PolicyReference, _ words: RichText) -> RichText {
    guard let number = reference.clause else { return words }
    return "\(words) (\(Inline.link(.clause(reference), "§\(number)")))"
  }
}

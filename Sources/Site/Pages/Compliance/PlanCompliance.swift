import Chronology
import DeploymentLogs
import Deployments
import Documents
import Findings
import PolicyReading
import Records
import Reports
import Rules
import SourceText

/// The pages for auditors: the controls of the policy and a page for each, who had which part, the audit
/// log and retention.
func planCompliance(_ publication: Publication) -> [PlannedPage] {
  let view = ComplianceView(publication)
  return [view.planIndex(), view.planDuties(), view.planAuditLog(), view.planRetention()]
    + view.tests.value.map { view.planControl($0.test, at: $0.route) }
}

/// What the pages for auditors share.
struct ComplianceView: Sendable {
  let publication: Publication
  /// Each control with the address of its page.
  let tests: Deferred<[(test: ControlTest, route: Route)]>

  init(_ publication: Publication) {
    self.publication = publication
    tests = Deferred {
      let tests = publication.reports.controlTests
      return zip(tests, Route.controls(tests.map(\.control))).map { ($0, $1) }
    }
  }

  static let trail = [Breadcrumb(.compliance)]

  fileprivate func planIndex() -> PlannedPage {
    PlannedPage(
      "Compliance", at: .compliance, in: .compliance, below: [], publication
    ) {
      Document(
        kicker: "What an auditor asks for", title: "Compliance",
        lead: """
          The controls of the policy, each held against every change, with its exceptions and who accepted \
          them. Nothing is left out because it was mended or waived.
          """,
        [
          Section("controls", "Controls", [controls]),
          Section(
            "more", "Further evidence",
            [
              ItemList(lines: [
                "\("Segregation of duties", to: .route(.duties)): requester, implementer, approver and committer of each change",
                "\("Audit log", to: .route(.auditLog)): what, who, when, why, and who approved",
                "\("Retention", to: .route(.retention)): the oldest record, what was removed, what may go",
                "\("Are these all changes?", to: .figure("deployment_completeness", nil)) Deployments to production, and how many of them have an approved record",
                "\("Findings", to: .allFindings), with every accepted exception",
              ])
            ]),
        ])
    }
  }

  private var controls: any Block {
    Table(
      "Controls of the policy",
      [
        "Standard", .number("Exceptions"), .words("Requirement"), "Last quarter",
        .number("Without exception"), .number("Waived"), .number("Cannot be told"),
        .number("Not readable"),
        .number("Deployments without a record"), "Tested by",
      ],
      tests.value.map { test, route in
        // The quarter that is over says more than the one that has just begun.
        let quarters = test.periods.filter { $0.period.kind == .quarter }
        let last =
          quarters.first { $0.period.interval.end <= publication.asOf } ?? quarters.first
        return [
          "\(test.control.standard, to: .route(route))",
          last.map { RichText("\($0.exceptions.count + $0.outside.count)") } ?? "–",
          RichText(test.control.requirement),
          last.map { RichText(words(of: $0.period)) } ?? "no change yet",
          last.map { RichText("\($0.passed) of \($0.population.count)") } ?? "–",
          last.map { RichText("\($0.waived.count)") } ?? "–",
          last.map { RichText("\($0.undecided.count)") } ?? "–",
          last.map { RichText("\($0.unread.count)") } ?? "–",
          last.map { RichText("\($0.outside.count)") } ?? "–", RichText(test.topic.words),
        ]
      }
    ).or(
      "The policy has no table of standards. One with the columns Standard, Requirement and Implementation would be tested here."
    )
  }

  /// A period with a word where it is not over.
  private func words(of period: Period) -> String {
    DisplayTime.period(period) + (publication.asOf < period.interval.end ? ", not over" : "")
  }

  fileprivate func planControl(_ test: ControlTest, at route: Route) -> PlannedPage {
    let title = test.control.standard
    return PlannedPage(
      title, at: route, in: .compliance, below: Self.trail, publication
    ) {
      Document(
        kicker: "Control", title: title, lead: RichText(test.control.requirement),
        [
          Section("what", "What is asked", [facts(of: test), references(of: test)]),
          Section("tested", "How it is tested", [rules(of: test)]),
          Section("quarters", "By quarter", [table(of: test, .quarter)]),
          Section("years", "By year", [table(of: test, .year)]),
          Section("exceptions", "Exceptions and waivers", exceptions(of: test)),
        ])
    }
  }

  private func facts(of test: ControlTest) -> Facts {
    let reference = test.control.reference
    return Facts([
      Fact("Requirement", RichText(test.control.requirement)),
      Fact("Implementation", RichText(test.control.implementation)),
      Fact("Clause", reference.clause.map { "\("§\($0)", to: .clause(reference))" } ?? ""),
    ])
  }

  /// What is known of the numbers that the row names.
  private func references(of test: ControlTest) -> any Block {
    ItemList(
      lines: StandardReference.all(in: test.control.standard).map { reference in
        let title = reference.title.map { " (\($0.lowercasedFirst))" } ?? ""
        switch reference.state {
        case .current: return "\(reference.standard.title), \(reference.number)\(title)"
        case .renumbered(let new):
          return
            "\(reference.number) is \(new) in \(reference.standard.title)\(title): \("CB708", to: .rule("CB708"))"
        case .replaced, .absent:
          return
            "\(reference.standard.title) has no \(reference.number): \("CB708", to: .rule("CB708"))"
        }
      })
  }

  private func rules(of test: ControlTest) -> any Block {
    Table(
      "Rules that test it", ["Rule", .words("What it finds"), "State"],
      test.topic.rules.map { rule in
        let code = rule.code.description
        return [
          "\(code, to: .rule(code))", RichText(rule.title.capitalisedFirst),
          RichText(
            sentence: publication.silence(of: rule).map { "not checked. \($0)" } ?? "checked"),
        ]
      })
  }

  private func table(of test: ControlTest, _ kind: Period.Kind) -> any Block {
    Table(
      "By \(kind.rawValue)",
      [
        "Period", .number("Changes"), .number("Without exception"), .number("Exceptions"),
        .number("Waived"), .number("Cannot be told"), .number("Not readable"),
        .number("Deployments without a record"),
      ],
      test.periods.filter { $0.period.kind == kind }.map { one in
        return [
          RichText(words(of: one.period)),
          "\(one.population.count)", "\(one.passed) of \(one.population.count)",
          "\(one.exceptions.count)", "\(one.waived.count)", "\(one.undecided.count)",
          "\(one.unread.count)",
          "\(one.outside.count)",
        ]
      }
    ).or("No change was made yet.")
  }

  /// The records of each quarter, the latest first.
  private func exceptions(of test: ControlTest) -> [any Block] {
    let blocks = test.periods.filter { $0.period.kind == .quarter }.flatMap { one -> [any Block] in
      func list(_ heading: String, _ ids: [String]) -> [any Block] {
        guard !ids.isEmpty else { return [] }
        return [
          Paragraph("\(heading), \(DisplayTime.period(one.period)):"),
          RecordList(ids.map { RecordList.Entry($0) }),
        ]
      }
      let outside: [any Block] =
        one.outside.isEmpty
        ? []
        : [
          Paragraph("Deployments without a record, \(DisplayTime.period(one.period)):"),
          ItemList(
            lines: one.outside.map { "\(Inline.instant($0.deployment.at)): \($0.name)" }),
        ]
      // What is no record has no page.
      let (records, files) = (
        one.unread.filter { publication.register.change($0) != nil },
        one.unread.filter { publication.register.change($0) == nil }
      )
      let unopened: [any Block] =
        files.isEmpty
        ? []
        : [
          Paragraph("Not opened, \(DisplayTime.period(one.period)) or another time:"),
          ItemList(lines: files.map { "\(Inline.path($0))" }),
        ]
      return list("Exceptions", one.exceptions) + list("Waived", one.waived)
        + list("Cannot be told", one.undecided) + list("Not readable", records) + unopened + outside
    }
    return blocks.isEmpty ? [EmptyState("There is none.")] : blocks
  }
}

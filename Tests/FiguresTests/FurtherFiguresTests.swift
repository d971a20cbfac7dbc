import Chronology
import Findings
import Records
import SourceText
import Testing

@testable import Figures
@testable import PolicyReading

/// The figures without a target, where records are not as they should be.
struct FurtherFiguresTests {
  private func figures(
    _ changes: [SampleChange], incidents: [Incident] = [], findings: [Finding] = [],
    asOf: String = "2026-04-15T00:00Z", policy: Policy = samplePolicy()
  ) throws -> PeriodFigures {
    let register = try sampleRegister(changes, incidents: incidents, policies: [policy])
    let period = try #require(Period(.month, labelled: "2026-03", in: .utc))
    return measure(
      register, facts: FindingFacts(findings, unreadable: []), period: period, asOf: at(asOf))
  }

  private func finding(
    _ code: Int, _ severity: Severity = .breach, of record: String, isWaived: Bool = false
  ) -> Finding {
    var finding = Finding(
      RuleCode(code), severity, "", at: Place(startOf: SourceFile(path: "a.md", text: "")),
      record: record, topic: code / 100 == 2 ? .requiredInformation : .authorisation)
    if isWaived { finding.waiver = AcceptedWaiver(by: "@cab", at: "", reason: "") }
    return finding
  }

  @Test func leadTimeNamesWhatItLeavesOut() throws {
    var late = SampleChange.deployed("C-2", "2026-03-02T09:00Z")
    late.requested = "2026-03-02T09:01Z"
    var atOnce = SampleChange.deployed("C-3", "2026-03-02T09:00Z")
    atOnce.requested = "2026-03-02T09:00Z"
    var undeployed = SampleChange("C-4", "Normal", .failed)
    undeployed.started = "2026-03-03T09:00Z"
    undeployed.closed = "2026-03-03T10:00Z"
    let figure = try #require(
      try figures([.deployed("C-1", "2026-03-02T09:00Z"), late, atOnce, undeployed])
        .duration("lead_time"))
    #expect(figure.durations == [MeasuredDuration(id: "C-3", seconds: 0)])
    #expect(
      figure.excluded.listed == [
        "C-1: no_request", "C-2: requested_after_deployment", "C-4: not_deployed",
      ])
  }

  /// Each fault of the four times leaves the change out of all three stages, with the same reason.
  @Test func aChangeIsInAllStagesOrInNone() throws {
    func change(_ id: String, _ edit: (inout SampleChange) -> Void = { _ in }) -> SampleChange {
      var change = SampleChange.deployed(id, "2026-03-05T09:00Z", approved: ["2026-03-04T09:00Z"])
      change.requested = "2026-03-02T09:00Z"
      change.started = "2026-03-05T08:00Z"
      edit(&change)
      return change
    }
    let figures = try figures([
      change("C-1"), change("C-2") { $0.requested = nil }, change("C-3") { $0.approved = [] },
      change("C-4") { $0.started = nil }, change("C-5") { $0.requested = "2026-03-04T09:01Z" },
      change("C-6") { $0.started = "2026-03-05T09:01Z" },
      change("C-7") { $0.approved = ["2026-03-05T08:01Z"] },
      change("C-8") {
        $0.deployed = nil; $0.closed = "2026-03-06T09:00Z"
      },
      change("C-9") { $0.type = "Standard" }, change("C-A") { $0.type = "Unheard" },
    ])
    let expected: [String: Int64] = [
      "approval_wait": 172_800, "start_wait": 82_800, "work_time": 3600,
    ]
    for (key, seconds) in expected {
      let figure = try #require(figures.duration(key))
      #expect(figure.durations == [MeasuredDuration(id: "C-1", seconds: seconds)])
      #expect(
        figure.excluded.listed == [
          "C-2: no_request", "C-3: no_approval", "C-4: no_start", "C-5: approved_before_request",
          "C-6: ends_before_start", "C-7: approved_after_start", "C-8: not_deployed",
          "C-9: pre_approved", "C-A: unknown_type",
        ])
    }
  }

  @Test func whatCannotBeCountedIsMissingFromThePopulation() throws {
    var undated = SampleChange("C-2", "Normal", .failed)
    undated.requested = "2026-03-02T09:00Z"
    var due = SampleChange("C-3")
    due.planned = ("2026-03-02T09:00Z", "2026-03-02T10:00Z")
    var flying = SampleChange("C-4")
    flying.started = "2026-03-31T09:00Z"
    var planned = SampleChange("C-5")
    planned.planned = ("2026-03-31T09:00Z", "2026-04-30T10:00Z")
    var rejected = SampleChange("C-6", "Normal", .rejected)
    rejected.requested = "2026-03-02T09:00Z"
    let rate = try figures(
      [.deployed("C-1", "2026-03-02T09:00Z"), undated, due, flying, planned, rejected],
      asOf: "2026-04-05T00:00Z"
    ).rateFigure("population_completeness")
    #expect(rate.counted.map(\.id) == ["C-1", "C-2", "C-3"])
    #expect(rate.numeratorIDs == ["C-1"])
    #expect(
      rate.excluded.listed == [
        "C-4: in_flight", "C-5: not_started", "C-6: rejected_before_start",
      ])
  }

  @Test func approvalIsManualByTypeAndRisk() throws {
    let rule = ApprovalRule(
      text: "None (low), CAB (high)",
      cases: [
        ApprovalRule.Case(risks: ["low"], ways: [[]]),
        ApprovalRule.Case(
          risks: ["high"], ways: [[ApprovalRule.Approver(kind: .advisoryBoard, count: 1)]]),
      ])
    let policy = samplePolicy(approvals: [("By risk", .roles(rule)), ("Free", .nobody)])
    let kinds = [
      ("Standard", "low"), ("Normal", "low"), ("By risk", "low"), ("By risk", "high"),
      ("By risk", "unheard"), ("Free", "high"), ("Unheard", "low"),
    ]
    let changes = kinds.enumerated().map { number, kind in
      var change = SampleChange.deployed("C-\(number + 1)", "2026-03-02T09:00Z", type: kind.0)
      change.risk = kind.1
      return change
    }
    let rate = try figures(changes, policy: policy).rateFigure("no_approval_rate")
    #expect(rate.numeratorIDs == ["C-1", "C-3", "C-6"])
    #expect(rate.denominator == 6)
  }

  @Test func restoringIsMeasuredWhereItEnded() throws {
    var change = SampleChange.deployed("C-1", "2026-02-27T09:00Z")
    change.caused = ["I-2"]
    let incidents = [
      // By its own word, over the end of February.
      sampleIncident(
        "I-1", causedBy: ["C-1"], started: "2026-02-28T23:00Z", resolved: "2026-03-01T01:00Z"),
      // By the word of the change.
      sampleIncident(
        "I-2", causedBy: [], started: "2026-03-02T10:00Z", resolved: "2026-03-02T11:00Z"),
      sampleIncident("I-3", causedBy: ["C-1"], started: "2026-03-05T10:00Z"),
      sampleIncident(
        "I-4", causedBy: ["C-1"], started: "2026-03-06T10:00Z", resolved: "2026-03-06T09:00Z"),
      // No change caused it.
      sampleIncident(
        "I-5", causedBy: [], started: "2026-03-07T10:00Z", resolved: "2026-03-07T11:00Z"),
      // Not known yet.
      sampleIncident("I-6", causedBy: ["C-1"], started: "2026-04-20T10:00Z"),
      // Cannot be read.
      sampleIncident("I-7", causedBy: ["C-1"], started: "2026-03-08T10:00Z"),
    ]
    let figure = try #require(
      try figures([change], incidents: incidents, findings: [finding(104, .error, of: "I-7")])
        .duration("time_to_restore"))
    #expect(figure.durations.map(\.id) == ["I-1", "I-2"])
    #expect(figure.durations.map(\.seconds) == [7200, 3600])
    #expect(
      figure.excluded.listed == [
        "I-3: not_resolved", "I-4: resolved_before_start", "I-7: unreadable",
      ])
  }

  @Test func aResolutionToComeIsNotKnownYet() throws {
    let incident = sampleIncident(
      "I-1", causedBy: ["C-1"], started: "2026-03-02T10:00Z", resolved: "2026-03-20T10:00Z")
    let figure = try #require(
      try figures(
        [.deployed("C-1", "2026-03-02T09:00Z")], incidents: [incident],
        asOf: "2026-03-10T00:00Z"
      ).duration("time_to_restore"))
    #expect(figure.excluded.listed == ["I-1: not_resolved"])
  }

  @Test func aChangeThatNamesItselfIsNoRework() throws {
    var own = SampleChange.deployed("C-1", "2026-03-02T09:00Z")
    own.follows = "C-1"
    var second = SampleChange.deployed("C-2", "2026-03-03T09:00Z")
    second.follows = "C-1"
    #expect(try figures([own, second]).rateFigure("rework_rate").numeratorIDs == ["C-2"])
  }

  @Test func deploymentsAWeekAreOverTheDaysThatHavePassed() throws {
    func count(_ asOf: String) throws -> CountFigure {
      let changes = (1...4).map { SampleChange.deployed("C-\($0)", "2026-03-01T0\($0):00Z") }
      guard
        case .count(let figure)? = try figures(changes, asOf: asOf)[key: "deployment_frequency"]
      else { throw SampleError.noFigure }
      return figure
    }
    // Four in 31, 14 and no whole days.
    #expect(try count("2026-04-15T00:00Z").perWeek == 28.0 / 31)
    #expect(try count("2026-03-15T12:00Z").perWeek == 2)
    #expect(try count("2026-03-01T12:00Z").perWeek == nil)
    #expect(try count("2026-03-01T12:00Z").known == 4)
    // February had not begun to be recorded, April had not come.
    let february = try month("2026-02", of: sampleRegister([.deployed("C-1", "2026-03-01T01:00Z")]))
    #expect(february[key: "deployment_frequency"]?.valueText == "no data")
    let may = try month("2026-05", of: sampleRegister([.deployed("C-1", "2026-03-01T01:00Z")]))
    #expect(may[key: "deployment_frequency"]?.value == nil)
  }

  @Test func aRolledBackChangeWasDeployedWhenItWas() throws {
    var change = SampleChange.deployed("C-1", "2026-03-31T23:00Z", .rolledBack)
    change.rolledBack = "2026-04-01T01:00Z"
    let figures = try figures([change])
    #expect(figures[key: "deployment_frequency"]?.countedIDs == ["C-1"])
    #expect(try figures.rateFigure("rollback_rate").denominator == 0)
  }

  @Test func findingsOfRequiredInformationMakeARequestIncomplete() throws {
    let changes = (1...4).map { number in
      var change = SampleChange.deployed("C-\(number)", "2026-03-02T09:00Z")
      change.requested = "2026-03-01T09:00Z"
      return change
    }
    let rate = try figures(
      changes,
      findings: [
        finding(201, of: "C-1"), finding(202, .note, of: "C-2"),
        finding(203, of: "C-3", isWaived: true), finding(301, of: "C-4"),
      ]
    ).rateFigure("completeness_rate")
    #expect(rate.numeratorIDs == ["C-4"])
    #expect(rate.denominator == 4)
  }

  @Test func breachesAreCountedOneByOne() throws {
    let changes = (1...3).map { SampleChange.deployed("C-\($0)", "2026-03-02T09:00Z") }
    let rate = try figures(
      changes,
      findings: [
        finding(201, of: "C-1"), finding(302, of: "C-1", isWaived: true),
        finding(305, of: "C-1", isWaived: true), finding(302, of: "C-2"),
        finding(109, .warning, of: "C-2"), finding(104, .error, of: "C-3"),
      ]
    ).rateFigure("waived_breach_rate")
    #expect(rate.share == Ratio(2, 4))
    #expect(rate.counted.map(\.id) == ["C-1", "C-2"])
    #expect(rate.numeratorIDs == ["C-1"])
    #expect(rate.excluded.isEmpty)
    #expect(Figure.rate(rate).valueText == "50.0%, 2 of 4 breaches")
  }

  @Test func withoutABreachThereIsNoShareOfThem() throws {
    let rate = try figures([.deployed("C-1", "2026-03-02T09:00Z")])
      .rateFigure("waived_breach_rate")
    #expect(rate.share == nil)
    #expect(rate.interval == nil)
  }

  @Test func reviewsAreDueTwoDaysAfterTheEnd() throws {
    let place = Place(startOf: SourceFile(path: "content/policy/policy.md", text: ""))
    let policy = samplePolicy(
      reviewDeadline: Stated(
        48 * 3600, PolicyReference(place: place, clause: "4.3", excerpt: "")))
    func reviewed(_ id: String, _ at: String?) -> SampleChange {
      var change = SampleChange.deployed(id, "2026-03-02T09:00Z", type: "Emergency")
      change.reviewed = at
      return change
    }
    let changes = [
      reviewed("C-1", "2026-03-04T09:00Z"), reviewed("C-2", "2026-03-04T09:01Z"),
      reviewed("C-3", nil), SampleChange.deployed("C-4", "2026-03-02T09:00Z"),
    ]
    let rate = try figures(changes, policy: policy).rateFigure("reviews_in_time")
    #expect(rate.numeratorIDs == ["C-1"])
    #expect(rate.denominator == 3)
    // The deadline itself still holds.
    let early = try figures(changes, asOf: "2026-03-04T09:00Z", policy: policy)
      .rateFigure("reviews_in_time")
    #expect(
      early.excluded.listed == [
        "C-1: review_not_due", "C-2: review_not_due", "C-3: review_not_due",
      ])
    #expect(
      try figures(changes).rateFigure("reviews_in_time").excluded.listed.first
        == "C-1: no_review_deadline")
  }

  @Test func answersWindowsNoneIsKeptTo() throws {
    let change = SampleChange.deployed(
      "C-1", "2026-03-02T09:00Z", approved: ["2026-03-02T08:00Z"])
    let figures = try figures([change])
    #expect(try figures.rateFigure("window_share").excluded.listed == ["C-1: no_windows"])
    // Nothing holds it back, so that the whole wait counts.
    #expect(figures.duration("window_time_to_deploy")?.durations.map(\.seconds) == [3600])
  }

  @Test func endingBeforeTheStartIsNoInterval() throws {
    var change = SampleChange.deployed("C-1", "2026-03-02T09:00Z")
    change.started = "2026-03-02T10:00Z"
    let figures = try figures([change])
    for key in ["window_share", "freeze_rate"] {
      #expect(try figures.rateFigure(key).excluded.listed == ["C-1: ends_before_start"])
    }
    // Its outcome is known all the same.
    #expect(try figures.rateFigure("change_success_rate").denominator == 1)
  }
}

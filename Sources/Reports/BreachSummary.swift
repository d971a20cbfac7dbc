import Chronology
import Figures
import Findings
import PolicyReading
import Records
import SourceText

/// Where the policy was not followed in the records of a period.
package struct BreachSummary: Sendable {
  /// The rules that were broken, the most often broken first.
  package let rules: [BrokenRule]
  /// The same rule by changes of the same system more than once, the most often first.
  package let repeated: [RepeatedBreach]
  /// Breaches that a waiver covers.
  package let waivers: [Finding]
  /// For each rule with findings the number of them in this period and up to four before it, the
  /// earliest first; by code.
  package let course: [RuleCourse]
  /// The periods of `course`.
  package let periods: [Period]
  /// In the order of the policy.
  package let controls: [ControlReview]

  static let none = BreachSummary(
    rules: [], repeated: [], waivers: [], course: [], periods: [], controls: [])

  /// Breaches that no waiver covers.
  package var open: Int { rules.reduce(0) { $0 + $1.open } }
  package var waived: Int { rules.reduce(0) { $0 + $1.waived } }
}

/// How often a rule was broken.
package struct BrokenRule: Sendable {
  package let code: RuleCode
  /// Breaches that no waiver covers.
  package let open: Int
  package let waived: Int
  /// The changes, by id.
  package let records: [String]
}

/// A rule that changes of one system broke more than once.
package struct RepeatedBreach: Sendable {
  package let code: RuleCode
  package let system: String
  /// The changes, by id; at least two.
  package let records: [String]
}

/// Findings of one rule over periods.
package struct RuleCourse: Sendable {
  package let code: RuleCode
  /// One for each period.
  package let counts: [Int]
}

/// A control of the policy with its exceptions in a period.
package struct ControlReview: Sendable {
  package let control: Control
  /// How its words are read.
  package let topic: ControlTopic
  /// Breaches that no waiver covers.
  package let open: Int
  package let waived: Int
  /// The changes, by id.
  package let records: [String]
}

extension ReportIndex {
  /// Only a management review looks at breaches rule by rule; a month counts them.
  func breaches(of period: Period, in audience: ReportAudience) -> BreachSummary {
    switch audience {
    case .engineers: return .none
    case .leadership:
      return BreachSummary(
        rules: brokenRules(breaches(in: period.interval)), repeated: [], waivers: [], course: [],
        periods: [], controls: [])
    case .review:
      let found = breaches(in: period.interval)
      let policy = register.policies.inForce(at: min(period.interval.end + -1, asOf))
      let periods = course(of: period.kind).last(5, upTo: period).map(\.period)
      return BreachSummary(
        rules: brokenRules(found), repeated: repeated(found),
        waivers: found.filter { $0.waiver != nil }, course: ruleCourse(over: periods),
        periods: periods, controls: policy.controls.map { review($0, found) })
    }
  }

  private func breaches(in interval: Interval) -> [Finding] {
    noted[interval].filter { findings[$0].nature == .breach }.map { findings[$0] }
  }

  private func brokenRules(_ breaches: [Finding]) -> [BrokenRule] {
    let byRule = Dictionary(grouping: breaches, by: \.code)
    return byRule.keys.sorted().map { code in
      let found = byRule[code] ?? []
      return BrokenRule(
        code: code, open: found.count { $0.waiver == nil },
        waived: found.count { $0.waiver != nil }, records: records(of: found))
    }.sorted { ($1.open, $1.waived, $0.code) < ($0.open, $0.waived, $1.code) }
  }

  private func repeated(_ breaches: [Finding]) -> [RepeatedBreach] {
    struct Key: Hashable {
      let code: RuleCode
      let system: String
    }
    var ids: [Key: Set<String>] = [:]
    for finding in breaches {
      guard let change = finding.record.flatMap(register.change) else { continue }
      for system in change.systems {
        ids[Key(code: finding.code, system: system.value), default: []].insert(change.id)
      }
    }
    return ids.filter { $0.value.count > 1 }
      .map { RepeatedBreach(code: $0.code, system: $0.system, records: $1.sorted()) }
      .sorted { a, b in
        (b.records.count, a.code, a.system) < (a.records.count, b.code, b.system)
      }
  }

  /// Notes are left out: they ask for nothing.
  private func ruleCourse(over periods: [Period]) -> [RuleCourse] {
    let counts = periods.map { period -> [RuleCode: Int] in
      var counts: [RuleCode: Int] = [:]
      for index in noted[period.interval] where findings[index].nature != .remark {
        counts[findings[index].code, default: 0] += 1
      }
      return counts
    }
    return Set(counts.flatMap(\.keys)).sorted().map { code in
      RuleCourse(code: code, counts: counts.map { $0[code] ?? 0 })
    }
  }

  private func review(_ control: Control, _ breaches: [Finding]) -> ControlReview {
    let topic = ControlTopic(control)
    let found = breaches.filter { topic.covers($0) }
    return ControlReview(
      control: control, topic: topic, open: found.count { $0.waiver == nil },
      waived: found.count { $0.waiver != nil }, records: records(of: found))
  }

  private func records(of findings: [Finding]) -> [String] {
    Set(findings.compactMap(\.record)).sorted()
  }
}

/// What a control is about, read from its words: which rules' breaches are its exceptions.
package enum ControlTopic: String, Sendable, Hashable, CaseIterable {
  case authorisation, testing, timing, everything

  /// The first topic that a word of the requirement names, else of the implementation; everything
  /// where none is named.
  init(_ control: Control) {
    self =
      Self.named(in: control.requirement) ?? Self.named(in: control.implementation) ?? .everything
  }

  private static func named(in text: String) -> ControlTopic? {
    let words = WordForm.fold(text).split(separator: " ")
    func has(_ stems: [String]) -> Bool {
      words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
    if has(["authoris", "authoriz", "approv", "segregat", "review"]) { return .authorisation }
    if has(["test", "evidence", "validat", "rollback", "back"]) { return .testing }
    if has(["window", "freeze", "schedul", "maintenance"]) { return .timing }
    return nil
  }

  /// Whether a finding is an exception of it: of its rules, or that there is nothing to test by.
  func covers(_ finding: Finding) -> Bool {
    covers(finding.topic) || self == .testing && finding.fact == .testEvidenceMissing
  }

  package func covers(_ topic: RuleTopic) -> Bool {
    switch self {
    case .authorisation: topic == .authorisation || topic == .waivers
    case .testing: topic == .evidence
    case .timing: topic == .timing
    case .everything: true
    }
  }

  /// As it stands after "breaches of".
  package var words: String {
    switch self {
    case .authorisation: "the rules of authorisation"
    case .testing: "the rules of evidence"
    case .timing: "the rules of time"
    case .everything: "any rule"
    }
  }
}

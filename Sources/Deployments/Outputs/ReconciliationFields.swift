import Chronology
import DeploymentLogs
import Findings
import Interchange
import Records
import SourceText

/// Deployments of a period, or of all logs, held against the records.
package struct ReconciliationData: Sendable {
  private let result: DeploymentReconciliation
  private let period: String?
  private let asOf: Instant

  package init(_ result: DeploymentReconciliation, period: String?, asOf: Instant) {
    self.result = result
    self.period = period
    self.asOf = asOf
  }

  /// `changebook.reconciliation/1`.
  package static let document = DataDocument<ReconciliationData>(
    "reconciliation", version: 1, title: "Deployments held against the records"
  ) {
    DataField("ahead", .integer, "Entries of after then.") { $0.result.ahead.count }
    DataField("as_of", .instant, "What was taken for now.") { $0.asOf }
    DataField(
      "changes", .list(.object(UnmatchedChange.fields)),
      "Records whose deployment is not known, by the instant they give."
    ) { $0.result.changes }
    DataField(
      "complete", .optional(.boolean),
      "Every deployment is recorded and every record deployed, but for what was accepted; null where nobody can tell."
    ) { $0.result.isComplete }
    DataField(
      "completeness", .object(completeness),
      "Deployments to production with an approved record, of those that count."
    ) { $0.result }
    DataField(
      "deployments", .list(.object(ReconciledDeployment.fields)),
      "To production, in the order of time."
    ) { $0.result.deployments }
    DataField("doubts", .texts, "Why it cannot be told whether that is everything.") {
      $0.result.doubts
    }
    DataField("environments", .list(.object(environment)), "The others, by name.") {
      $0.result.environments
    }
    DataField("elsewhere", .integer, "Deployments to other environments.") {
      $0.result.elsewhere.count
    }
    DataField("not_happened", .integer, "Called off.") { $0.result.notHappened.count }
    DataField("passed_over", .integer, "Entries of the whole logs about no deployment.") {
      $0.result.passedOver
    }
    DataField("period", .optionalText, "2026-03, 2026-Q1; null for all of the logs.") {
      $0.period
    }
    DataField(
      "problems", .list(.object(problem)),
      "Entries and files of the whole logs that are not read: nobody knows of which time they tell."
    ) { $0.result.problems }
    DataField("repeated", .integer, "Entries of the whole logs that tell of a deployment again.") {
      $0.result.repeated
    }
    DataField(
      "sources", .list(.object(source)),
      "Of the whole logs; before the first and after the last entry of one nothing is claimed."
    ) { $0.result.sources }
    DataField(
      "unfinished", .integer,
      "Begun or waiting, and not said to be over: nobody knows whether they happened."
    ) { $0.result.unfinished.count }
  }

  private static let completeness = DataFields<DeploymentReconciliation> {
    DataField("denominator", .integer) { $0.counted.count }
    DataField("numerator", .integer) { $0.recorded }
  }

  private static let environment = DataFields<(name: String, count: Int)> {
    DataField("deployments", .integer) { $0.count }
    DataField("name", .text) { $0.name }
  }

  private static let problem = DataFields<ReadingProblem> {
    DataField("file", .text) { $0.place.file.path }
    DataField("line", .integer) { $0.place.start.line }
    DataField("text", .text) { $0.reason }
  }

  private static let source = DataFields<LogSource> {
    DataField("entries", .integer) { $0.entries }
    DataField("from", .instant) { $0.from }
    DataField("name", .text) { $0.name }
    DataField("until", .instant) { $0.until }
  }
}

extension UnmatchedChange {
  fileprivate static let fields = DataFields<UnmatchedChange> {
    DataField("accepted_by", .optionalText, "Who waived it.") { $0.waiver?.by }
    DataField("deployed", .instant) { $0.deployed }
    DataField("deployment", .optionalText, "The nearest one, at another time.") {
      if case .otherTime(let name, _) = $0.kind { name } else { nil }
    }
    DataField("deployment_at", .optional(.instant)) {
      if case .otherTime(_, let at) = $0.kind { at } else { nil }
    }
    DataField("id", .text) { $0.change.id }
    DataField("reason", .optionalText, "Why the settings leave it out.") {
      if case .excluded(let text) = $0.kind { text } else { nil }
    }
    DataField("state", .choice(Kind.keys)) { $0.kind.key }
  }
}

extension UnmatchedChange.Kind {
  package var key: String {
    switch self {
    case .missing: "missing"
    case .otherTime: "other_time"
    case .notCovered: "not_covered"
    case .excluded: "excluded"
    }
  }

  fileprivate static let keys = ["missing", "other_time", "not_covered", "excluded"]
}

extension ReconciledDeployment {
  fileprivate static let fields = DataFields<ReconciledDeployment> {
    DataField("accepted_by", .optionalText, "Who waived what is wrong with it.") { $0.waiver?.by }
    DataField("artifact", .optionalText) { $0.deployment.artifact }
    DataField("at", .instant, "Its end, else its start.") { $0.deployment.at }
    DataField("by", .optionalText) { $0.deployment.by }
    DataField("environment", .optionalText) { $0.deployment.environment }
    DataField("file", .text) { $0.deployment.place.file.path }
    DataField("id", .text) { $0.deployment.id }
    DataField("late", .optional(.integer), "Seconds by which its record came after it.") {
      $0.lateness
    }
    DataField("line", .integer, "From 1.") { $0.deployment.place.start.line }
    DataField("matched", .optional(.oneOf), "How its record was found.") { $0.way }
    DataField("reason", .optionalText, "Why the settings leave it out.") {
      if case .excluded(let text) = $0.standing { text } else { nil }
    }
    DataField("record", .optionalText, "The id of its record.") { $0.change?.id }
    DataField("retry", .boolean) { $0.isRetry }
    DataField("revision", .optionalText) { $0.deployment.revision }
    DataField("rollback", .boolean) { $0.isRollback }
    DataField("started", .optional(.instant)) { $0.deployment.started }
    DataField("state", .choice(DeploymentStanding.keys)) { $0.standing.key }
    DataField("status", .oneOf) { $0.deployment.status }
    DataField("system", .optionalText) { $0.deployment.system }
  }
}

import Chronology
import DeploymentLogs
import Findings
import Interchange
import Records
import SourceText

/// The schema of a reconciliation.
package let reconciliationSchema = "changebook.reconciliation/1"

/// A reconciliation as `changebook.reconciliation/1`. Instants are RFC 3339 in UTC.
package func renderReconciliationJSON(
  _ result: DeploymentReconciliation, period: String?, asOf: Instant
) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { writer in
    writer.member("as_of", asOf.rfc3339)
    writer.array("changes") { writer in
      for one in result.changes { write(one, to: &writer) }
    }
    writer.member("complete", result.isComplete)
    writer.object("completeness") { writer in
      writer.member("denominator", result.counted.count)
      writer.member("numerator", result.recorded)
    }
    writer.array("deployments") { writer in
      for one in result.deployments { write(one, to: &writer) }
    }
    writer.member("elsewhere", result.elsewhere)
    writer.member("not_happened", result.notHappened)
    writer.member("passed_over", result.passedOver)
    writer.member("period", period)
    writer.array("problems") { writer in
      for problem in result.problems {
        writer.object { writer in
          writer.member("file", problem.place.file.path)
          writer.member("line", problem.place.start.line)
          writer.member("text", problem.reason)
        }
      }
    }
    writer.member("repeated", result.repeated)
    writer.member("schema", reconciliationSchema)
    writer.array("sources") { writer in
      for source in result.sources {
        writer.object { writer in
          writer.member("entries", source.entries)
          writer.member("from", source.from.rfc3339)
          writer.member("name", source.name)
          writer.member("until", source.until.rfc3339)
        }
      }
    }
  }
  return writer.finish()
}

private func write(_ one: UnmatchedChange, to writer: inout JSONWriter) {
  writer.object { writer in
    var (deployment, at, reason): (String?, Instant?, String?) = (nil, nil, nil)
    switch one.kind {
    case .missing, .notCovered: break
    case .otherTime(let name, let instant): (deployment, at) = (name, instant)
    case .excluded(let text): reason = text
    }
    writer.member("deployed", one.deployed.rfc3339)
    writer.member("deployment", deployment)
    writer.member("deployment_at", at?.rfc3339)
    writer.member("id", one.change.id)
    writer.member("reason", reason)
    writer.member("state", one.kind.key)
  }
}

private func write(_ one: ReconciledDeployment, to writer: inout JSONWriter) {
  let deployment = one.deployment
  writer.object { writer in
    writer.member("artifact", deployment.artifact)
    writer.member("at", deployment.at.rfc3339)
    writer.member("by", deployment.by)
    writer.member("environment", deployment.environment)
    writer.member("file", deployment.place.file.path)
    writer.member("id", deployment.id)
    writer.member("late", one.lateness)
    writer.member("line", deployment.place.start.line)
    writer.member("matched", one.way?.rawValue)
    var reason: String?
    if case .excluded(let text) = one.standing { reason = text }
    writer.member("reason", reason)
    writer.member("record", one.change?.id)
    writer.member("retry", one.isRetry)
    writer.member("revision", deployment.revision)
    writer.member("rollback", one.isRollback)
    writer.member("started", deployment.started?.rfc3339)
    writer.member("state", one.standing.key)
    writer.member("status", deployment.status.rawValue)
    writer.member("system", deployment.system)
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

  package static let keys = ["missing", "other_time", "not_covered", "excluded"]
}

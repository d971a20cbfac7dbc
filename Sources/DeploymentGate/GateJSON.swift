import Calendar
import Chronology
import Findings
import Interchange
import SourceText

/// The schema of the gate's answer, which is also its receipt.
package let gateSchema = "changebook.gate/2"

/// The gate's answer with what it rests on, as `changebook.gate/2`. Instants are RFC 3339 in UTC; what
/// is not known, and an end that never comes, is null.
package func renderGateJSON(_ answer: GateAnswer) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  let report = answer.report
  let evidence = answer.evidence
  let subject = report.subject
  writer.object { writer in
    writer.member("as_of", evidence.asOf.rfc3339)
    writer.member("at", report.interval.start.rfc3339)
    writer.array("because") { writer in
      for cause in report.because { writer.object { cause.write(to: &$0) } }
    }
    writer.array("categories", subject.categories)
    writer.member("change", subject.change)
    if let environments = subject.environments { writer.array("environments", environments) }
    writer.array("files") { writer in
      for file in evidence.files { writer.object { file.write(to: &$0) } }
    }
    writer.member("for", report.interval.seconds)
    writer.array("incidents", subject.incidents)
    if let next = report.next {
      writer.object("next") { writer in
        let end = next.interval.end
        writer.member("end", end == .distantFuture ? nil : end.rfc3339)
        writer.member("start", next.interval.start.rfc3339)
        writer.member("window", next.window)
      }
    } else {
      writer.null("next")
    }
    writer.array("policies") { writer in
      for policy in evidence.policies { writer.object { policy.write(to: &$0) } }
    }
    writer.member("program", evidence.program)
    writer.member("record", evidence.record)
    if let regions = subject.regions { writer.array("regions", regions) }
    writer.member("revision", evidence.revision)
    writer.member("risk", subject.risk)
    writer.member("schema", gateSchema)
    writer.member("state", report.state.rawValue)
    if let systems = subject.systems {
      writer.array("systems", systems)
    } else {
      writer.null("systems")
    }
    writer.member("type", subject.type)
    writer.member("until", report.until?.rfc3339)
  }
  return writer.finish()
}

extension GateEvidence.Digest {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("path", path)
    writer.member("sha256", sha256)
  }
}

extension GateEvidence.Version {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("effective", effective.map { "\($0)" })
    writer.member("file", file.path)
    writer.member("id", id)
    writer.member("sha256", file.sha256)
    writer.member("version", version)
  }
}

extension GateCause {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("clause", policy?.clause)
    writer.member("end", end?.rfc3339)
    writer.member("file", place?.file.path)
    writer.member("kind", kind.rawValue)
    writer.member("line", place?.start.line)
    writer.member("name", name)
    if let policy {
      writer.object("policy") { writer in
        writer.member("clause", policy.clause)
        writer.member("file", policy.place.file.path)
        writer.member("line", policy.place.start.line)
      }
    } else {
      writer.null("policy")
    }
    writer.member("start", start?.rfc3339)
    writer.member("text", text)
  }
}

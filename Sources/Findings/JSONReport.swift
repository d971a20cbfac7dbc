import Interchange
import SourceText

/// The findings as `changebook.findings/1`, in the order given.
package func renderJSON(_ findings: [Finding]) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { writer in
    writer.object("counts") { FindingCounts(findings).write(to: &$0) }
    writer.array("findings") { writer in
      for finding in findings { writer.object { finding.write(to: &$0) } }
    }
    writer.member("schema", "changebook.findings/1")
  }
  return writer.finish()
}

extension FindingCounts {
  /// The members of `counts`.
  package func write(to writer: inout JSONWriter) {
    writer.member("breach", breaches)
    writer.member("error", errors)
    writer.member("note", notes)
    writer.member("waived", waived)
    writer.member("warning", warnings)
  }
}

extension Finding {
  /// The members of one finding, as they stand in every document that holds findings. Lines and
  /// columns count from 1, columns in Unicode scalars; the end lies after the last character.
  package func write(to writer: inout JSONWriter) {
    let start = place.start
    let end = place.end
    writer.member("code", code.description)
    writer.member("column", start.column)
    writer.member("endColumn", end.column)
    writer.member("endLine", end.line)
    writer.member("file", place.file.path)
    writer.member("help", help)
    writer.member("line", start.line)
    writer.member("message", message)
    if let policy {
      writer.object("policy") { writer in
        writer.member("clause", policy.clause)
        writer.member("file", policy.place.file.path)
        writer.member("line", policy.place.start.line)
      }
    } else {
      writer.null("policy")
    }
    writer.member("record", record)
    writer.member("severity", severity.rawValue)
    if let waiver {
      writer.object("waived") { writer in
        writer.member("at", waiver.at)
        writer.member("by", waiver.by)
        writer.member("reason", waiver.reason)
      }
    } else {
      writer.null("waived")
    }
  }
}

import Interchange
import SourceText

/// What a SARIF log says of a rule.
package struct ReportedRule: Sendable {
  package let code: RuleCode
  package let title: String
  package let help: String

  package init(code: RuleCode, title: String, help: String) {
    self.code = code
    self.title = title
    self.help = help
  }
}

/// The findings as a SARIF 2.1.0 log of one run. Waived ones are results with a suppression.
package func renderSARIF(
  _ findings: [Finding], rules: [ReportedRule], version: String
) -> [UInt8] {
  let rules = rules.sorted { $0.code < $1.code }
  var writer = JSONWriter(.pretty)
  writer.object { writer in
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.array("runs") { writer in
      writer.object { writer in
        writer.member("columnKind", "unicodeCodePoints")
        writer.array("results") { writer in
          for finding in findings {
            let index = rules.firstIndex { $0.code == finding.code }
            writer.object { writeResult(finding, ruleIndex: index, to: &$0) }
          }
        }
        writer.object("tool") { writer in
          writer.object("driver") { writer in
            writer.member("name", "changebook")
            writer.array("rules") { writer in
              for rule in rules { writeRule(rule, to: &writer) }
            }
            writer.member("version", version)
          }
        }
      }
    }
    writer.member("version", "2.1.0")
  }
  return writer.finish()
}

private func writeRule(_ rule: ReportedRule, to writer: inout JSONWriter) {
  writer.object { writer in
    writer.object("help") { $0.member("text", rule.help) }
    writer.member("id", rule.code.description)
    writer.object("shortDescription") { $0.member("text", rule.title) }
  }
}

private func writeResult(_ finding: Finding, ruleIndex: Int?, to writer: inout JSONWriter) {
  writer.member("level", level(of: finding.severity))
  writer.array("locations") { writer in
    writer.object { writeLocation(finding.place, to: &$0) }
  }
  writer.object("message") { writer in
    writer.member("text", finding.help.map { "\(finding.message). \($0)" } ?? finding.message)
  }
  if let policy = finding.policy {
    writer.array("relatedLocations") { writer in
      writer.object { writer in
        writer.object("message") { writer in
          writer.member("text", policy.clause.map { "§\($0): \(policy.excerpt)" } ?? policy.excerpt)
        }
        writeLocation(policy.place, to: &writer)
      }
    }
  }
  writer.member("ruleId", finding.code.description)
  if let ruleIndex { writer.member("ruleIndex", ruleIndex) }
  if let waiver = finding.waiver {
    writer.array("suppressions") { writer in
      writer.object { writer in
        writer.member("justification", waiver.sentence)
        writer.member("kind", "inSource")
      }
    }
  }
}

/// The member `physicalLocation`. Lines and columns count from 1, the end lies after the last
/// character.
private func writeLocation(_ place: Place, to writer: inout JSONWriter) {
  let start = place.start
  let end = place.end
  writer.object("physicalLocation") { writer in
    writer.object("artifactLocation") { writer in
      writer.member("uri", relativeReference(place.file.path))
      writer.member("uriBaseId", "%SRCROOT%")
    }
    writer.object("region") { writer in
      writer.member("endColumn", end.column)
      writer.member("endLine", end.line)
      writer.member("startColumn", start.column)
      writer.member("startLine", start.line)
    }
  }
}

private func level(of severity: Severity) -> String {
  switch severity {
  case .error, .breach: "error"
  case .warning: "warning"
  case .note: "note"
  }
}

/// A path as a relative reference (RFC 3986): all but unreserved characters and `/` as percent
/// signs and digits.
private func relativeReference(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default:
      bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

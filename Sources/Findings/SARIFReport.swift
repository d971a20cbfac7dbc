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

/// How many results a SARIF log holds: GitHub refuses a log with more.
package let mostSARIFResults = 25_000

/// The findings as a SARIF 2.1.0 log of one run, the most severe first. Waived ones are results with
/// a suppression. What is beyond `limit` is left out, and a notification says how much that is.
///
/// - Parameter site: Where the site lies in the repository, at whose root addresses start.
package func renderSARIF(
  _ findings: [Finding], rules: [ReportedRule], version: String, site: RepositoryFolder = .root,
  limit: Int = mostSARIFResults
) -> [UInt8] {
  let rules = rules.sorted { $0.code < $1.code }
  let indices = Dictionary(
    rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  let results = FingerprintedFinding.all(findings).mostSevereFirst(\.finding)
    .prefix(max(0, limit))
  var writer = JSONWriter(.pretty)
  writer.object { writer in
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.array("runs") { writer in
      writer.object { writer in
        writer.member("columnKind", "unicodeCodePoints")
        writeInvocation(leftOut: findings.count - results.count, to: &writer)
        writer.object("originalUriBaseIds") { writer in
          writer.object(sourceRoot) { writer in
            writer.object("description") { $0.member("text", "The root of the repository.") }
          }
        }
        writer.array("results") { writer in
          for result in results {
            writer.object {
              write(result, ruleIndex: indices[result.finding.code], site: site, to: &$0)
            }
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

private let sourceRoot = "%SRCROOT%"

private func writeInvocation(leftOut count: Int, to writer: inout JSONWriter) {
  writer.array("invocations") { writer in
    writer.object { writer in
      writer.member("executionSuccessful", true)
      guard count > 0 else { return }
      writer.array("toolExecutionNotifications") { writer in
        writer.object { writer in
          writer.member("level", "warning")
          writer.object("message") { writer in
            writer.member(
              "text",
              "\(count) more \(count == 1 ? "finding is" : "findings are") left out, none of them "
                + "more severe than those in this log; `changebook check --format json` has all")
          }
        }
      }
    }
  }
}

private func writeRule(_ rule: ReportedRule, to writer: inout JSONWriter) {
  writer.object { writer in
    writer.object("help") { $0.member("text", rule.help) }
    writer.member("id", rule.code.description)
    writer.object("shortDescription") { $0.member("text", rule.title) }
  }
}

private func write(
  _ result: FingerprintedFinding, ruleIndex: Int?, site: RepositoryFolder,
  to writer: inout JSONWriter
) {
  let finding = result.finding
  if let fix = finding.fix { write(fix, site: site, to: &writer) }
  writer.member("level", level(of: finding.severity))
  writer.array("locations") { writer in
    writer.object { writeLocation(finding.place, site: site, to: &$0) }
  }
  writer.object("message") { writer in
    writer.member("text", finding.help.map { "\(finding.message). \($0)" } ?? finding.message)
  }
  writer.object("partialFingerprints") { $0.member(FingerprintedFinding.name, result.text) }
  if let policy = finding.policy {
    writer.array("relatedLocations") { writer in
      writer.object { writer in
        writer.object("message") { writer in
          writer.member("text", policy.clause.map { "§\($0): \(policy.excerpt)" } ?? policy.excerpt)
        }
        writeLocation(policy.place, site: site, to: &writer)
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
private func writeLocation(
  _ place: Place, site: RepositoryFolder, to writer: inout JSONWriter
) {
  writer.object("physicalLocation") { writer in
    writeArtifact(of: place.file, site: site, to: &writer)
    writeRegion("region", place, to: &writer)
  }
}

/// The member `artifactLocation`.
private func writeArtifact(
  of file: SourceFile, site: RepositoryFolder, to writer: inout JSONWriter
) {
  writer.object("artifactLocation") { writer in
    writer.member("uri", relativeReference(site.path(of: file)))
    writer.member("uriBaseId", sourceRoot)
  }
}

private func writeRegion(_ name: String, _ place: Place, to writer: inout JSONWriter) {
  let start = place.start
  let end = place.end
  writer.object(name) { writer in
    writer.member("endColumn", end.column)
    writer.member("endLine", end.line)
    writer.member("startColumn", start.column)
    writer.member("startLine", start.line)
  }
}

/// The member `fixes`: one fix, all of whose edits are in one file.
private func write(_ fix: TextFix, site: RepositoryFolder, to writer: inout JSONWriter) {
  guard let file = fix.edits.first?.place.file else { return }
  writer.array("fixes") { writer in
    writer.object { writer in
      writer.array("artifactChanges") { writer in
        writer.object { writer in
          writeArtifact(of: file, site: site, to: &writer)
          writer.array("replacements") { writer in
            for edit in fix.edits {
              writer.object { writer in
                writeRegion("deletedRegion", edit.place, to: &writer)
                writer.object("insertedContent") { $0.member("text", edit.text) }
              }
            }
          }
        }
      }
      writer.object("description") { $0.member("text", fix.words) }
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

import Chronology
import Crypto
import Foundation
import Interchange
import Records
import SourceText

/// The assessment results of OSCAL 1.1.2 for the controls of NIST 800-53 on changes.
struct AssessmentResults {
  let title: String
  let program: String
  let asOf: Instant
  let interval: Interval
  let controls: [TestedControl]
  let papers: [Workpaper]

  /// A control with what was seen of it over the population.
  struct TestedControl {
    /// `cm-3`.
    let id: String
    let title: String
    let population: Int
    /// Records that cannot be read or have no time, and files that are not opened: nothing is known of them.
    let unread: Int
    /// Changes without an exception of which nobody can tell whether they are as the control wants them.
    let undecided: [String]
    let exceptions: [String]
    /// Deployments without any record.
    let outside: [String]
    /// Why it cannot be told whether there are more of those.
    let doubts: [String]

    var passed: Int { population - exceptions.count - undecided.count }
    var isSatisfied: Bool { !hasException && unread == 0 && undecided.isEmpty && doubts.isEmpty }
    /// Nothing happened that it could be tested on.
    var isEmpty: Bool { population == 0 && unread == 0 && outside.isEmpty }
    var hasException: Bool { !exceptions.isEmpty || !outside.isEmpty }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.object("assessment-results") { writer in
        writer.object("import-ap") { $0.member("href", "how-it-was-made.json") }
        writer.object("metadata") { writer in
          writer.member("last-modified", asOf.rfc3339)
          writer.member("oscal-version", "1.1.2")
          writer.member("title", title)
          writer.member("version", program)
        }
        writer.array("results") { writer in writer.object { result(&$0) } }
        writer.member("uuid", uuid("assessment-results"))
      }
    }
    return writer.finish()
  }

  private func result(_ writer: inout JSONWriter) {
    writer.member("description", "Every change of the period, tested by the rules of the policy.")
    writer.member("end", interval.end.rfc3339)
    let tested = controls.filter { !$0.isEmpty }
    if !tested.isEmpty { findings(of: tested, &writer) }
    if !papers.isEmpty {
      writer.array("observations") { writer in
        for paper in papers { writer.object { observation(paper, &$0) } }
      }
    }
    writer.object("reviewed-controls") { writer in
      writer.array("control-selections") { writer in
        writer.object { writer in
          writer.array("include-controls") { writer in
            for control in controls { writer.object { $0.member("control-id", control.id) } }
          }
        }
      }
    }
    writer.member("start", interval.start.rfc3339)
    writer.member("title", title)
    writer.member("uuid", uuid("result"))
  }

  /// A control is satisfied where every change was tested, none has an exception, and the logs account for
  /// everything that was deployed.
  private func findings(of controls: [TestedControl], _ writer: inout JSONWriter) {
    writer.array("findings") { writer in
      for control in controls {
        writer.object { writer in
          writer.member("description", words(of: control))
          if !papers.isEmpty {
            writer.array("related-observations") { writer in
              for paper in papers {
                writer.object {
                  $0.member("observation-uuid", uuid("observation \(paper.fileName)"))
                }
              }
            }
          }
          writer.object("target") { writer in
            writer.object("status") { writer in
              let isSatisfied = control.isSatisfied
              writer.member(
                "reason", isSatisfied ? "pass" : control.hasException ? "fail" : "other")
              writer.member("state", isSatisfied ? "satisfied" : "not-satisfied")
            }
            writer.member("target-id", "\(control.id)_obj")
            writer.member("type", "objective-id")
          }
          writer.member("title", control.title)
          writer.member("uuid", uuid("finding \(control.id)"))
        }
      }
    }
  }

  private func observation(_ paper: Workpaper, _ writer: inout JSONWriter) {
    writer.member("collected", asOf.rfc3339)
    let attributes = paper.attributes.map { "\($0.letter) \($0.title): \($0.verdict.rawValue)" }
    writer.member("description", attributes.joined(separator: "; "))
    writer.array("methods", ["EXAMINE"])
    writer.array("relevant-evidence") { writer in
      writer.object { writer in
        writer.member("description", paper.change.file.path)
        writer.member("href", "workpapers/\(paper.fileName)")
      }
    }
    writer.member("title", paper.change.id)
    writer.array("types", ["control-objective"])
    writer.member("uuid", uuid("observation \(paper.fileName)"))
  }

  private func words(of control: TestedControl) -> String {
    "\(control.passed) of \(control.population) changes were tested and have no exception"
      + (control.undecided.isEmpty
        ? "" : "; cannot be told: \(control.undecided.joined(separator: ", "))")
      + (control.unread == 0 ? "" : "; \(control.unread) not readable")
      + (control.exceptions.isEmpty
        ? "" : "; exceptions: \(control.exceptions.joined(separator: ", "))")
      + (control.outside.isEmpty
        ? "" : "; without a record: \(control.outside.joined(separator: ", "))")
      + (control.doubts.isEmpty
        ? ""
        : "; whether there are more deployments cannot be told: \(control.doubts.joined(separator: "; "))")
  }

  /// The same for the same pack: its bits come from a hash.
  private func uuid(_ name: String) -> String {
    var bytes = Array(SHA256.hash(data: Data("\(title)\n\(asOf.rfc3339)\n\(name)".utf8)).prefix(16))
    // The version and the variant that OSCAL's pattern takes are those of random ones.
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.hexadecimal
    let ends = [8, 12, 16, 20, 32]
    var parts: [String] = []
    var start = digits.startIndex
    for end in ends {
      let stop = digits.index(digits.startIndex, offsetBy: end)
      parts.append(String(digits[start..<stop]))
      start = stop
    }
    return parts.joined(separator: "-")
  }
}

import Chronology
import Findings
import Records
import SourceText

/// The waivers that hold, by the file that gives them and the rule that they are of.
struct WaiverIndex {
  private var byPath: [String: [RuleCode: AcceptedWaiver]] = [:]
  /// For what is found of a change in another file, such as a log.
  private var byID: [String: [RuleCode: AcceptedWaiver]] = [:]

  /// - Parameter until: The instant at which they still have to hold; nil for `asOf`.
  init(_ changes: [Change], asOf: Instant, until: Instant? = nil) {
    for change in changes {
      for waiver in change.waivers {
        guard
          case .accepted(let code, let accepted) = waiver.reading(
            of: change, asOf: asOf, until: until)
        else { continue }
        // The first of two for one rule is shown.
        if byPath[change.file.path]?[code] == nil {
          byPath[change.file.path, default: [:]][code] = accepted
        }
        if byID[change.id]?[code] == nil { byID[change.id, default: [:]][code] = accepted }
      }
    }
  }

  /// The finding with the waiver that covers it. What cannot be read cannot be waived.
  func applied(to finding: Finding) -> Finding {
    guard finding.nature != .unreadable, !byPath.isEmpty,
      let waiver = byPath[finding.place.file.path]?[finding.code]
        ?? finding.record.flatMap({ byID[$0]?[finding.code] })
    else { return finding }
    var waived = finding
    waived.waiver = waiver
    return waived
  }
}

import Configuration
import SourceText

@testable import PolicyReading

/// A small policy whole in itself, with places for what somebody may add to it.
enum SentencePolicy {
  static let windowRow = "| Business hours | 14:00-18:00 | Normal |"
  static let freezeRow = "| Holiday freeze | Dec 20 - Jan 5 | Emergency only |"

  static func text(
    title: String = "Policy", label: String = "", above: String = "Deployment Windows",
    heading: String = "Windows", windowHead: String = "| Window | Time (UTC) | Applies To |",
    windowRow: String = windowRow, freezeHead: String = "| Period | Duration | Changes Allowed |",
    freezeRow: String = freezeRow, underWindows: String = "", underFreezes: String = "",
    end: String = ""
  ) -> String {
    """
    # \(title)

    **Effective Date:** 2025-01-01
    \(label)

    ## 1. Types

    | Type | Approval | Lead Time |
    |---|---|---|
    | Normal | CAB review | 5 days |

    ## 8. \(above)

    ### 8.1 \(heading)

    \(windowHead)
    |\(String(repeating: "---|", count: windowHead.count { $0 == "|" } - 1))
    \(windowRow)

    \(underWindows)

    ### 8.2 Freezes

    \(freezeHead)
    |\(String(repeating: "---|", count: freezeHead.count { $0 == "|" } - 1))
    \(freezeRow)

    \(underFreezes)

    ## 9. Rollback

    Put the old version back.

    \(end)

    """
  }

  static func policy(_ text: String, settings: Settings = Settings(), path: String = "p.md")
    -> Policy
  {
    readPolicy(SourceFile(path: path, text: text), settings: settings)
  }

  /// What decides and was not read, with what of it is not known.
  static func unread(
    _ text: String, settings: Settings = Settings()
  ) -> [(decides: ReadingProblem.Decides, text: String)] {
    policy(text, settings: settings).problems.compactMap { problem in
      switch problem.kind {
      case .unread(let decides, _, let text, _): (decides, text)
      case .cellNotUnderstood("windows", _, let text, _): (.windows, text)
      case .cellNotUnderstood("freezes", _, let text, _): (.freezes, text)
      default: nil
      }
    }
  }
}

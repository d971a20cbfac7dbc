import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

@testable import Calendar

/// Hundreds of single damages to what a policy says of windows and freezes: whatever is broken, the
/// freeze at Christmas is never open for a change that it stops.
@Suite struct DamagedPolicyTests {
  static let head = """
    # Policy for changes in the harbour

    **Version:** 1.0
    **Effective Date:** 2026-01-19

    ## 3. Changes

    | Type | Description | Approval | Lead Time |
    |------|-------------|----------|-----------|
    | **Standard** | Known and small | Pre-approved | Immediate |
    | **Normal** | Planned | CAB review | 5 days |
    | **Emergency** | Cannot wait | Emergency CAB | Immediate |
    | **Dock Upgrade** | By all captains | Governance vote | Voting period |

    | Risk Level | Criteria |
    |------------|----------|
    | **Low** | Nobody notices |
    | **High** | Ships wait |

    ---


    """

  /// The freeze comes first among the rows, code and more clauses follow.
  static let plain = """
    ## 8. Deployment Windows

    ### 8.1 Standard Windows

    | Window | Time (UTC) | Purpose |
    |--------|------------|---------|
    | Low-traffic | 02:00-06:00 | Significant changes |
    | Business hours | 14:00-18:00 | Monitoring-heavy changes |
    | Any time | 24/7 | Standard changes, documentation |

    ### 8.2 Freeze Periods

    | Period | Duration | Changes Allowed |
    |--------|----------|-----------------|
    | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
    | Major events | As declared | Emergency only |
    | Post-incident | 48 hours | Related fixes only |

    ---


    """

  /// Other heads, the freeze last, nothing after it.
  static let other = """
    ## 8. When we deploy

    ### 8.1 Windows

    | Window | Days | Time | Applies To |
    |---|---|---|---|
    | Every day | Daily | 00:00-24:00 | All changes |

    ### 8.2 Change freezes

    | Freeze | Start | End | Exceptions |
    |---|---|---|---|
    | Regatta | Jul 1 | Jul 4 | None |
    | Year end | Dec 15 | Jan 5 | Emergency only |

    """

  static let tail = """
    ## 9. Rollback

    ```
    1. Find out why
       - the old version goes back
    ```

    ## 10. History

    | Version | Date |
    |---------|------|
    | 1.0 | 2026-01-19 |

    """

  private func policy(_ text: String) -> Policy {
    readPolicy(
      SourceFile(path: "content/policy/harbour.md", text: text), settings: Settings())
  }

  /// A change that the freeze stops and that may run on 24 December; nil where there is none.
  private func opens(_ policy: Policy) throws -> String? {
    let calendar = DeploymentCalendar(policy, freezes: [], incidents: [], settings: Settings())
    let types = policy.types.filter { !$0.isEmergency }
    try #require(types.count == 3)
    for time in ["2026-12-24T03:00Z", "2026-12-24T14:30Z"] {
      let instant = try #require(InstantText.read(time, in: .utc)).instant
      for type in types {
        for risk in policy.risks {
          let state = calendar.weigh(
            ChangeProfile(type: type, risk: risk.name, systems: ["crane"]),
            over: Interval(start: instant, end: instant)
          ).state
          if state == .open { return "\(type.name), \(risk.name), \(time)" }
        }
      }
    }
    return nil
  }

  /// A row that was read whole, with other days than before.
  private func changesTheDays(_ policy: Policy, from before: [FreezeRow]) -> Bool {
    policy.freezes.count == before.count
      && zip(before, policy.freezes).contains { $0.name == $1.name && $0.duration != $1.duration }
  }

  /// The last row is gone, whole.
  private func isCutAfterARow(_ section: String, at: Int) -> Bool {
    let bytes = Array(section.utf8)
    let end = bytes[at] == 0x0A ? at + 1 : at
    guard end > 0, end < bytes.count, bytes[end - 1] == 0x0A else { return false }
    let kept = String(decoding: bytes[..<end], as: UTF8.self)
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    let last = kept.split(separator: "\n").last ?? ""
    return last.hasPrefix("|") && !last.hasPrefix("|--") && rest.hasPrefix("| Year end")
      && !last.hasPrefix("| Freeze")
  }

  /// A section with one damage, and what was done; nil where it is a new policy.
  private func damaged(
    _ section: String, _ random: inout TestSupport.SplitMix
  ) -> (text: String, what: String, isEnd: Bool)? {
    var bytes = Array(section.utf8)
    var lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let line = Int.random(in: 0..<lines.count - 1, using: &random)
    let signs = Array("|-:#`~<>!*_\\[](){}\"' \t\n.,;/0123456789abcxyzABCXYZ".utf8)
    let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
    func joined() -> String { lines.joined(separator: "\n") }
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      bytes.remove(at: at)
      return (String(decoding: bytes, as: UTF8.self), "without byte \(at)", false)
    case 1:
      bytes[at] = sign
      return (String(decoding: bytes, as: UTF8.self), "byte \(at) as \(sign)", false)
    case 2:
      bytes.insert(sign, at: at)
      return (String(decoding: bytes, as: UTF8.self), "\(sign) before byte \(at)", false)
    case 3:
      let tops = lines.indices.filter {
        lines[$0].hasPrefix("|--")
          || $0 + 1 < lines.count && lines[$0 + 1].hasPrefix("|--") || lines[$0].hasPrefix("#")
      }
      let top = tops[Int.random(in: tops.indices, using: &random)]
      // Of a heading the table stays, and with it all that it says.
      lines.remove(at: top)
      return (joined(), "without line \(top)", false)
    case 4:
      lines.insert("", at: line)
      return (joined(), "a blank line before \(line)", false)
    case 5:
      lines.insert(
        ["<!-- x -->", "<!--", "-->", "<div>", "<pre>"].randomElement(using: &random) ?? "",
        at: line)
      return (joined(), "\(lines[line]) before line \(line)", false)
    case 6:
      lines.insert(
        ["```", "~~~", "````text", "   ```"].randomElement(using: &random) ?? "", at: line)
      return (joined(), "\(lines[line]) before line \(line)", false)
    case 7:
      bytes.insert(contentsOf: Array("<!--".utf8), at: at)
      return (String(decoding: bytes, as: UTF8.self), "<!-- before byte \(at)", false)
    case 8:
      lines.swapAt(line, line + 1)
      return (joined(), "lines \(line) and the next swapped", false)
    case 9:
      lines.insert(lines[line], at: line)
      return (joined(), "line \(line) twice", false)
    case 10:
      let end = min(lines.count, line + Int.random(in: 1...6, using: &random))
      for index in line..<end where !lines[index].isEmpty {
        lines[index] = ["    ", "\t", "> ", "- ", "  "][at % 5] + lines[index]
      }
      return (joined(), "lines \(line)..<\(end) indented", false)
    default:
      if isCutAfterARow(section, at: at) { return nil }
      return (
        String(decoding: bytes[..<at], as: UTF8.self), "cut at byte \(at)", true
      )
    }
  }

  @Test(arguments: ["plain", "other"], [20_261_224, 1, 2] as [UInt64])
  func noDamageOpensTheFreeze(_ name: String, _ seed: UInt64) throws {
    let (section, tail) = name == "plain" ? (Self.plain, Self.tail) : (Self.other, "")
    let whole = policy(Self.head + section + tail)
    #expect(try opens(whole) == nil)
    var random = TestSupport.SplitMix(seed: seed)
    var tried = 0
    while tried < 110 {
      guard let damage = damaged(section, &random) else { continue }
      let policy = policy(Self.head + damage.text + (damage.isEnd ? "" : tail))
      if changesTheDays(policy, from: whole.freezes) { continue }
      tried += 1
      if let opened = try opens(policy) {
        Issue.record("\(name), \(damage.what): open for \(opened)\n\(damage.text)")
      }
    }
  }

  /// Without the freeze these are open, so that what is tested above could fail.
  @Test(arguments: ["plain", "other"])
  func isOpenWithoutTheFreeze(_ name: String) throws {
    let section = name == "plain" ? Self.plain : Self.other
    let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("Emergency only") || $0.contains("As declared") }
    #expect(try opens(policy(Self.head + lines.joined(separator: "\n") + "\n")) != nil)
  }
}

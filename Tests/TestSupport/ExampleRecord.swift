import SourceText

/// A record put together from a complete one and the few lines in which it differs.
package struct ExampleRecord: Sendable {
  /// Top-level keys of the front matter with their lines.
  private var keys: [(name: String, lines: [String])]
  /// Sections with their heading's line first.
  private var sections: [(name: String, lines: [String])]

  package init(_ text: String) {
    (keys, sections) = Self.parts(of: text)
  }

  /// This record with the keys and sections of an excerpt in place of its own; what it does not
  /// have is added. A heading that is one slip away from a known one replaces that.
  package func replacing(with excerpt: String) -> ExampleRecord {
    let (keys, sections) = Self.parts(of: excerpt)
    var record = self
    for part in keys { Self.put(part, into: &record.keys, suggesting: false) }
    for part in sections { Self.put(part, into: &record.sections, suggesting: true) }
    return record
  }

  /// This record without some of its front matter.
  package func without(_ names: String...) -> ExampleRecord {
    var record = self
    record.keys.removeAll { names.contains($0.name) }
    return record
  }

  /// This record without some of its sections.
  package func withoutSections(_ names: String...) -> ExampleRecord {
    var record = self
    record.sections.removeAll { names.contains($0.name) }
    return record
  }

  package var text: String {
    let front = keys.isEmpty ? [] : ["---"] + keys.flatMap(\.lines) + ["---"]
    return (front + sections.flatMap(\.lines)).joined(separator: "\n") + "\n"
  }

  private static func put(
    _ part: (name: String, lines: [String]), into parts: inout [(name: String, lines: [String])],
    suggesting: Bool
  ) {
    let names = parts.map(\.name)
    let known =
      names.contains(part.name) || !suggesting
      ? part.name : suggest(for: part.name, among: names) ?? part.name
    if let index = names.firstIndex(of: known) {
      parts[index] = part
    } else {
      parts.append(part)
    }
  }

  private static func parts(of text: String) -> (
    keys: [(name: String, lines: [String])], sections: [(name: String, lines: [String])]
  ) {
    var keys: [(name: String, lines: [String])] = []
    var sections: [(name: String, lines: [String])] = []
    var isFrontMatter = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).enumerated()
    {
      if line == "---", number == 0 || isFrontMatter {
        isFrontMatter.toggle()
      } else if isFrontMatter {
        if let key = topLevelKey(of: line) {
          keys.append((key, [line]))
        } else {
          precondition(!keys.isEmpty, "front matter begins with a key: \(line)")
          keys[keys.count - 1].lines.append(line)
        }
      } else if withoutMarks(line).hasPrefix("#") {
        sections.append((sectionName(of: line), [line]))
      } else {
        // A line that is dropped would take its mark with it, and the test would expect nothing.
        precondition(!sections.isEmpty || line.isEmpty, "text stands under a heading: \(line)")
        guard !sections.isEmpty else { continue }
        sections[sections.count - 1].lines.append(line)
      }
    }
    return (keys, sections)
  }

  private static func topLevelKey(of line: String) -> String? {
    let unmarked = withoutMarks(line)
    guard let first = unmarked.utf8.first, (0x61...0x7A).contains(first),
      let colon = unmarked.firstIndex(of: ":")
    else { return nil }
    return String(unmarked[..<colon])
  }

  /// The record's own heading is known by what all such headings begin with.
  private static func sectionName(of line: String) -> String {
    let name = withoutMarks(line).drop { $0 == "#" || $0 == " " }
    return name.hasPrefix("Change Request") ? "Change Request" : String(name)
  }

  private static func withoutMarks(_ line: String) -> String {
    var result = ""
    var isMark = false
    for character in line {
      if character == "⟦" { isMark = true }
      if !isMark { result.append(character) }
      if character == "⟧" { isMark = false }
    }
    return result
  }
}

/// Records that follow `FullPolicy` in everything.
package enum SampleRecords {
  /// A change of type Normal that is done and closed.
  package static let normal = ExampleRecord(
    """
    ---
    id: CHG-2026-0042
    type: Normal
    risk: Medium
    category: application code
    security_relevant: false
    systems: [rpc-gateway]
    requester: "@gateway-author"
    implementer: "@gateway-oncall"
    requested: 2026-03-02T09:15Z
    approvals:
      - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
      - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
    scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
    started: 2026-03-09T02:05Z
    deployed: 2026-03-09T02:40Z
    outcome: successful
    closed: 2026-03-10T09:00Z
    ---
    ## Change Request: Rotate the certificates of the gateway
    ### Summary
    The gateway gets certificates of the new authority.
    ### Justification
    The old ones expire on 1 April.
    ### Technical Details
    The gateway reloads its certificates without a restart.
    ### Impact Assessment
    - **Users affected:** none
    ### Implementation Plan
    1. Put the new certificates into the vault.
    2. Reload one gateway after the other.
    ### Rollback Plan
    1. Put the old certificates back and reload.
    ### Testing Evidence
    - [x] Unit tests pass
    - [x] Integration tests pass
    - [x] Staging deployment successful
    """)

  /// The policy's own template, filled in, without front matter.
  package static let template = ExampleRecord(
    """
    ## Change Request: Rotate the certificates of the gateway
    ### Summary
    The gateway gets certificates of the new authority.
    ### Type
    [ ] Standard  [x] Normal  [ ] Emergency  [ ] Runtime Upgrade
    ### Risk Level
    [ ] Low  [x] Medium  [ ] High  [ ] Critical
    ### Justification
    The old ones expire on 1 April.
    ### Technical Details
    The gateway reloads its certificates without a restart.
    ### Impact Assessment
    - **Systems affected:** rpc-gateway
    - **Users affected:** none
    - **Downtime required:** none
    - **Performance impact:** none
    ### Implementation Plan
    1. Put the new certificates into the vault.
    2. Reload one gateway after the other.
    ### Rollback Plan
    1. Put the old certificates back and reload.
    ### Testing Evidence
    - [x] Unit tests pass
    - [x] Integration tests pass
    - [x] Staging deployment successful
    - [ ] Security review complete (if required)
    ### Approvals
    - [x] Technical Review: @runtime-lead, @rpc-reviewer
    - [ ] Security Review: @security (if required)
    - [x] CAB Approval: @cab
    ### Schedule
    - **Requested date:** 2026-03-02
    - **Maintenance window required:** No
    """)
}

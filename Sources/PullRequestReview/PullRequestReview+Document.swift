import Chronology
import DeploymentGate
import Documents
import Findings
import PolicyReading
import SourceText

extension PullRequestReview {
  /// As one text for a comment or a terminal.
  package func document(program: String) -> Document {
    Document(
      kicker: "Review", title: "Change records: \(summary)", lead: lead,
      recordBlocks + findingBlocks + policyBlocks + otherBlocks
        + [
          Note(
            """
            changebook \(program), compared with \(Inline.code(String(base.prefix(12)))), at \
            \(Inline.instant(asOf))
            """)
        ])
  }

  private var summary: String {
    let parts = [
      counted(records.count, "record", "records"),
      counted(findings.new.count, "new finding", "new findings"),
      findings.mended.isEmpty ? nil : "\(findings.mended.count) mended",
      policies.isEmpty ? nil : counted(policies.count, "policy", "policies"),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private var lead: RichText {
    let severe = findings.new.count { $0.severity <= .breach }
    let words = counted(open, "finding is", "findings are") + " open in the whole site"
    return severe == 0
      ? "No new error or breach; \(words)."
      : "\(counted(severe, "new error or breach", "new errors and breaches").capitalisedFirst); \(words)."
  }

  private static let mostFindings = 50
  private static let mostOthers = 20

  private var findingBlocks: [any Block] {
    func list(_ found: [Finding]) -> [any Block] {
      let worst = found.mostSevereFirst()
      let rest = worst.count - Self.mostFindings
      return [FindingList(worst.prefix(Self.mostFindings), isListing: true)]
        + (rest > 0 ? [Note("And \(rest) more.")] : [])
    }
    return [
      Section("new", "New findings · \(findings.new.count)", list(findings.new)),
      Section("mended", "Mended · \(findings.mended.count)", list(findings.mended)),
    ]
  }

  private var recordBlocks: [any Block] {
    records.map { record in
      Section("record", record.heading, record.blocks)
    }
  }

  private var policyBlocks: [any Block] {
    policies.map { policy in
      let parts = policy.difference.parts
      let blocks: [any Block] =
        parts.isEmpty
        ? [Paragraph("It is edited, and everything that is understood of it is as it was.")]
        : parts.flatMap { part -> [any Block] in
          [
            Paragraph("\(Inline.strong(part.title))"),
            ItemList(
              lines: part.before.map { "before: \($0)" } + part.after.map { "now: \($0)" }),
          ]
        }
      return Section("policy", "What is understood of \(policy.path)", blocks)
    }
  }

  private var otherBlocks: [any Block] {
    guard !others.isEmpty else { return [] }
    let rest = others.count - Self.mostOthers
    return [
      Section(
        "others", "Other files",
        [
          ItemList(
            lines: others.prefix(Self.mostOthers).map { "\(Inline.code($0))" }
              + (rest > 0 ? ["and \(rest) more"] : []))
        ])
    ]
  }
}

extension ReviewedRecord {
  fileprivate var heading: String {
    let words = title.map { " \($0)" } ?? ""
    return "\(kind == .freeze ? "Freeze " : "")\(id)\(words) (\(edit.rawValue))"
  }

  private var target: LinkTarget? {
    if edit == .removed { return nil }
    return switch kind {
    case .change: .change(id)
    case .incident: .incident(id)
    case .freeze: nil
    }
  }

  fileprivate var blocks: [any Block] {
    var facts: [Fact] = []
    if let target { facts.append(Fact("Page", "\(id, to: target)")) }
    facts.append(
      Fact(
        "File", "\(Inline.code(path))\(formerPath.map { ", before \($0)" } ?? "")"))
    guard let change else { return [Facts(facts)] }
    let kinds = [change.type, change.risk.map { "\($0) risk" }, change.stage].compactMap(\.self)
    facts.append(Fact("Change", RichText(kinds.joined(separator: ", "))))
    if let planned = change.planned {
      facts.append(Fact("Planned", "\(Inline.interval(planned))"))
    }
    if let answer = change.answer {
      facts.append(Fact("Gate at that time", RichText(answer.brief)))
    }
    facts.append(Fact("Missing", RichText(change.needs.joined(separator: "; "))))
    facts += conflictFacts(change)
    facts.append(
      Fact(
        "Freezes around it",
        change.freezes.map { freeze -> RichText in
          "\(freeze.name), \(Inline.interval(freeze.interval)), may pass: \(freeze.allowed)"
        }.joined(by: "; ")))
    if let next = change.next { facts.append(Fact("Next slots", slots(next))) }
    return [Facts(facts)]
  }

  private func conflictFacts(_ change: ChangeStanding) -> [Fact] {
    let texts = change.conflicts.map { conflict -> RichText in
      """
      \(Inline.id(.change(conflict.other), conflict.other)) on \
      \(conflict.systems.joined(separator: ", ")), \(Inline.interval(conflict.overlap))
      """
    }
    let rest: [RichText] = change.hasMoreConflicts ? ["and more"] : []
    return [Fact("In its way", (texts + rest).joined(by: "; "))]
  }

  private func slots(_ next: NextSlots) -> RichText {
    guard !next.slots.isEmpty else {
      let why = next.obstacles.map(\.text).joined(separator: "; ")
      return RichText((next.isUnknown ? "cannot be told: " : "none: ") + why)
    }
    return next.slots.map { slot -> RichText in
      "\(Inline.interval(slot.interval))\(slot.window.map { " (\($0))" } ?? "")"
    }.joined(by: "; ")
  }
}

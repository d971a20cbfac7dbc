import Findings
import SourceText

/// CB104: a value that is not of its kind.
package enum UnreadableValue: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 104, title: "a value cannot be read", severity: .error,
    explanation: """
      Types and risks are names of the policy's tables; instants are dates with time and zone;
      intervals run from an earlier to a later instant; outcomes and roles come from a fixed list.
      Where the policy has no table of risks or categories, theirs are taken as they are written.
      A value that is none of these is not guessed at. A record with such a value is left out of
      the figures, by name.

      The same holds for files of `content/published`: a report cannot be compared with published
      figures that nobody can read. It holds for logs of deployments too: an entry of
      `content/deployments` that is not read is a deployment that nobody can hold against the records.

      An instant without zone or offset can be read, in the zone of the policy. It is a warning,
      because whoever wrote it may have meant another clock.
      """,
    wrong: """
      ---
      requested: 2nd of March
      ---
      """,
    right: """
      ---
      requested: 2026-03-02T09:15Z
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .unreadableValue(key: "", let text, let expected):
      // The root of the YAML, which has no key.
      finding(
        "the YAML is not a list of keys: \(quoted(text))", help: "expected \(expected)",
        at: problem.place)
    case .unreadableValue(let key, let text, let expected):
      finding(
        text.isEmpty
          ? "`\(key)` has no value that can be read"
          : "\(quoted("\(key): \(text)")) is not a known value",
        help: "expected \(expected)", at: problem.place)
    case .endBesideOutcome(let label, let text, let outcome):
      finding(
        "\(quoted("\(label): \(text)")) says that the change is over or halted, and `outcome` says nothing",
        help: (outcome.map { "write `outcome: \($0)` into the front matter if that is so" }
          ?? "write what came of it into the front matter, such as `outcome: successful`, `failed` or `cancelled`")
          + "; otherwise correct `\(label)`", at: problem.place)
    case .unreadablePublication(let reason):
      finding(
        "the published figures cannot be read: \(reason)",
        help: "take the file back from git, or publish the period again", at: problem.place)
    case .unreadableDeployment(let reason):
      finding(
        "the entry of the log is not read: \(reason)",
        help: "take the log from the system that makes the deployments again, or mend the entry",
        at: problem.place)
    case .zoneAssumed(let key, let text, let zone):
      finding(
        "`\(key)` names no zone; \(quoted(text)) is read as \(zone)",
        help: zone == "UTC" ? "add `Z`, or an offset such as `+02:00`" : "add an offset, or `Z`",
        at: problem.place, severity: .warning)
    default: nil
    }
  }
}

/// A text as it stands in a message: in backquotes, cut after 60 characters.
func quoted(_ text: String) -> String {
  let cut = text.unicodeScalars.prefix(61)
  guard cut.count > 60 else { return "`\(text)`" }
  return "`\(String(String.UnicodeScalarView(cut.prefix(60))))…`"
}

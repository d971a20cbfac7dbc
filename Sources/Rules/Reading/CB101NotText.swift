import Findings
import SourceText

/// CB101: a file is not text as changebook takes it.
package enum NotText: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 101, title: "not a text file, not UTF-8, control characters, or an unsettled merge",
    severity: .error,
    explanation: """
      Every file of the content folder is UTF-8 text. A byte that is not, or a control character
      other than tab and line ends, means that the file was saved in another encoding or damaged on
      its way, and that names and times in it may not be what their author wrote. Nothing is
      guessed: a file that is not UTF-8 is left out and named, and the replacement character stands
      for each control character, also where an escape of YAML or an entity of HTML stood for it.

      Symbolic links and devices are refused too: what they lead to may lie outside the folder. A
      file or folder that the system does not let changebook read is named as well.
      Lines such as `<<<<<<< HEAD`, which git leaves where two sides of a merge differ, say that nobody
      has settled what the file says: while one stands in a policy, a freeze, an incident, a record or
      a list, the gate does not open.
      Characters that turn the direction of the text around them are readable, but can make a line
      look different from what it says. They are a warning.
      """,
    wrong: """
      ---
      requester: "@j\\xF6rg"     <- the byte F6 of Latin-1
      ---
      """,
    right: """
      ---
      requester: "@jörg"        <- saved as UTF-8
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .refusedFile(let what):
      // What is one of its own kind has but the wrong name.
      finding(
        "a \(what) is not opened",
        help: what.hasPrefix("file of ") || what.hasPrefix("folder of ")
          ? "give it a name that is read, or move it elsewhere" : "put a regular file in its place",
        at: problem.place)
    case .unreadable(let reason):
      finding(
        "the file cannot be read: \(reason)", help: "let the program read it, or remove it",
        at: problem.place)
    case .notUTF8(let byte):
      finding(
        "the byte \(hexadecimal(UInt32(byte), digits: 2)) is not UTF-8",
        help: "save the file as UTF-8", at: problem.place)
    case .controlCharacter(let byte):
      finding(
        "the control character U+\(hexadecimal(UInt32(byte), digits: 4)) has no place in text",
        help: "remove the character", at: problem.place)
    case .conflictMarker(let sign):
      finding(
        "\(quoted(sign)) is a sign of a merge that is not settled",
        help: "keep one side, and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`",
        at: problem.place)
    case .bidirectionalOverride(let scalar):
      finding(
        "U+\(hexadecimal(scalar, digits: 4)) changes the direction of the text around it",
        help: "remove the character, so that the line reads as it is written", at: problem.place,
        severity: .warning)
    default: nil
    }
  }
}

/// A number in capital hexadecimal digits, as many as there are at least.
func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

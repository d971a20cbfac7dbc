import PolicyReading
import SourceText

/// Words and handles that stand in the place of a person and name none.
enum NonPerson {
  /// Whether a word names nobody: what names nothing at all, whoever is writing (`me`), another field
  /// (`requester`), and what forms and examples leave.
  static func matches(_ text: String) -> Bool {
    let folded = WordForm.fold(text)
    return NonName.matches(folded: folded) || stand.contains(folded)
      || placeholders.contains(folded) || folded.hasSuffix(" team")
  }

  /// The same for a handle: `@username` is an example's, and `@author` may be somebody.
  static func matches(handle: String) -> Bool {
    let folded = WordForm.fold(handle)
    return NonName.matches(folded: folded) || placeholders.contains(folded)
  }

  /// Whether a handle or a name is a machine's, which makes changes and approves none.
  static func isMachine(_ text: String) -> Bool {
    let words = WordForm.words(text)
    return words.last.map { $0.hasSuffix("bot") || $0.hasSuffix("[bot]") } ?? false
      || words.contains("bot") || machines.contains(words.joined(separator: " "))
  }

  private static let stand: Set<String> = [
    "self", "myself", "me", "i", "us", "we", "ourselves", "himself", "herself", "themselves",
    "requester", "the requester", "requestor", "the requestor", "author", "the author",
    "implementer", "the implementer", "implementor", "owner", "the owner", "submitter", "assignee",
    "same", "the same", "same person", "same as requester", "same as the requester",
    "same as implementer", "same as the implementer", "approver", "the approver", "reviewer",
    "the reviewer", "name", "full name", "jira", "github", "gitlab", "slack", "quorum",
    "everyone", "everybody", "all", "person", "someone else", "role", "team",
  ]

  private static let placeholders: Set<String> = [
    "user", "username", "user name", "handle", "your handle", "your name", "example", "first last",
    "firstname lastname", "john doe", "jane doe", "johndoe", "janedoe", "someone else", "someone",
    "self", "me", "all", "here", "channel", "everyone",
  ]

  private static let machines: Set<String> = [
    "ci", "ci cd", "cicd", "cd", "pipeline", "the pipeline", "ci pipeline", "jenkins", "automation",
    "automated", "automatic", "github actions", "gitlab ci", "system", "the system", "script",
    "cron", "machine", "robot", "dependabot", "renovate",
  ]
}

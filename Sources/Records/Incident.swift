import Chronology
import Markdown
import PolicyReading
import SourceText

/// An incident: it can cause a freeze, and be caused by a change.
///
/// A class, because there may be thousands, and every list of them shares the one copy.
package final class Incident: Sendable {
  package let id: String
  package let idPlace: Place
  package let document: MarkdownDocument
  package let title: Located<String>?
  package let severity: Located<String>?
  /// Empty for all.
  package let systems: [Located<String>]
  package let started: Located<Instant>?
  /// Nil while it lasts.
  package let resolved: Located<Instant>?
  /// The latest that it can have been resolved: the end of the day where `resolved` gives no time. Nil
  /// while it lasts, and where nobody can tell.
  package let latestEnd: Instant?
  package let causedBy: [Located<String>]
  /// Keys of its front matter that say nothing to changebook.
  package let unread: [UnreadKey]
  package let problems: [ReadingProblem]
  /// Something stands in the place of a system that is none, or none of the list.
  package let hasUnknownSystems: Bool
  /// Asked about a later time, when its freezes are certainly over, no more was read of it than its id,
  /// its systems and when it was.
  package let isSettled: Bool

  package init(
    id: String, idPlace: Place, document: MarkdownDocument, title: Located<String>?,
    severity: Located<String>?, systems: [Located<String>], started: Located<Instant>?,
    resolved: Located<Instant>?, causedBy: [Located<String>], unread: [UnreadKey],
    problems: [ReadingProblem], hasUnknownSystems: Bool = false, isSettled: Bool = false,
    latestEnd: Instant? = nil
  ) {
    self.id = id
    self.idPlace = idPlace
    self.document = document
    self.title = title
    self.severity = severity
    self.systems = systems
    self.started = started
    self.resolved = resolved
    self.latestEnd = resolved?.value ?? latestEnd
    self.causedBy = causedBy
    self.unread = unread
    self.problems = problems
    self.hasUnknownSystems = hasUnknownSystems
    self.isSettled = isSettled
  }

  package var file: SourceFile { document.file }
  /// Node of the heading that says its title; nil where no heading does.
  package var titleNode: Int? { document.titleNode(saying: title?.value) }
}

/// A declared freeze.
package struct DeclaredFreeze: Sendable {
  package let name: Located<String>
  package let document: MarkdownDocument
  package let from: Located<Instant>?
  package let to: Located<Instant>?
  /// Empty for all.
  package let systems: [Located<String>]
  /// What may pass, as written.
  package let allowed: Located<String>?
  package let declaredBy: Located<String>?
  package let declaredAt: Located<Instant>?
  /// Keys of its front matter that say nothing to changebook.
  package let unread: [UnreadKey]
  package let problems: [ReadingProblem]
  /// Something stands in the place of a system that is none, or none of the list.
  package var hasUnknownSystems = false
  /// It holds for whatever depends on its systems as well.
  package var reachesDependents = false
  /// The environments and regions that it holds in.
  package var surroundings = RowSurroundings()
  /// The times at which it holds again and again, from `from` to `to` where these are given.
  package var times: Located<RecurringTimes>?

  package var file: SourceFile { document.file }
  /// Node of the heading that says its name; nil where no heading does.
  package var titleNode: Int? { document.titleNode(saying: name.value) }
}

/// An ordinary page of the content folder.
package struct ContentPage: Sendable {
  package let document: MarkdownDocument
  package let title: String
  /// `guide/writing-a-record`: its path under `content/` without the extension.
  package let slug: String
  /// Everything below the front matter. The heading that became the title stands among it.
  package let body: Range<Int>
  /// Node of the heading that became the title; nil where none did.
  package let titleNode: Int?
  package let problems: [ReadingProblem]

  package var file: SourceFile { document.file }
}

extension MarkdownDocument {
  /// Node of the heading that is the document's title, where it says what a text does.
  func titleNode(saying title: String?) -> Int? {
    guard let title, let heading = titleHeading, heading.text == title else { return nil }
    return heading.node
  }
}

import Chronology
import Markdown
import SourceText

/// An incident: it can cause a freeze, and be caused by a change.
package struct Incident: Sendable {
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
  package let causedBy: [Located<String>]
  package let problems: [ReadingProblem]
  /// Something stands in the place of a system that is none, or none of the list.
  package var hasUnknownSystems = false

  package var file: SourceFile { document.file }
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
  package let problems: [ReadingProblem]
  /// Something stands in the place of a system that is none, or none of the list.
  package var hasUnknownSystems = false
  /// It holds for whatever depends on its systems as well.
  package var reachesDependents = false

  package var file: SourceFile { document.file }
}

/// An ordinary page of the content folder.
package struct ContentPage: Sendable {
  package let document: MarkdownDocument
  package let title: String
  /// `guide/writing-a-record`: its path under `content/` without the extension.
  package let slug: String
  /// The nodes of the body, without the heading that became the title.
  package let body: Range<Int>
  package let problems: [ReadingProblem]

  package var file: SourceFile { document.file }
}

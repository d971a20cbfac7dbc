import Documents
import Findings
import Markdown
import Records
import SourceText

extension Publication {
  /// An id that leads to its record, with the record's title; a web address leads to itself.
  func named(_ id: String) -> RichText {
    if let change = register.change(id) {
      return Self.named(.change(id), id, change.title?.value)
    }
    if let incident = register.incident(id) {
      return Self.named(.incident(id), id, incident.title?.value)
    }
    if id.hasPrefix("https://") || id.hasPrefix("http://") { return "\(id, to: .web(id))" }
    return "\(Inline.id(nil, id)), which is not recorded"
  }

  private static func named(_ target: LinkTarget, _ id: String, _ title: String?) -> RichText {
    title.map { "\(Inline.id(target, id)) \($0)" } ?? RichText([.id(target, id)])
  }

  /// Systems, each with a link to its page; what is said where none is named.
  func systems(_ names: [Located<String>], isUnknown: Bool) -> RichText {
    if names.isEmpty { return isUnknown ? "not known" : "all" }
    return systems(names)
  }

  func systems(_ names: [Located<String>]) -> RichText {
    names.map { "\($0.value, to: .system($0.value))" }.joined(by: ", ")
  }

  /// The text of a document without the heading that became its page's title.
  func body(_ document: MarkdownDocument, omitting title: Int?) -> Prose {
    Prose(
      document, min(1, document.nodes.count)..<document.nodes.count, omitting: title,
      topHeading: 2)
  }
}

extension PolicyReference {
  /// `Policy §6.1: Application code | 2 | If security-relevant`, with a link to the clause.
  var richText: RichText {
    let name = clause.map { "§\($0)" } ?? "line \(place.start.line)"
    return "Policy \(name, to: .clause(self)): \(excerpt)"
  }
}

extension Table {
  /// The keys of a front matter that nothing else of a page shows.
  static func unread(_ keys: [UnreadKey]) -> Table {
    Table(
      "Other keys of the front matter", [Column("Key"), Column("Value")],
      keys.map { [RichText([.code($0.key)]), RichText($0.value)] }, showsCaption: true)
  }
}

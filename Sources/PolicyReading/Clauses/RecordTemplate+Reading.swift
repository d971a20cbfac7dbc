import Markdown
import SourceText

extension RecordTemplate {
  /// The fenced block that records are made from: the first one in a section with "Template" in
  /// its heading, one with headings of its own before any other.
  ///
  /// A policy has templates of other things too, of agendas and of mails. A heading that names such a
  /// thing has none of records; any other one has where it speaks of changes or records, or where the
  /// block asks for at least two fields of a change.
  ///
  /// - Parameter fields: those of the policy's own table.
  static func find(
    in outline: PolicyOutline, fields: [RequiredField] = []
  ) -> (template: RecordTemplate, node: Int)? {
    let document = outline.document
    let own = Set(fields.map { WordForm.fold($0.name) })
    var candidates: [Int] = []
    var searched = 0
    for section in outline.sections {
      let words = WordForm.words(section.heading.text)
      guard words.contains(where: { $0 == "template" || $0 == "templates" }) else { continue }
      // Sections lie inside one another.
      for node in section.content where node >= searched {
        guard case .codeBlock = document.nodes[node].kind else { continue }
        // The document's own title says nothing about one clause.
        let headings = outline.headings(above: node).map { outline.clauses[$0] }
          .filter { $0.level > 1 || $0.anchor == section.heading.anchor }
          .map { WordForm.words($0.title) }
        if isOfRecords(document.literal(of: node), under: headings, own) { candidates.append(node) }
      }
      searched = max(searched, section.content.upperBound)
    }
    let best = candidates.first { node in
      TemplateLine.all(in: document.literal(of: node)).contains { $0.isHeading }
    }
    guard let node = best ?? candidates.first else { return nil }
    let text = document.literal(of: node)
    let template = RecordTemplate(
      text: text, place: document.place(of: node), known: TemplateFillers(template: text))
    return (template, node)
  }

  /// - Parameter headings: the words of the headings above, the nearest first.
  private static func isOfRecords(
    _ text: String, under headings: [[String]], _ own: Set<String>
  ) -> Bool {
    let nearest = headings.prefix { words in
      !words.contains { $0 == "template" || $0 == "templates" }
    }
    // That of the template, those below it, and the one around it.
    let named = headings.prefix(nearest.count + 2)
    if named.contains(where: isOfOtherThing) { return false }
    let lines = TemplateLine.all(in: text)
    let asked = lines.count { line in
      let label = line.colon.map { String(decoding: line.content[..<$0], as: UTF8.self) }
      let name = WordForm.fold(label ?? (line.isHeading ? line.text : ""))
      return FieldNames.kind(name) != nil || own.contains(name)
    }
    if asked >= 2 || asked == 1 && lines.contains(where: \.isHeading) { return true }
    return named.contains { words in
      words.contains { word in ofRecords.contains { word.hasPrefix($0) } }
    }
  }

  /// Whether a heading names a thing that is written from a template and is no record of a change.
  private static func isOfOtherThing(_ words: [String]) -> Bool {
    let isOfChanges =
      words.contains("rfc")
      || words.contains("change")
        && ["request", "requests", "record", "records"].contains {
          words.contains($0)
        }
    if isOfChanges { return false }
    return words.contains(where: ofOtherThings.contains)
      || words.contains("review") && (words.contains("post") || words.contains("implementation"))
  }

  private static let ofRecords = ["change", "record", "request", "rfc", "ticket"]

  /// What templates are of that no change is recorded with.
  private static let ofOtherThings: Set<String> = [
    "agenda", "agendas", "meeting", "meetings", "minutes", "mail", "mails", "email", "emails",
    "message", "messages", "notification", "notifications", "notice", "notices", "announcement",
    "announcements", "communication", "communications", "newsletter", "report", "reports",
    "reporting", "postmortem", "postmortems", "mortem", "retrospective", "pir", "incident",
    "incidents", "invitation", "invitations", "runbook", "runbooks",
  ]

  /// The line, or what it says after a label, is the template's own and not the author's; or it
  /// still holds one of the template's square brackets.
  ///
  /// List markers, boxes, emphasis, the case of ASCII letters and surrounding white space do not
  /// matter, so that the line can be given as it stands in the file or as plain text.
  package func isFiller(_ line: String) -> Bool { known.matches(TemplateLine(line)) }

  /// The same for bytes of valid UTF-8.
  package func isFiller(utf8 line: UnsafeBufferPointer<UInt8>) -> Bool {
    known.matches(TemplateLine(line))
  }
}

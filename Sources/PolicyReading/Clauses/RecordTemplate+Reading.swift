import Markdown
import SourceText

extension RecordTemplate {
  /// The fenced block that records are made from: the first one in a section with "Template" in
  /// its heading, one with headings of its own before any other.
  static func find(in outline: PolicyOutline) -> (template: RecordTemplate, node: Int)? {
    let document = outline.document
    var candidates: [Int] = []
    var searched = 0
    for section in outline.sections
    where WordForm.words(section.heading.text).contains(where: {
      $0 == "template" || $0 == "templates"
    }) {
      // Sections lie inside one another.
      for node in section.content where node >= searched {
        if case .codeBlock = document.nodes[node].kind { candidates.append(node) }
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

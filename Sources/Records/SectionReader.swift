import Markdown
import PolicyReading
import SourceText

/// The body of a record, cut at its headings.
struct RecordBody {
  /// From the heading `Change Request: …`, or the first heading that is no known section's.
  var title: Located<String>?
  var sections: [RecordSection] = []
  /// Nodes before the first section, the title's heading left out.
  var opening: Range<Int>
  var problems: [ReadingProblem] = []

  func section(_ role: SectionRole) -> RecordSection? { sections.first { $0.role == role } }

  /// Gives the section of a role another state.
  mutating func mark(_ role: SectionRole, as state: RecordSection.State) {
    guard let index = sections.firstIndex(where: { $0.role == role }) else { return }
    let section = sections[index]
    sections[index] = RecordSection(
      heading: section.heading, role: role, content: section.content, state: state)
  }
}

/// Cuts a body into sections: any depth of heading, any order. A heading that nobody knows and
/// that is deeper than the section above it belongs to that section.
func readSections(
  _ document: MarkdownDocument, names: SectionNames, fillers: TemplateFillers
) -> RecordBody {
  let headings = document.headings
  let end = document.nodes.count
  var body = RecordBody(opening: 1..<end)
  var starts: [(heading: MarkdownHeading, role: SectionRole?)] = []
  var titleNode: Int?
  for heading in headings {
    let role = names.role(of: heading.text)
    if starts.isEmpty, titleNode == nil, !names.knows(heading.text) {
      titleNode = heading.node
      body.title = readTitle(heading, in: document)
    } else if role != nil || names.knows(heading.text) {
      starts.append((heading, role))
    } else if let current = starts.last, heading.level > current.heading.level {
      continue
    } else {
      starts.append((heading, nil))
    }
  }
  let openingStart = titleNode.map { Int(document.nodes[$0].end) } ?? 1
  body.opening = min(openingStart, end)..<(starts.first?.heading.node ?? end)
  for (index, start) in starts.enumerated() {
    let content =
      Int(document.nodes[start.heading.node].end)..<(index + 1 < starts.count
        ? starts[index + 1].heading.node : end)
    body.sections.append(
      RecordSection(
        heading: start.heading, role: start.role, content: content,
        state: sectionState(content, role: start.role, in: document, fillers: fillers)))
  }
  body.problems = nearMisses(among: body.sections, names: names)
  return body
}

/// What follows `Change Request:`; the whole heading where it begins otherwise. Nil where nothing
/// or only the template's `[Title]` follows.
private func readTitle(_ heading: MarkdownHeading, in document: MarkdownDocument)
  -> Located<String>?
{
  let prefix = "change request"
  var title = heading.text
  if title.lowercased().hasPrefix(prefix) {
    let rest = title.dropFirst(prefix.count)
    title = String(rest.drop { $0 == ":" || $0 == " " })
  }
  guard !title.isEmpty, title.lowercased() != "[title]" else { return nil }
  return Located(title, heading.place)
}

/// Headings of unknown sections that look like the name of a known one that is absent.
private func nearMisses(among sections: [RecordSection], names: SectionNames) -> [ReadingProblem] {
  let present = Set(sections.compactMap(\.role).map(SectionNames.name(of:)))
  return sections.compactMap { section in
    guard section.role == nil, !names.knows(section.heading.text),
      let intended = suggest(for: section.heading.text, among: names.names),
      !present.contains(intended)
    else { return nil }
    return ReadingProblem(
      .nearMiss(heading: section.heading.text, intended: intended), at: section.heading.place)
  }
}

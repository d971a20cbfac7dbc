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
  var isUnknown: Set<Int> = []
  for heading in headings {
    switch names.meaning(of: heading.text) {
    case .role(let role):
      starts.append((heading, role))
    case .own:
      starts.append((heading, nil))
    case .unknown where starts.isEmpty && titleNode == nil:
      titleNode = heading.node
      body.title = readTitle(heading, in: document)
    case .unknown:
      if let current = starts.last, heading.level > current.heading.level { continue }
      starts.append((heading, nil))
      isUnknown.insert(heading.node)
    }
  }
  let openingStart = titleNode.map { Int(document.nodes[$0].end) } ?? 1
  body.opening = min(openingStart, end)..<(starts.first?.heading.node ?? end)
  for (index, start) in starts.enumerated() {
    let content =
      Int(
        document.nodes[start.heading.node].end)..<(index + 1 < starts.count
      ? starts[index + 1].heading.node : end)
    body.sections.append(
      RecordSection(
        heading: start.heading, role: start.role, content: content,
        state: sectionState(content, role: start.role, in: document, fillers: fillers)))
  }
  if !isUnknown.isEmpty {
    body.problems = nearMisses(
      among: body.sections.filter { isUnknown.contains($0.heading.node) },
      present: Set(body.sections.compactMap(\.role)), names: names)
  }
  return body
}

/// What follows `Change Request:`; the whole heading where it begins otherwise. Nil where nothing
/// or only the template's `[Title]` follows.
private func readTitle(_ heading: MarkdownHeading, in document: MarkdownDocument)
  -> Located<String>?
{
  let prefix = "change request".utf8
  var title = heading.text
  // The letters of the prefix differ from their capitals in one bit; its blank has that bit set.
  if title.utf8.lazy.map({ $0 | 0x20 }).starts(with: prefix) {
    let rest = title.utf8.dropFirst(prefix.count)
    title = String(Substring(rest.drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") }))
  }
  guard !title.isEmpty, title.utf8.count != 7 || title.lowercased() != "[title]" else {
    return nil
  }
  return Located(title, heading.place)
}

/// Those of the unknown sections that look like the name of a known one that is absent.
private func nearMisses(
  among unknown: [RecordSection], present: Set<SectionRole>, names: SectionNames
) -> [ReadingProblem] {
  let taken = Set(present.map(SectionNames.name(of:)))
  return unknown.compactMap { section in
    guard let intended = suggest(for: section.heading.text, among: names.names),
      !taken.contains(intended)
    else { return nil }
    return ReadingProblem(
      .nearMiss(heading: section.heading.text, intended: intended), at: section.heading.place)
  }
}

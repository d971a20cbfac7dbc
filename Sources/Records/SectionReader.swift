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

  func section(_ role: SectionRole) -> RecordSection? {
    // Compared in place: a copy of each section costs more than the search.
    for index in sections.indices where sections[index].role == role { return sections[index] }
    return nil
  }

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
  /// Indices of `headings`.
  var starts: [(heading: Int, role: SectionRole?)] = []
  starts.reserveCapacity(headings.count)
  var titleNode: Int?
  var isUnknown: Set<Int> = []
  for index in headings.indices {
    switch names.meaning(of: headings[index].text) {
    case .role(let role):
      starts.append((index, role))
    case .own:
      starts.append((index, nil))
    case .unknown where starts.isEmpty && titleNode == nil:
      titleNode = headings[index].node
      body.title = readTitle(headings[index], in: document)
    case .unknown:
      if let last = starts.last, headings[index].level > headings[last.heading].level { continue }
      starts.append((index, nil))
      isUnknown.insert(headings[index].node)
    }
  }
  let openingStart = titleNode.map { Int(document.nodes[$0].end) } ?? 1
  body.opening = min(openingStart, end)..<(starts.first.map { headings[$0.heading].node } ?? end)
  body.sections.reserveCapacity(starts.count)
  for index in starts.indices {
    let heading = headings[starts[index].heading]
    let next = index + 1 < starts.count ? headings[starts[index + 1].heading].node : end
    let content = Int(document.nodes[heading.node].end)..<next
    body.sections.append(
      RecordSection(
        heading: heading, role: starts[index].role, content: content,
        state: sectionState(
          content, role: starts[index].role, in: document, fillers: fillers)))
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

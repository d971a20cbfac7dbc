import Markdown
import PolicyReading
import SourceText

/// The body of a record, cut at its headings.
struct RecordBody {
  /// From a section of that name, the heading `Change Request: …`, or the heading above all others.
  var title: Located<String>?
  var sections: [RecordSection] = []
  /// Nodes before the heading that says the title.
  var preamble: Range<Int> = 0..<0
  /// Nodes before the first section, the title's heading and what stands above it left out.
  var opening: Range<Int>
  /// What lines and tables outside its sections state.
  var fields: [StatedField] = []
  /// Systems in tables on the impact, which count where nothing else names any.
  var asides: [StatedField] = []
  /// The same of lines and tables within sections of prose: they state nothing, and may contradict.
  var besides: [StatedField] = []
  /// The preamble or the opening says something besides such fields.
  var isOpened = false
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
      heading: section.heading, role: role, ownName: section.ownName, content: section.content,
      state: state)
  }
}

/// Cuts a body into sections: any depth of heading, any order. A heading that nobody knows and
/// that is deeper than the section above it belongs to that section.
///
/// - Parameter isTitled: The front matter says the title, so that none is looked for among headings
///   that may as well be a section's.
func readSections(
  _ document: MarkdownDocument, names: SectionNames, fillers: TemplateFillers,
  isTitled: Bool = false
) -> RecordBody {
  let headings = document.headings
  let end = document.nodes.count
  var body = RecordBody(opening: min(1, end)..<end)
  let (meanings, deceptive) = readMeanings(of: headings, names: names)
  let named = TitleHeading(among: headings, meanings: meanings, isTitled: isTitled)
  /// Indices of `headings`.
  var starts: [(heading: Int, role: SectionRole?, name: String?)] = []
  starts.reserveCapacity(headings.count)
  var titleNode: Int?
  var isUnknown: Set<Int> = []
  for index in headings.indices {
    switch meanings[index] {
    case .role(let role):
      starts.append((index, role, nil))
    case .part(let role):
      if let last = starts.last, last.role != nil || last.name != nil,
        headings[index].level > headings[last.heading].level
      {
        continue
      }
      starts.append((index, role, nil))
    case .own(let name):
      starts.append((index, nil, name))
    case .unknown where index == named?.index && starts.isEmpty:
      titleNode = headings[index].node
    case .unknown:
      if let last = starts.last, headings[index].level > headings[last.heading].level { continue }
      starts.append((index, nil, nil))
      isUnknown.insert(headings[index].node)
    }
  }
  let start = starts.first.map { headings[$0.heading].node } ?? end
  if let titleNode {
    body.preamble = min(1, titleNode)..<titleNode
    body.opening = min(Int(document.nodes[titleNode].end), start)..<start
  } else {
    body.opening = min(1, start)..<start
  }
  let openings = [body.preamble, body.opening]
  body.sections.reserveCapacity(starts.count)
  for index in starts.indices {
    let heading = headings[starts[index].heading]
    let next = index + 1 < starts.count ? headings[starts[index + 1].heading].node : end
    let content = Int(document.nodes[heading.node].end)..<next
    body.sections.append(
      RecordSection(
        heading: heading, role: starts[index].role, ownName: starts[index].name, content: content,
        state: sectionState(
          content, role: starts[index].role, in: document, fillers: fillers)))
  }
  var stated = StatedFields(document, names: names, fillers: fillers)
  stated.read(body, openings: openings, of: headings)
  body.fields = stated.fields
  body.asides = stated.asides
  var besides = StatedFields(document, names: names, fillers: fillers)
  for section in body.sections where section.mayContradict {
    besides.read(section.content, below: section.heading)
  }
  for section in body.sections where section.mayHoldFacts {
    besides.read(nestedIn: section, of: headings)
  }
  let known = Set(body.fields.map(\.place))
  body.besides = besides.fields.filter { !known.contains($0.place) }
  body.isOpened = openings.contains {
    !$0.isEmpty && sectionState($0, role: nil, in: document, fillers: fillers) == .filled
      && document.saysMore(in: $0, than: stated.wholeNodes)
  }
  if let stated = body.section(.title).flatMap({ title(in: $0, of: document) }) {
    body.title = stated
    // The heading above is then text like any other.
    body.preamble = 0..<0
    body.opening = min(1, start)..<start
  } else {
    body.title = named.flatMap { answer($0.text, at: headings[$0.index].place) }
  }
  body.problems = deceptive + deceptiveLines(of: document, names: names)
  body.problems += secondRequests(among: headings, besides: named?.index, title: body.title)
  if !isUnknown.isEmpty {
    body.problems += nearMisses(
      among: body.sections.filter { isUnknown.contains($0.heading.node) },
      present: Set(body.sections.compactMap(\.role)), names: names)
  }
  return body
}

extension StatedFields {
  /// Reads the parts of a body that may state fields: what stands before its first known section, what
  /// its schedule says of times, short sections that are known as facts, and tables of fields.
  fileprivate mutating func read(
    _ body: RecordBody, openings: [Range<Int>], of headings: [MarkdownHeading]
  ) {
    for nodes in openings where !nodes.isEmpty { read(nodes) }
    var isBefore = true
    for section in body.sections {
      switch section.role {
      case .schedule: read(section.content, .facts, below: section.heading)
      case .summary: read(section.content, .fieldTables)
      case .impact:
        read(section)
        read(systemsIn: section, of: headings)
      case .type: read(section)
      case nil where section.ownName == nil:
        let known = fields.count
        if isOfTimes(section.heading.text) {
          read(section.content, .facts, below: section.heading)
        }
        // Of `Change window` with lines of its own they are the value.
        guard fields.count == known else { break }
        read(section)
        read(section.content, isBefore ? .all : .fieldTables, below: section.heading)
      default: break
      }
      if section.role != nil || section.ownName != nil { isBefore = false }
    }
  }
}

extension RecordSection {
  /// Headings in it may name facts of the change; those of steps and tests are theirs.
  fileprivate var mayHoldFacts: Bool {
    switch role {
    case .implementationPlan, .rollbackPlan, .testingEvidence, .approvals: false
    default: true
    }
  }

  /// It speaks of the change as such; in steps and tests a risk is that of a step, and an environment
  /// that of a test.
  fileprivate var mayContradict: Bool {
    switch role {
    case .summary, .justification, .technicalDetails: true
    case nil: ownName == nil
    default: false
    }
  }
}

extension MarkdownDocument {
  /// Whether a part of the document says more than some of its paragraphs and tables.
  fileprivate func saysMore(in range: Range<Int>, than known: Set<Int>) -> Bool {
    if known.isEmpty { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      switch nodes[index].kind {
      case .paragraph, .table, .codeBlock, .htmlBlock, .image:
        if !known.contains(index) { return true }
        index = Int(nodes[index].end)
      default: index += 1
      }
    }
    return false
  }
}

/// What each heading means. One whose name is known but for characters that cannot be seen is that
/// section, and reported.
private func readMeanings(
  of headings: [MarkdownHeading], names: SectionNames
) -> (meanings: [SectionNames.Meaning], problems: [ReadingProblem]) {
  var problems: [ReadingProblem] = []
  let meanings = headings.map { heading -> SectionNames.Meaning in
    let meaning = names.meaning(of: heading.text)
    guard meaning == .unknown, let (text, scalar) = InvisibleCharacters.removed(from: heading.text)
    else { return meaning }
    let meant = names.meaning(of: text)
    if meant != .unknown {
      problems.append(
        ReadingProblem(.deceptiveHeading(text, scalar: scalar), at: heading.place))
    }
    return meant
  }
  return (meanings, problems)
}

/// The heading that is the title of a record.
private struct TitleHeading {
  let index: Int
  /// Without the words before the title itself.
  let text: String

  /// `Change Request: …` wherever it stands, else the first heading of the first level, else the
  /// first of all where every other one is below it and the title is not known already.
  init?(
    among headings: [MarkdownHeading], meanings: [SectionNames.Meaning], isTitled: Bool
  ) {
    for index in headings.indices where meanings[index] == .unknown {
      guard let rest = titleBehindPrefix(headings[index].text) else { continue }
      self.index = index
      text = rest
      return
    }
    let first = headings.indices.first { headings[$0].level == 1 && meanings[$0] == .unknown }
    if let first {
      index = first
    } else if !isTitled, let top = headings.first, meanings[0] == .unknown,
      headings.dropFirst().allSatisfy({ $0.level > top.level })
    {
      index = 0
    } else {
      return nil
    }
    text = headings[index].text
  }
}

/// What follows `Change Request` and a colon, a dash or a blank; nil where a heading does not begin
/// so.
private func titleBehindPrefix(_ heading: String) -> String? {
  let prefix = "change request".utf8
  // The letters of the prefix differ from their capitals in one bit; its blank has that bit set.
  guard heading.utf8.lazy.map({ $0 | 0x20 }).starts(with: prefix) else { return nil }
  let rest = heading.unicodeScalars.dropFirst(prefix.count)
  if let next = rest.first, next.properties.isAlphabetic { return nil }
  return String(
    Substring(
      rest.drop { scalar in
        scalar == ":" || scalar == "|" || scalar.isWhiteSpace
          || scalar.properties.generalCategory == .dashPunctuation
      }))
}

/// Headings `Change Request: …` of another change than the one that the record is about.
private func secondRequests(
  among headings: [MarkdownHeading], besides known: Int?, title: Located<String>?
) -> [ReadingProblem] {
  guard let title else { return [] }
  return headings.indices.compactMap { index in
    guard index != known, headings[index].text.utf8.contains(UInt8(ascii: ":")),
      let text = titleBehindPrefix(headings[index].text), !text.isEmpty,
      WordForm.fold(text) != WordForm.fold(title.value)
    else { return nil }
    return ReadingProblem(
      .disagreement(
        key: "change request", first: text, second: title.value, other: title.place),
      at: headings[index].place)
  }
}

/// A title that says something: not `[Title]`, nor nothing at all.
private func answer(_ text: String, at place: Place) -> Located<String>? {
  text.isEmpty || NonAnswer(text) != nil ? nil : Located(text, place)
}

/// The first paragraph of a section of the name `Title`.
private func title(in section: RecordSection, of document: MarkdownDocument) -> Located<String>? {
  guard section.state == .filled,
    let paragraph = section.content.first(where: { document.nodes[$0].kind == .paragraph })
  else { return nil }
  return answer(document.plainText(of: paragraph), at: document.place(of: paragraph))
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

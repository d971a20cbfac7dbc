import Chronology
import Configuration
import FrontMatter
import Markdown
import SourceText

extension PolicyMetadata {
  /// What the document says about itself, see `PolicyMetadataReader`.
  static func read(
    _ outline: PolicyOutline, yaml: YAMLNode?, tables: [MarkdownTable],
    _ problems: inout [ReadingProblem]
  ) -> PolicyMetadata {
    var entries = frontMatter(yaml, outline.words)
    for entry in underTitle(outline, tables) {
      let name = WordForm.fold(entry.name)
      guard let other = entries.first(where: { isSame(WordForm.fold($0.name), name) }) else {
        entries.append(entry)
        continue
      }
      if WordForm.fold(other.value.value) != WordForm.fold(entry.value.value) {
        problems.append(
          ReadingProblem(
            .disagreement(
              key: entry.name, first: other.value.value, second: entry.value.value,
              other: other.value.place),
            at: entry.value.place))
      }
    }
    problems += misspeltLabels(in: entries)
    let find = { (key: MetadataKey) -> Entry? in
      entries.first { key.names.contains(WordForm.fold($0.name)) }
    }
    return PolicyMetadata(
      id: find(.id)?.value, version: find(.version)?.value,
      effective: typed(find(.effective), DateText.accepted, &problems, DateText.read),
      reviewCycle: typed(find(.review), ReviewCycleText.accepted, &problems, ReviewCycleText.read),
      owner: find(.owner)?.value, entries: entries)
  }

  /// The zone that the policy's times are in, where it says so.
  func zone(_ problems: inout [ReadingProblem]) -> Zone? {
    let entry = entries.first { MetadataKey.zone.names.contains(WordForm.fold($0.name)) }
    guard let value = entry?.value else { return nil }
    var accepted = ZoneText.accepted
    switch ZoneText.read(value.value) {
    case .abbreviation(_, let abbreviation)?:
      problems.append(ReadingProblem(abbreviation.problem, at: value.place))
    case .ambiguous(let names)?:
      accepted = ZoneText.accepted(insteadOf: value.value, among: names)
    case .zone?, nil: break
    }
    return Self.typed(entry, accepted, &problems) { ZoneText.read($0)?.zone }?.value
  }

  /// Labels that are nearly known ones.
  static func misspeltLabels(in entries: [Entry]) -> [ReadingProblem] {
    let known = MetadataKey.allCases.flatMap(\.names)
    return entries.compactMap { entry in
      guard let intended = misspelling(WordForm.fold(entry.name), of: known),
        !entries.contains(where: { WordForm.fold($0.name) == intended })
      else { return nil }
      return ReadingProblem(.misspeltLabel(entry.name, intended: intended), at: entry.value.place)
    }
  }

  /// Whether a line of that name says when the policy holds or in which zone its times are.
  package static func decidesTimes(_ name: String) -> Bool {
    let folded = WordForm.fold(name)
    return [MetadataKey.effective, .zone].contains { $0.names.contains(folded) }
  }

  /// Whether a line of that name says in which zone the policy's times are.
  package static func decidesZone(_ name: String) -> Bool {
    MetadataKey.zone.names.contains(WordForm.fold(name))
  }

  private static func typed<Value: Sendable>(
    _ entry: Entry?, _ accepted: String, _ problems: inout [ReadingProblem],
    _ read: (String) -> Value?
  ) -> Located<Value>? {
    guard let entry else { return nil }
    if let value = read(entry.value.value) { return Located(value, entry.value.place) }
    problems.append(
      ReadingProblem(
        .cellNotUnderstood(
          table: "document information", column: entry.name, text: entry.value.value,
          accepted: accepted),
        at: entry.value.place))
    return nil
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    a == b || MetadataKey.allCases.contains { $0.names.contains(a) && $0.names.contains(b) }
  }

  /// Scalars of the front matter.
  private static func frontMatter(_ yaml: YAMLNode?, _ words: MappedWords) -> [Entry] {
    guard case .mapping(let entries, _)? = yaml else { return [] }
    return entries.prefix(mostEntries).compactMap { entry in
      guard case .scalar(let scalar) = entry.value, !scalar.isNull else { return nil }
      return Entry(
        name: words.read(entry.key.text), value: Located(words.read(scalar.text), scalar.place))
    }
  }

  /// Lines `Name: value` between the title and the next heading, and tables of two columns there.
  private static func underTitle(
    _ outline: PolicyOutline, _ tables: [MarkdownTable]
  ) -> [Entry] {
    let document = outline.document
    let first = outline.sections.first
    // Without a title, what stands before the first clause.
    let isTitled = first.map { $0.heading.level == 1 && outline.clauses[0].number == nil } ?? false
    let range = isTitled ? first?.ownContent : 1..<(first?.heading.node ?? document.nodes.count)
    var entries: [Entry] = []
    var upcoming = tables[...]
    for node in range ?? 1..<1 {
      switch document.nodes[node].kind {
      case .paragraph:
        entries += InlineLine.lines(of: node, in: document).flatMap { parts(of: $0, outline) }
      case .table:
        upcoming = upcoming.drop { $0.node < node }
        guard let table = upcoming.first, table.node == node, table.header.count == 2 else {
          continue
        }
        entries += ([table.header.map(outline.words.read)] + table.rows).compactMap { cells in
          let (name, value) = (WordForm.trim(cells[0].text), WordForm.trim(cells[1].text))
          guard !name.isEmpty, !value.isEmpty, WordForm.fold(value) != "value" else { return nil }
          return Entry(
            name: WordForm.trim(name) { $0 == ":" },
            value: Located(value, cells[1].place))
        }
      default: continue
      }
    }
    return Array(entries.prefix(mostEntries))
  }

  /// More lines are no title page.
  private static let mostEntries = 100

  /// Several of them may share a line: `**Owner:** Ann | **Version:** 3.1`.
  private static func parts(of line: InlineLine, _ outline: PolicyOutline) -> [Entry] {
    let parts = line.text.parts(at: "|").map { WordForm.trim($0) }
    let isKnown = { (part: String) in
      part.firstIndex(of: ":").map { colon in
        let name = WordForm.fold(outline.words.read(WordForm.trim(String(part[..<colon]))))
        return MetadataKey.allCases.contains { $0.names.contains(name) }
      } ?? false
    }
    guard parts.count > 1, parts.dropFirst().allSatisfy(isKnown) else {
      return [entry(line, outline)].compactMap(\.self)
    }
    return parts.enumerated().compactMap { index, part in
      entry(
        InlineLine(text: part, bold: index == 0 ? line.bold : nil, place: line.place), outline)
    }
  }

  /// `**Document ID:** POL-CM-001`; without bold only a name that is known counts.
  private static func entry(_ line: InlineLine, _ outline: PolicyOutline) -> Entry? {
    guard let colon = line.text.firstIndex(of: ":") else { return nil }
    let name = WordForm.trim(String(line.text[..<colon]))
    let value = WordForm.trim(String(line.text[line.text.index(after: colon)...]))
    guard !name.isEmpty, !value.isEmpty else { return nil }
    let known = outline.words.read(name)
    if let bold = line.bold {
      guard WordForm.fold(bold) == WordForm.fold(name) else { return nil }
    } else {
      let folded = WordForm.fold(known)
      guard MetadataKey.allCases.contains(where: { $0.names.contains(folded) }) else { return nil }
    }
    return Entry(
      name: known, value: Located(outline.words.read(value), place(of: value, in: line.place)))
  }

  /// The value's own place, where it stands in the source as it reads.
  private static func place(of value: String, in line: Place) -> Place {
    let bytes = Array(value.utf8)
    let range = line.range.indices
    guard bytes.count <= min(range.count, 200) else { return line }
    let source = line.file.bytes
    for start in stride(from: range.upperBound - bytes.count, through: range.lowerBound, by: -1)
    where source[start..<start + bytes.count].elementsEqual(bytes) {
      return Place(line.file, SourceRange(start, start + bytes.count))
    }
    return line
  }
}

/// The lines under a policy's title that mean something.
enum MetadataKey: CaseIterable {
  case id, version, effective, review, owner, zone

  /// Folded.
  var names: [String] {
    switch self {
    case .id:
      [
        "document id", "policy id", "id", "document number", "policy number", "doc id",
        "identifier",
        "reference", "document",
      ]
    case .version: ["version", "revision", "document version", "policy version"]
    case .effective:
      [
        "effective date", "effective", "effective from", "in force from", "in force since",
        "valid from", "date effective", "applies from", "applicable from", "takes effect",
        "takes effect on", "in effect from", "in effect since", "comes into force",
        "comes into force on", "commencement", "commencement date", "starts", "starts on",
      ]
    case .review:
      [
        "review cycle", "review", "review frequency", "review period", "reviewed",
        "review interval",
      ]
    case .owner:
      ["owner", "policy owner", "document owner", "owned by", "responsible", "maintained by"]
    case .zone: ["time zone", "timezone", "tz", "zone", "times", "times in", "all times"]
    }
  }
}

import CLibYAML
import SourceText

/// Makes a tree of libyaml's events with a stack of its own, however deep the input is.
struct YAMLTreeBuilder {
  private let file: SourceFile
  private let end: Int
  private let offsets: ScalarOffsets
  private let limits: YAMLLimits

  private var stack: [Frame] = []
  private var root: YAMLNode?
  private var documents = 0
  private var hasFailed = false
  /// Open collections below the depth that is read.
  private var skipped = 0
  /// Where they are more, nobody wrote this, and reading ends.
  private static let deepestSkipped = 64
  private var problems: [ReadingProblem] = []

  init(file: SourceFile, range: SourceRange, limits: YAMLLimits) {
    self.file = file
    self.limits = limits
    end = Int(range.upper)
    offsets = file.bytes.withUnsafeBufferPointer {
      ScalarOffsets(UnsafeBufferPointer(rebasing: $0[range.indices]), base: Int(range.lower))
    }
  }

  /// A mapping or sequence whose end has not come yet.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let start: Int
    var children: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var key: Key = .awaited
    /// Filled where there are too many entries to look through.
    var keys: Set<String> = []

    enum Key {
      case awaited
      case read(YAMLScalar)
      /// Reported already; its value is dropped.
      case refused
    }

    mutating func append(_ entry: consuming YAMLEntry) {
      if !keys.isEmpty { keys.insert(entry.key.text) }
      entries.append(entry)
      if keys.isEmpty, entries.count == 32 {
        keys = Set(entries.map(\.key.text))
      }
    }
  }

  /// False where nothing after the event is to be read.
  mutating func take(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    let start = offsets[event.pointee.start_mark.index]
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      guard skipped == 0 else { return true }
      takeScalar(event, from: start)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      open(
        isMapping: true, isFlow: data.style == YAML_FLOW_MAPPING_STYLE, from: start,
        hasProperties: data.anchor != nil || data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      open(
        isMapping: false, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE, from: start,
        hasProperties: data.anchor != nil || data.tag != nil)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      close(at: offsets[event.pointee.end_mark.index])
    case YAML_ALIAS_EVENT:
      guard skipped == 0 else { return true }
      let place = Place(file, SourceRange(start, offsets[event.pointee.end_mark.index]))
      problems.append(ReadingProblem(.yamlConstruct("alias"), at: place))
      append(.scalar(YAMLScalar(text: "", isPlain: true, place: place)), isRefused: true)
    case YAML_DOCUMENT_START_EVENT:
      return takeDocumentStart(event, from: start)
    default:
      break
    }
    // libyaml takes time in the square of the depth.
    if skipped > Self.deepestSkipped {
      hasFailed = true
      return false
    }
    return true
  }

  /// Ends the reading at a syntax error.
  mutating func fail(_ failure: YAMLEvents.Failure) {
    hasFailed = true
    let offset: Int
    switch failure.place {
    case .byte(let index):
      offset = min(offsets[0] + index, end)
    case .scalar(let index, let opening):
      // What is missing at the end is better looked for where it was opened.
      let found = offsets[index]
      offset = found >= end ? opening.map { offsets[$0] } ?? found : found
    }
    problems.append(ReadingProblem(.yamlSyntax(failure.words), at: place(ofScalarAt: offset)))
  }

  func finish() -> (root: YAMLNode?, problems: [ReadingProblem]) {
    (hasFailed ? nil : root, problems)
  }

  // MARK: Events

  private mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>, from start: Int) {
    let data = event.pointee.data.scalar
    var start = start
    if data.anchor != nil || data.tag != nil { start = refuseProperties(from: start) }
    var upper = max(start, offsets[event.pointee.end_mark.index])
    if data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE {
      upper = file.trimmingBlanks(from: start, to: upper)
    }
    let place = Place(file, SourceRange(start, upper))
    let text = self.text(
      of: UnsafeBufferPointer(start: data.value, count: data.length), at: place,
      mayHoldEscapes: data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    append(
      .scalar(
        YAMLScalar(text: text, isPlain: data.style == YAML_PLAIN_SCALAR_STYLE, place: place)))
  }

  /// The text of a scalar. What its escapes stand for is looked at as if it were written out:
  /// `"\e[31m"` holds a control character, which is refused and replaced.
  private mutating func text(
    of bytes: UnsafeBufferPointer<UInt8>, at place: Place, mayHoldEscapes: Bool
  ) -> String {
    guard mayHoldEscapes, file.bytes[place.range.indices].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let replaced = ControlCharacters.replacing(in: bytes)
    if let replaced {
      problems.append(ReadingProblem(.controlCharacter(replaced.first), at: place))
    }
    let text = String(decoding: replaced?.bytes ?? Array(bytes), as: UTF8.self)
    let override = text.unicodeScalars.first {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    if let override {
      problems.append(ReadingProblem(.bidirectionalOverride(scalar: override.value), at: place))
    }
    return text
  }

  private mutating func takeDocumentStart(
    _ event: UnsafePointer<yaml_event_t>, from start: Int
  ) -> Bool {
    documents += 1
    if documents > 1 {
      problems.append(
        ReadingProblem(.yamlConstruct("second document"), at: place(ofWordAt: start)))
      return false
    }
    let tags = event.pointee.data.document_start.tag_directives
    if tags.start != tags.end {
      problems.append(ReadingProblem(.yamlConstruct("tag"), at: place(ofWordAt: start)))
    }
    return true
  }

  private mutating func open(isMapping: Bool, isFlow: Bool, from start: Int, hasProperties: Bool) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    let start = hasProperties ? refuseProperties(from: start) : start
    guard stack.count < limits.depth else {
      skipped = 1
      let place = place(ofScalarAt: start)
      problems.append(
        ReadingProblem(
          .overLimit(what: "YAML nesting", found: limits.depth + 1, allowed: limits.depth),
          at: place))
      append(.scalar(YAMLScalar(text: "", isPlain: true, place: place)), isRefused: true)
      return
    }
    var frame = Frame(isMapping: isMapping, isFlow: isFlow, start: start)
    // Most mappings of several lines are whole front matter.
    if isMapping { frame.entries.reserveCapacity(isFlow ? 4 : 16) }
    stack.append(frame)
  }

  private mutating func close(at end: Int) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    guard let frame = stack.popLast() else { return }
    // libyaml ends a block collection at the next thing it meets, lines further down.
    let last = frame.isMapping ? frame.entries.last?.value.place : frame.children.last?.place
    let upper = frame.isFlow ? end : last.map { Int($0.range.upper) } ?? frame.start
    let place = Place(file, SourceRange(frame.start, max(frame.start, upper)))
    append(
      frame.isMapping ? .mapping(frame.entries, place) : .sequence(frame.children, place))
  }

  private mutating func append(_ node: consuming YAMLNode, isRefused: Bool = false) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    let top = stack.count - 1
    guard stack[top].isMapping else {
      stack[top].children.append(node)
      return
    }
    switch stack[top].key {
    case .awaited:
      if isRefused {
        stack[top].key = .refused
      } else if case .scalar(let scalar) = node {
        stack[top].key = .read(scalar)
      } else {
        problems.append(ReadingProblem(.yamlConstruct("key that is not text"), at: node.place))
        stack[top].key = .refused
      }
    case .read(let key):
      stack[top].key = .awaited
      if Self.holds(key.text, stack[top].entries, stack[top].keys) {
        problems.append(ReadingProblem(.duplicateKey(key.text), at: key.place))
      } else {
        stack[top].append(YAMLEntry(key: key, value: node))
      }
    case .refused:
      stack[top].key = .awaited
    }
  }

  /// Whether a key is among those of a frame. Takes its parts, since a call of the frame copies it.
  private static func holds(_ key: String, _ entries: [YAMLEntry], _ keys: Set<String>) -> Bool {
    guard keys.isEmpty else { return keys.contains(key) }
    for index in entries.indices where entries[index].key.text == key { return true }
    return false
  }

  // MARK: Places

  /// Reports anchors and tags before a node, and gives the offset after them.
  private mutating func refuseProperties(from start: Int) -> Int {
    var index = start
    while index < end, file.bytes[index] == 0x26 || file.bytes[index] == 0x21 {
      let place = place(ofWordAt: index)
      let construct = file.bytes[index] == 0x26 ? "anchor" : "tag"
      problems.append(ReadingProblem(.yamlConstruct(construct), at: place))
      index = Int(place.range.upper)
      while index < end, isBlank(file.bytes[index]) { index += 1 }
    }
    return index
  }

  private func place(ofWordAt start: Int) -> Place {
    var upper = start
    while upper < end, !isBlank(file.bytes[upper]) { upper += 1 }
    return Place(file, SourceRange(start, upper))
  }

  /// One Unicode scalar, or nothing at the end of a line.
  private func place(ofScalarAt start: Int) -> Place {
    guard start < end, file.bytes[start] != 0x0A, file.bytes[start] != 0x0D else {
      return Place(file, SourceRange(start, start))
    }
    var upper = start + 1
    while upper < end, file.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return Place(file, SourceRange(start, upper))
  }
}

extension SourceFile {
  /// The end of a range without the blanks and line ends before it.
  fileprivate func trimmingBlanks(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

import FrontMatter
import RecordWriting
import SourceText
import TestSupport
import Testing

/// What an edit brings about, and that it touches no other byte, over front matter written in many ways.
@Suite struct FrontMatterEditorTests {
  private static let order = [
    "id", "title", "systems", "requester", "started", "approvals", "note",
  ]

  @Test(arguments: 0..<UInt64(60))
  func newKeysAreInsertedAndNothingElseMoves(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<10 {
      let source = WrittenFrontMatter(&random)
      let before = source.bytes
      let value = WrittenTexts.text(&random)
      var editor = try FrontMatterEditor(before, path: "a.md", order: Self.order)
      try editor.set(["started"], to: .text(value))
      let after = editor.bytes
      #expect(isInsertion(from: before, to: after), "\(source.text.debugDescription)")
      #expect(try value == text(after, ["started"]), "\(source.text.debugDescription)")
      #expect(try withoutKey("started", after) == keys(before))
      #expect(source.keepsLineEnds(after))
    }
  }

  @Test(arguments: 0..<UInt64(60))
  func approvalsAreAppendedInTheStyleOfTheList(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 1000)
    for _ in 0..<10 {
      let source = WrittenFrontMatter(&random)
      let before = source.bytes
      let name = WrittenTexts.line(&random)
      var editor = try FrontMatterEditor(before, path: "a.md", order: Self.order)
      try editor.append(
        .mapping([.init("role", .text("cab")), .init("by", .text(name))]), to: ["approvals"])
      let after = editor.bytes
      let items = try approvals(after)
      #expect(items.dropLast().elementsEqual(try approvals(before), by: ==))
      #expect(items.last.map { $0 == ["role", "cab", "by", name] } == true)
      #expect(source.keepsLineEnds(after))
      #expect(isInsertion(from: before, to: after) || source.replacesEmptyList)
    }
  }

  @Test(arguments: 0..<UInt64(60))
  func aValueIsReplacedInItsPlace(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 2000)
    for _ in 0..<10 {
      let source = WrittenFrontMatter(&random)
      guard source.hasKeys else { continue }
      let value = WrittenTexts.text(&random)
      var editor = try FrontMatterEditor(source.bytes, path: "a.md", order: Self.order)
      let place = try #require(try entry(source.bytes, ["requester"])).value.place.range.indices
      try editor.set(["requester"], to: .text(value))
      let mark = source.hasMark ? 3 : 0
      let (old, new) = (source.bytes, editor.bytes)
      #expect(old.prefix(place.lowerBound + mark) == new.prefix(place.lowerBound + mark))
      let behind = old.count - place.upperBound - mark
      #expect(old.suffix(behind) == new.suffix(behind))
      #expect(try value == text(new, ["requester"]))
      #expect(try keys(new) == keys(old))
    }
  }

  @Test(arguments: 0..<UInt64(40))
  func aKeyIsTakenOutAgain(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 3000)
    for _ in 0..<10 {
      let source = WrittenFrontMatter(&random)
      guard source.hasKeys else { continue }
      var editor = try FrontMatterEditor(source.bytes, path: "a.md", order: Self.order)
      try editor.set(["note"], to: .text(WrittenTexts.text(&random)))
      try editor.remove(["note"])
      // A comma behind the last key goes with the key that stood behind it meanwhile.
      let left = Array(source.text.replacing(",}", with: "}").utf8)
      #expect(editor.bytes.suffix(left.count) == left[...], "\(source.text.debugDescription)")
    }
  }

  @Test func keysInsideOthersAreMadeOnTheWay() throws {
    var editor = try FrontMatterEditor(
      Array("---\nid: A-1\nrollback:\n  at: x\n---\n".utf8), path: "a")
    try editor.set(["rollback", "trigger"], to: .text("it: failed"))
    try editor.set(["review", "by"], to: .text("@ann"))
    #expect(
      String(decoding: editor.bytes, as: UTF8.self)
        == "---\nid: A-1\nrollback:\n  at: x\n  trigger: \"it: failed\"\nreview: {by: \"@ann\"}\n---\n"
    )
  }

  @Test(arguments: [
    ("---\nid: A-1\n", 1), ("---\nid: [A\n---\n", 2), ("---\nid: &a A\n---\n", 2),
    ("---\n- a\n---\n", 2), ("---\nid: A\nid: B\n---\n", 3),
  ])
  func whatCannotBeEditedIsRefusedWithItsPlace(_ text: String, _ line: Int) throws {
    var editor = try FrontMatterEditor(Array(text.utf8), path: "a.md")
    let before = editor.bytes
    let refusal = #expect(throws: EditRefusal.self) { try editor.set(["x"], to: .text("y")) }
    #expect(refusal?.place.start.line == line)
    #expect(editor.bytes == before)
  }

  // MARK: Reading

  private func entry(_ bytes: [UInt8], _ path: [String]) throws -> YAMLEntry? {
    let file = SourceFile.reading(path: "a.md", bytes: bytes).file
    guard let yaml = splitFrontMatter(file).yaml else { return nil }
    let reading = readYAML(file, range: yaml)
    #expect(reading.problems.isEmpty)
    guard case .mapping(let entries, _)? = reading.root else { return nil }
    return entries.first { $0.key.text == path[0] }
  }

  private func text(_ bytes: [UInt8], _ path: [String]) throws -> String? {
    guard case .scalar(let scalar)? = try entry(bytes, path)?.value else { return nil }
    return scalar.isNull ? nil : scalar.text
  }

  private func keys(_ bytes: [UInt8]) throws -> [String] {
    let file = SourceFile.reading(path: "a.md", bytes: bytes).file
    guard let yaml = splitFrontMatter(file).yaml,
      case .mapping(let entries, _)? = readYAML(file, range: yaml).root
    else { return [] }
    return entries.map { "\($0.key.text)" }
  }

  private func withoutKey(_ key: String, _ bytes: [UInt8]) throws -> [String] {
    try keys(bytes).filter { $0 != key }
  }

  private func approvals(_ bytes: [UInt8]) throws -> [[String]] {
    guard case .sequence(let nodes, _)? = try entry(bytes, ["approvals"])?.value else { return [] }
    return nodes.map { node in
      guard case .mapping(let entries, _) = node else { return [] }
      return entries.flatMap { [$0.key.text, $0.value.shown] }
    }
  }

  private func isInsertion(from before: [UInt8], to after: [UInt8]) -> Bool {
    let prefix = zip(before, after).prefix { $0 == $1 }.count
    let suffix = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    return after.count > before.count && prefix + suffix >= before.count
  }
}

/// A file whose front matter is written in one of many ways.
struct WrittenFrontMatter {
  private(set) var text = ""
  let hasMark: Bool
  private(set) var hasKeys = true
  /// `approvals: []` or `approvals:` with a word for nothing stands there.
  private(set) var replacesEmptyList = false
  private let end: String

  var bytes: [UInt8] { (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8) }

  init(_ random: inout SplitMix) {
    func any(_ texts: [String]) -> String { texts[random.below(texts.count)] }
    end = any(["\n", "\n", "\r\n"])
    hasMark = random.below(3) == 0
    let body = any(["", "## Text\(end)", "\(end)## Text\(end)more", "no end"])
    let shape = random.below(10)
    guard shape > 1 else {
      hasKeys = false
      text =
        shape == 0 ? body : "---\(end)" + any(["", "# none yet\(end)", end]) + "---\(end)\(body)"
      return
    }
    let quote = any(["\"", "'"])
    if shape == 2 {
      text =
        "---\(end){id: A-1, requester: \(quote)@ann\(quote)\(any(["", ",", " "]))}\(end)---\(end)"
      text += body
      return
    }
    let indentation = any(["", "", "  ", "   "])
    func trail() -> String { any(["", " ", "   # a note", ""]) }
    var lines = [
      "id: A-1\(trail())",
      "requester: \(any(["bob", "\(quote)@ann\(quote)", "\"a \\\" b\""]))\(trail())",
      any([
        "systems: [a, b]\(trail())", "systems:\(end)\(indentation)  - a\(end)\(indentation)  - b",
      ]),
    ]
    let inner = indentation + any(["", "  ", "    "])
    switch random.below(7) {
    case 0: lines.append("approvals: [{role: x, by: y}]\(trail())")
    case 1:
      lines.append("approvals: \(any(["[]", "~", "null", "[ ]"]))")
      replacesEmptyList = true
    case 2: lines.append("approvals:\(trail())")
    case 3:
      lines.append("approvals:\(end)\(inner)- {role: x, by: y}\(trail())")
      lines.append("\(inner.isEmpty ? "" : "  # of them\(end)\(indentation)")tags: [t]")
    case 4: lines.append("approvals:\(end)\(inner)-  role: x\(end)\(inner)   by: y")
    case 5:
      lines.append(
        "approvals:\(end)\(inner)- role: x # first\(end)\(inner)  by: y\(end)\(inner)- role: z")
    default: break
    }
    if random.below(3) == 0 { lines.append("# the end") }
    if random.below(3) == 0 { lines.insert("# a comment", at: random.below(2)) }
    if random.below(3) == 0 {
      lines.append("text: |\(end)\(indentation)  one\(end)\(indentation)  two")
    }
    if random.below(4) == 0 { lines.append("") }
    let written = lines.map { $0.isEmpty ? end : indentation + $0 + end }.joined()
    text = "---\(any(["", " "]))\(end)\(written)---\(end)\(body)"
  }

  /// Every line of the front matter ends as the first one does.
  func keepsLineEnds(_ bytes: [UInt8]) -> Bool {
    guard end == "\r\n" else { return !bytes.contains(0x0D) || !text.utf8.contains(0x0A) }
    guard text.utf8.contains(0x0D) else { return true }
    return bytes.indices.allSatisfy { bytes[$0] != 0x0A || $0 > 0 && bytes[$0 - 1] == 0x0D }
  }
}

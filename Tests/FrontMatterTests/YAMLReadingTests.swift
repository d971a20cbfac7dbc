import FrontMatter
import SourceText
import Testing

@Suite struct YAMLReadingTests {
  private func read(_ text: String) -> (root: YAMLNode?, problems: [ReadingProblem]) {
    let file = SourceFile(path: "a.yml", text: text)
    return readYAML(file, range: file.wholeRange)
  }

  private func reader(_ text: String) -> MappingReader {
    let file = SourceFile(path: "a.yml", text: text)
    return MappingReader(root: readYAML(file, range: file.wholeRange).root, of: file, known: nil)
  }

  @Test(arguments: [
    "12:30", "0001234", "1.10", "no", "1e3", "0x1F", "2026-03-02", "2026-03-02T09:15Z",
  ])
  func keepsScalarsAsTheyAreWritten(text: String) {
    var mapping = reader("value: \(text)\n")
    #expect(mapping.text("value")?.value == text)
    #expect(mapping.text("value")?.place.text == text)
  }

  @Test func givesExactPlacesAlsoAfterWideCharacters() {
    let text =
      "a: „é – 漢字“\nlist:\n  - x\n  - {role: cab, by: \"@ü\"}\nlast: |\n  two\n  lines\n\nend: 1\n"
    var mapping = reader(text)
    #expect(mapping.text("a")?.place.text == "„é – 漢字“")
    #expect(mapping.texts("list").first?.place.text == "x")
    #expect(mapping.node("list")?.place.text == "- x\n  - {role: cab, by: \"@ü\"}")
    #expect(mapping.sequence("list").last?.place.text == "{role: cab, by: \"@ü\"}")
    #expect(mapping.text("last")?.value == "two\nlines\n")
    #expect(mapping.text("last")?.place.text == "|\n  two\n  lines")
    #expect(mapping.entry("end")?.key.place.start == Position(line: 9, column: 1))
    #expect(mapping.place.text == String(text.dropLast()))
  }

  @Test func countsBothBytesOfALineEnd() {
    var mapping = reader("a: b\r\nc: d\r\n")
    #expect(mapping.text("c")?.place.text == "d")
    #expect(mapping.text("c")?.place.start == Position(line: 2, column: 4))
  }

  @Test func readsOnlyItsRange() {
    let file = SourceFile(path: "a.md", text: "---\nid: é\n---\nbody: [\n")
    let split = splitFrontMatter(file)
    let result = readYAML(file, range: split.yaml ?? file.wholeRange)
    #expect(result.problems.isEmpty)
    guard case .mapping(let entries, _)? = result.root else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.value.place.text) == ["é"])
    #expect(entries.first?.value.place.start == Position(line: 2, column: 5))
  }

  @Test func knowsAPlainNullFromAQuotedOne() {
    let mapping = reader("a:\nb: ~\nc: null\nd: ''\ne: \"null\"\n")
    #expect(["a", "b", "c"].allSatisfy { mapping.node($0) == nil && mapping.has($0) })
    #expect(mapping.node("d") != nil)
    #expect(mapping.node("e") != nil)
  }

  @Test func hasNoRootAndNoProblemWhereNothingIsWritten() {
    for text in ["", "\n\n", "# only a comment\n"] {
      let result = read(text)
      #expect(result.root == nil)
      #expect(result.problems.isEmpty)
    }
  }

  @Test func refusesAnchorsAliasesAndTagsAllAtOnce() {
    let result = read("a: &x 1\nb: *x\nc: !!str 5\nd: !t &y [1]\n*x : 2\nok: yes\n")
    #expect(
      result.problems.map(\.kind) == [
        .yamlConstruct("anchor"), .yamlConstruct("alias"), .yamlConstruct("tag"),
        .yamlConstruct("tag"), .yamlConstruct("anchor"), .yamlConstruct("alias"),
      ])
    #expect(result.problems.map(\.place.text) == ["&x", "*x", "!!str", "!t", "&y", "*x"])
    guard case .mapping(let entries, _)? = result.root else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key.text) == ["a", "b", "c", "d", "ok"])
    #expect(entries.map(\.value.place.text) == ["1", "*x", "5", "[1]", "yes"])
  }

  @Test func doesNotExpandAnAliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 9)
        .joined(separator: ", ") + "]\n"
    }
    let result = read(text)
    #expect(result.problems.count == 10 + 81)
  }

  @Test func refusesASecondDocument() {
    let result = read("---\na: b\n---\nc: d\n")
    #expect(result.problems.map(\.kind) == [.yamlConstruct("second document")])
    #expect(result.problems.first?.place.start == Position(line: 3, column: 1))
  }

  @Test func refusesATagDirective() {
    let result = read("%TAG ! tag:example.org,2000:\n---\na: b\n")
    #expect(result.problems.map(\.kind) == [.yamlConstruct("tag")])
  }

  @Test func refusesAKeyThatIsNoText() {
    let result = read("[a, b]: c\nd: e\n")
    #expect(result.problems.map(\.kind) == [.yamlConstruct("key that is not text")])
  }

  @Test func reportsADuplicateKeyAtTheSecondAndKeepsTheFirst() {
    let result = read("id: A-1\nx: {k: 1, k: 2}\nid: A-2\n")
    #expect(result.problems.map(\.kind) == [.duplicateKey("k"), .duplicateKey("id")])
    #expect(result.problems.last?.place.start == Position(line: 3, column: 1))
    guard case .mapping(let entries, _)? = result.root else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.value.place.text) == ["A-1", "{k: 1, k: 2}"])
  }

  @Test func findsADuplicateAmongManyKeys() {
    let text = (1...100).map { "k\($0): v\n" }.joined() + "k7: w\nk99: w\n"
    #expect(read(text).problems.map(\.kind) == [.duplicateKey("k7"), .duplicateKey("k99")])
  }

  @Test func refusesMoreThan16KB() {
    let line = "key: 0123456789\n"
    let text = String(repeating: line, count: 1024)
    #expect(!read(text).problems.contains { if case .overLimit = $0.kind { true } else { false } })
    let result = read(text + "a: b\n")
    #expect(result.root == nil)
    #expect(
      result.problems.map(\.kind) == [
        .overLimit(what: "YAML in bytes", found: 16 * 1024 + 5, allowed: 16 * 1024)
      ])
    #expect(result.problems.first?.place.start == Position(line: 1025, column: 1))
  }

  @Test func refusesMoreThanEightLevelsAndReadsOn() {
    let eight = "a: " + String(repeating: "[", count: 7) + String(repeating: "]", count: 7)
    #expect(read(eight).problems.isEmpty)
    let result = read("a: [[[[[[[[x], [y]]]]]]]]\nb: 1\nb: 2\n")
    #expect(
      result.problems.map(\.kind) == [
        .overLimit(what: "YAML nesting", found: 9, allowed: 8),
        .overLimit(what: "YAML nesting", found: 9, allowed: 8), .duplicateKey("b"),
      ])
    #expect(result.problems.first?.place.start == Position(line: 1, column: 11))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func survivesNestingAsDeepAsFits(opening: String) {
    let count = 16 * 1024 / opening.utf8.count
    let result = read(String(repeating: opening, count: count))
    #expect(!result.problems.isEmpty)
  }

  @Test func reportsSyntaxWithTheParsersWordsAtItsPlace() {
    let result = read("id: A-1\nrequester: @rpc-dev\n")
    #expect(result.root == nil)
    guard case .yamlSyntax(let words)? = result.problems.first?.kind else {
      Issue.record("no syntax problem")
      return
    }
    #expect(words.contains("found character that cannot start any token"))
    #expect(result.problems.first?.place.text == "@")
    #expect(result.problems.first?.place.start == Position(line: 2, column: 12))
  }

  @Test func reportsWhatIsNotClosedWhereItOpens() {
    let result = read("a: é\nb: \"open\nc: d\n")
    #expect(result.problems.first?.place.start == Position(line: 2, column: 4))
  }

  @Test func reportsAControlCharacterAtItsByte() {
    let result = read("a: é\u{1}\n")
    #expect(result.root == nil)
    #expect(result.problems.first?.place.text == "\u{1}")
  }

  @Test func keepsTheProblemsBeforeASyntaxError() {
    let result = read("a: 1\na: 2\nb: @x\n")
    #expect(result.problems.count == 2)
    #expect(result.problems.first?.kind == .duplicateKey("a"))
  }

  @Test(
    arguments: [
      ("\\e[31m", 0x1B), ("\\x07", 0x07), ("\\0", 0x00), ("\\b", 0x08), ("\\x7f", 0x7F),
      ("\\x9b", 0x9B),
      ("\\u009d", 0x9D), ("\\N", 0x85), ("\\f", 0x0C),
    ] as [(String, UInt8)])
  func refusesControlCharactersThatEscapesStandFor(escape: String, byte: UInt8) {
    let result = read("a: \"x\(escape)y\"\n\"k\(escape)\": 1\n")
    #expect(
      result.problems.map(\.kind) == [.controlCharacter(byte), .controlCharacter(byte)])
    guard case .mapping(let entries, _)? = result.root, case .scalar(let value) = entries[0].value
    else {
      Issue.record("no mapping")
      return
    }
    #expect(value.text.hasPrefix("x\u{FFFD}"))
    #expect(entries[1].key.text.hasPrefix("k\u{FFFD}"))
    #expect(result.problems[0].place.text == "\"x\(escape)y\"")
  }

  @Test func takesTheEscapesOfText() {
    let result = read("a: \"one\\ntwo\\t\\u00e9 \\\"\\\\\"\nb: 'C:\\e'\n")
    #expect(result.problems.isEmpty)
    #expect(
      read("a: \"\\u202e\"\n").problems.map(\.kind) == [.bidirectionalOverride(scalar: 0x202E)])
  }
}

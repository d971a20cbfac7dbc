import FrontMatter
import SourceText
import Testing

@Suite struct MappingReaderTests {
  private func reader(_ text: String, known: [String]? = nil) -> MappingReader {
    let file = SourceFile(path: "a.yml", text: text)
    return MappingReader(root: readYAML(file, range: file.wholeRange).root, of: file, known: known)
  }

  @Test func namesUnknownKeysWithWhatWasLikelyMeant() {
    let known = ["id", "requested", "deployed"]
    let mapping = reader("id: A-1\nRequestd: x\nzzz: 1\n", known: known)
    #expect(
      mapping.problems.map(\.kind) == [
        .unknownKey("Requestd", suggestion: "requested", known: known),
        .unknownKey("zzz", suggestion: nil, known: known),
      ])
    #expect(mapping.problems.first?.place.text == "Requestd")
  }

  @Test(arguments: [("yes", true), ("No", false), ("TRUE", true), ("false", false)])
  func readsYesAndNo(text: String, value: Bool) {
    var mapping = reader("k: \(text)\n")
    #expect(mapping.boolean("k")?.value == value)
    #expect(mapping.problems.isEmpty)
  }

  @Test(arguments: ["on", "1", "[yes]", "''"])
  func refusesOtherTruths(text: String) {
    var mapping = reader("k: \(text)\n")
    #expect(mapping.boolean("k") == nil)
    #expect(mapping.problems.count == 1)
  }

  @Test(arguments: [("42", 42), ("-7", -7), ("007", 7)])
  func readsWholeNumbers(text: String, value: Int) {
    var mapping = reader("k: \(text)\n")
    #expect(mapping.integer("k")?.value == value)
  }

  @Test(arguments: ["4.0", "+4", "0x10", "--", "99999999999999999999", "1_000", "four"])
  func refusesOtherNumbers(text: String) {
    var mapping = reader("k: \(text)\n")
    #expect(mapping.integer("k") == nil)
    #expect(
      mapping.problems.map(\.kind) == [
        .unreadableValue(key: "k", text: text, expected: "a whole number")
      ])
  }

  @Test func takesATextThatStandsAloneAsAList() {
    var mapping = reader("one: x\nmany: [x, ~, y]\nblock:\n- x\n- y\nempty:\n")
    #expect(mapping.texts("one").map(\.value) == ["x"])
    #expect(mapping.texts("many").map(\.value) == ["x", "y"])
    #expect(mapping.texts("block").map(\.value) == ["x", "y"])
    #expect(mapping.texts("empty").isEmpty)
    #expect(mapping.texts("absent").isEmpty)
    #expect(mapping.problems.isEmpty)
  }

  @Test func refusesAShapeThatIsNotAsked() {
    var mapping = reader("text: {a: b}\nlist: [x, {y: z}]\nmap: x\n")
    #expect(mapping.text("text") == nil)
    #expect(mapping.texts("list").map(\.value) == ["x"])
    #expect(mapping.mapping("map", known: nil) == nil)
    #expect(mapping.problems.map(\.place.text) == ["{a: b}", "{y: z}", "x"])
  }

  @Test func readsMappingsInsideAndTakesTheirProblemsOver() {
    var mapping = reader("approvals:\n- {role: cab, byy: x}\n- {role: technical}\n")
    let readers = mapping.mappings("approvals", known: ["role", "by"])
    #expect(readers.count == 2)
    for reader in readers { mapping.absorb(reader) }
    #expect(
      mapping.problems.map(\.kind) == [
        .unknownKey("byy", suggestion: "by", known: ["role", "by"])
      ])
  }

  @Test func reportsARootThatIsNoMapping() {
    let mapping = reader("just words\n")
    #expect(mapping.entries.isEmpty)
    #expect(mapping.problems.map(\.place.text) == ["just words"])
    #expect(reader("").problems.isEmpty)
    #expect(reader("~").problems.isEmpty)
  }
}

import SourceText
import Testing

@Suite struct SourceFileTests {
  private let file = SourceFile(path: "a.md", text: "é漢 x\r\n\r\n  last")

  @Test func countsLinesAndColumnsFromOneInScalars() {
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.position(at: 5) == Position(line: 1, column: 3))
    #expect(file.position(at: 9) == Position(line: 2, column: 1))
    #expect(file.position(at: file.bytes.count) == Position(line: 3, column: 7))
  }

  @Test func givesALineWithoutItsEnding() {
    #expect((1...3).map { file.text(file.range(ofLine: $0)) } == ["é漢 x", "", "  last"])
  }

  @Test func findsOffsetsOfColumnsAndHoldsThemInTheirLine() {
    #expect(file.offset(line: 1, scalarColumn: 3) == 5)
    #expect(file.offset(line: 1, byteColumn: 3) == 2)
    #expect(file.offset(line: 1, scalarColumn: 99) == 7)
    #expect(file.offset(line: 2, byteColumn: 99) == 9)
    #expect(file.offset(line: 4, byteColumn: 1) == nil)
    #expect(file.offset(line: 0, scalarColumn: 1) == nil)
    #expect(file.offset(line: 1, scalarColumn: 0) == nil)
  }

  @Test func takesTheFirstLineThatIsNotEmptyForTheStart() {
    let late = SourceFile(path: "a.md", text: "\n\r\n# Title\nmore")
    #expect(Place(startOf: late).text == "# Title")
    #expect(Place(startOf: late).start == Position(line: 3, column: 1))
    let empty = Place(startOf: SourceFile(path: "a.md", text: ""))
    #expect(empty.start == Position(line: 1, column: 1))
    #expect(empty.range.isEmpty)
  }

  @Test func equatesPlacesByPathAndRange() {
    let twin = SourceFile(path: "a.md", text: "other text")
    let other = SourceFile(path: "b.md", text: "é漢 x")
    #expect(Place(file, SourceRange(0, 2)) == Place(twin, SourceRange(0, 2)))
    #expect(Place(file, SourceRange(0, 2)) != Place(file, SourceRange(0, 5)))
    #expect(Place(file, SourceRange(0, 2)) != Place(other, SourceRange(0, 2)))
  }
}

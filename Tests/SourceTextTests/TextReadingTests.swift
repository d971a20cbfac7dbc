import SourceText
import Testing

@Suite struct TextReadingTests {
  private typealias Reading = (file: SourceFile, problems: [ReadingProblem], isText: Bool)

  private func read(_ bytes: [UInt8]) -> Reading { SourceFile.reading(path: "a.md", bytes: bytes) }
  private func read(_ text: String) -> Reading { read(Array(text.utf8)) }

  @Test func dropsAByteOrderMarkAtTheStartOnly() {
    let result = read("\u{FEFF}a\u{FEFF}")
    #expect(result.file.text(result.file.wholeRange) == "a\u{FEFF}")
    #expect(result.problems.isEmpty)
  }

  @Test(arguments: 0..<24)
  func findsControlCharactersWhereverTheyStandInAWord(offset: Int) {
    for byte: UInt8 in [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F] {
      var bytes = [UInt8](repeating: 0x20, count: 24)
      bytes[offset] = byte
      let result = read(bytes)
      #expect(result.problems.map(\.kind) == [.controlCharacter(byte)])
      // One character stands for it, so that columns stay what they are.
      #expect(result.problems.map(\.place.range) == [SourceRange(offset, offset + 3)])
      #expect(result.problems.map(\.place.start.column) == [offset + 1])
      #expect(result.problems.map(\.place.text) == ["\u{FFFD}"])
      #expect(result.isText)
    }
  }

  @Test func replacesEveryControlCharacterAndNothingElse() {
    for value: UInt32 in 0..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isControl =
        (value < 0x20 && ![9, 10, 13].contains(value)) || (0x7F..<0xA0).contains(value)
      let result = read("ab\(scalar)cdefghijk")
      #expect(
        result.problems.map(\.kind)
          == (isControl ? [.controlCharacter(UInt8(truncatingIfNeeded: value))] : []))
      #expect(
        result.file.text(result.file.wholeRange)
          == (isControl ? "ab\u{FFFD}cdefghijk" : "ab\(scalar)cdefghijk"))
    }
  }

  @Test func takesEveryOtherASCIICharacter() {
    let result = read([0x09, 0x0A, 0x0D] + (0x20...0x7E))
    #expect(result.problems.isEmpty)
  }

  @Test func findsDirectionOverrides() {
    for scalar: UInt32 in 0x2000...0x20FF {
      guard let character = Unicode.Scalar(scalar) else { continue }
      let isOverride = (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
      let result = read("line\nabc\(character)def\n")
      #expect(
        result.problems.map(\.kind)
          == (isOverride ? [.bidirectionalOverride(scalar: scalar)] : []))
      if isOverride {
        #expect(result.problems.first?.place.start == Position(line: 2, column: 4))
      }
    }
  }

  /// The standard library's decoder is the oracle: it repairs what is not UTF-8. Control characters
  /// are replaced as well.
  @Test func agreesWithTheStandardLibraryOnWhatIsUTF8() {
    var state: UInt64 = 42
    let leads: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<5 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(leads[Int(state >> 33) % leads.count])
      }
      let decoded = String(decoding: bytes, as: UTF8.self).unicodeScalars
      let shown = decoded.map { scalar -> Unicode.Scalar in
        scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
      }
      let repaired = Array(String(String.UnicodeScalarView(shown)).utf8)
      let result = read(bytes)
      #expect(result.isText == (Array(String(decoded).utf8) == bytes))
      #expect(result.file.bytes == repaired)
    }
  }

  @Test func placesBrokenBytesByLineAndColumn() {
    let bytes: [UInt8] = Array("é\r\nü".utf8) + [0xFF] + Array("x\u{1}\n".utf8) + [0xE2, 0x82]
    let result = read(bytes)
    #expect(!result.isText)
    #expect(
      result.problems.map(\.kind) == [
        .notUTF8(byte: 0xFF), .controlCharacter(1), .notUTF8(byte: 0xE2),
      ])
    #expect(
      result.problems.map(\.place.start) == [
        Position(line: 2, column: 2), Position(line: 2, column: 4), Position(line: 3, column: 1),
      ])
  }

  @Test func reportsOnlySomeOfWhatIsWrongEverywhere() {
    #expect(read([UInt8](repeating: 0xFF, count: 5000)).problems.count == 20)
    #expect(read([UInt8](repeating: 0x00, count: 5000)).problems.count == 20)
  }

  @Test(arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]),
    ("\r\r\n\n", [0, 1, 3, 4]), ("1234567\r\n9", [0, 9]), ("1234567\n9", [0, 8]),
    ("é\né", [0, 3]), ("a\u{2028}b\u{85}c\u{B}d", [0]),
  ])
  func findsWhereLinesBegin(text: String, starts: [Int32]) {
    #expect(SourceFile(path: "a.md", text: text).lineStarts == starts)
  }
}

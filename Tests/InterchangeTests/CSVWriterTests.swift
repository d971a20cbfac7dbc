import Interchange
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func field(_ text: String) -> String {
    var writer = CSVWriter()
    writer.text(text)
    writer.number(1)
    writer.endRow()
    return String(String(decoding: writer.bytes, as: UTF8.self).unicodeScalars.dropLast(4))
  }

  @Test func writesHeaderAndRows() {
    var writer = CSVWriter(header: ["id", "value", "note"])
    writer.text("CHG-1")
    writer.number(-0.5)
    writer.text(nil)
    writer.endRow()
    writer.text("CHG-2")
    writer.number(nil as Int?)
    writer.number(Int64(-3))
    writer.endRow()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "id,value,note\r\nCHG-1,-0.5,\r\nCHG-2,,-3\r\n")
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("", ""), (" x ", " x "), ("a=b", "a=b"),
  ])
  func quotesOnlyWhereNeeded(text: String, expected: String) {
    #expect(field(text) == expected)
  }

  @Test(arguments: ["=", "+", "-", "@=", "\t", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"])
  func putsAnApostropheBeforeWhatLooksLikeAFormula(start: String) {
    #expect(field(start + "1") == "'" + start + "1")
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func putsAnApostropheBeforeALineEndToo(start: String) {
    #expect(field(start + "=1") == "\"'" + start + "=1\"")
  }

  @Test func quotesAnEmptyFieldThatStandsAlone() {
    var writer = CSVWriter()
    writer.text("")
    writer.endRow()
    writer.text("x")
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\"\r\nx\r\n")
  }

  @Test func beginsWithAMarkWhereAskedTo() {
    for header in [["id"], []] {
      var writer = CSVWriter(header: header, isMarked: true)
      writer.text("é")
      writer.endRow()
      writer.text("")
      writer.endRow()
      let text = header.isEmpty ? "é\r\n\"\"\r\n" : "id\r\né\r\n\"\"\r\n"
      #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    }
  }

  @Test(arguments: [
    "@ann", "@rpc-dev", "@ann.lee", "@ann_b", "@_", "@A1", "@chain/runtime-team", "@jürgen", "@李明",
    "@e\u{301}ve", "@0x",
  ])
  func leavesAHandleAsItIs(handle: String) {
    #expect(field(handle) == handle)
  }

  @Test(arguments: [
    "@", "@@", "@ ann", "@ann ", "@ann lee", "@SUM(1+1)", "@ann(cto)", "@A1+1", "@A1*2", "@A1=2",
    "@a|b",
    "@a!b", "@a;b", "@-1", "@1-", "@a--b", "@a-+b", "@/a", "@a/", "@a//b", "@a\tb", "@ＳＵＭ", "@a（1）",
    "@a&b", "@a^b", "@a%", "@a:b", "@'a'", "@{1}", "@[a]", "@a~b", "@a@b", "@😀",
  ])
  func guardsWhatIsNoPlainHandle(text: String) {
    #expect(field(text) == "'" + text)
  }

  @Test func guardsEveryTextThatIsPutTogetherToo() {
    for (texts, expected) in [
      (["@ann", "@cy"], "'@ann @cy"), (["@ann"], "@ann"), (["=1"], "'=1"), ([], ""),
      (["a\u{1}b", "c"], "a\u{FFFD}b c"),
    ] {
      var writer = CSVWriter()
      writer.beginTexts()
      for text in texts { writer.add(text) }
      writer.endTexts()
      writer.number(1)
      writer.endRow()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(expected),1\r\n")
    }
  }

  @Test func readsBackAsItWasButForControlsAndFormulas() {
    var random = SplitMix(seed: 41)
    let scalars: [Unicode.Scalar] =
      (0..<0x100).compactMap { Unicode.Scalar(UInt32($0)) }
      + Array("=+-@＝＋－＠,,\"\"\r\n\t'  é漢😀".unicodeScalars)
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        text.append(scalars.randomElement(using: &random) ?? "x")
      }
      var cell = field(String(text)).unicodeScalars[...]
      if cell.first == "\"" {
        cell = cell.dropFirst().dropLast()
        let whole = String(cell)
        cell = whole.replacing("\"\"", with: "\"").unicodeScalars[...]
      }
      let expected = text.map { scalar -> Unicode.Scalar in
        let stays = ["\t", "\n", "\r"].contains(scalar)
        return scalar.properties.generalCategory == .control && !stays ? "\u{FFFD}" : scalar
      }
      let isGuarded = cell.count == expected.count + 1
      if isGuarded { #expect(cell.popFirst() == "'") }
      #expect(Array(cell) == expected)
      let first = expected.first ?? "x"
      if ["=", "+", "-", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first) {
        #expect(isGuarded)
      } else if first != "@" {
        #expect(!isGuarded)
      }
    }
  }

  @Test func writesNoControlCharacter() {
    for value: UInt32 in [0, 7, 8, 0x0B, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(field("a long enough text \(scalar)[31m") == "a long enough text \u{FFFD}[31m")
      #expect(field("\(scalar)") == "\u{FFFD}")
      var writer = CSVWriter()
      writer.beginTexts()
      writer.add("a\(scalar)")
      writer.add("b")
      writer.endTexts()
      writer.endRow()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "a\u{FFFD} b\r\n")
    }
    #expect(field("é\u{A0}ü") == "é\u{A0}ü")
  }
}

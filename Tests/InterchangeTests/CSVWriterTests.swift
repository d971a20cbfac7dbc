import Interchange
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

  @Test(arguments: ["=", "+", "-", "@", "\t", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"])
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

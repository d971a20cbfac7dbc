import Interchange
import Testing

@Suite struct ICalendarWriterTests {
  private func lines(_ write: (inout ICalendarWriter) -> Void) -> [String] {
    var writer = ICalendarWriter()
    write(&writer)
    return writer.bytes.lines
  }

  /// Folded lines put together again.
  private func unfolded(_ write: (inout ICalendarWriter) -> Void) -> [String] {
    lines(write).reduce(into: []) { result, line in
      if line.utf8.first == 0x20, let last = result.popLast() {
        result.append(last + String(decoding: line.utf8.dropFirst(), as: UTF8.self))
      } else {
        result.append(line)
      }
    }
  }

  @Test func nestsComponents() {
    let found = lines { writer in
      writer.component("VCALENDAR") { writer in
        writer.property("VERSION", value: "2.0")
        writer.component("VEVENT") { $0.property("SUMMARY", text: "Window") }
      }
    }
    #expect(
      found == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "SUMMARY:Window", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  @Test(arguments: [
    ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\ntwo", "one\\ntwo"), ("one\r\ntwo", "one\\ntwo"),
    ("one\rtwo", "one\\ntwo"), ("one\u{2028}two\u{85}three", "one\\ntwo\\nthree"),
    ("nul\0bell\u{7}del\u{7F}c1\u{9B}end", "nulbelldelc1end"), ("a\tb", "a\tb"),
    ("\u{202E}right \u{5D0}", "\u{202E}right \u{5D0}"), ("é ü \u{A0}x", "é ü \u{A0}x"), ("", ""),
  ])
  func escapesTexts(text: String, expected: String) {
    #expect(lines { $0.property("SUMMARY", text: text) } == ["SUMMARY:" + expected])
  }

  @Test func noTextEndsAComponent() {
    let found = unfolded { writer in
      writer.component("VEVENT") { writer in
        writer.property("SUMMARY", text: "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:AUDIO")
        writer.property("URL", value: "https://example.org/\r\nEND:VEVENT")
        writer.property(
          "DTSTART", ["TZID": "X\r\nEND:VEVENT\"A\""], value: "20260101T000000\nEND:VEVENT")
      }
    }
    #expect(
      found == [
        "BEGIN:VEVENT", "SUMMARY:x\\nEND:VEVENT\\nBEGIN:VALARM\\nACTION:AUDIO",
        "URL:https://example.org/END:VEVENT",
        "DTSTART;TZID=\"X^nEND:VEVENT^'A^'\":20260101T000000END:VEVENT", "END:VEVENT",
      ])
  }

  @Test func separatesSeveralTextsWithCommas() {
    let found = lines { $0.property("CATEGORIES", texts: ["Normal", "a,b"]) }
    #expect(found == ["CATEGORIES:Normal,a\\,b"])
  }

  @Test(arguments: 0..<80)
  func foldsAtSeventyFiveOctetsOutsideCharacters(offset: Int) {
    let text =
      String(repeating: "x", count: offset) + String(repeating: "👩🏽‍🚀é\u{5D0},", count: 40)
    var writer = ICalendarWriter()
    writer.property("SUMMARY", text: text)
    for line in writer.bytes.split(separator: 0x0A) {
      #expect(line.last == 0x0D)
      #expect(line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    let whole = unfolded { $0.property("SUMMARY", text: text) }
    let escaped = text.split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: "\\,")
    #expect(whole == ["SUMMARY:" + escaped])
  }

  @Test(arguments: [66, 67, 68])
  func leavesALineOfSeventyFiveOctetsWhole(count: Int) {
    // `SUMMARY:` has eight.
    let found = lines { $0.property("SUMMARY", text: String(repeating: "x", count: count)) }
    #expect(found.count == (count <= 67 ? 1 : 2))
  }
}

extension [UInt8] {
  /// Without their ends, which must all be CRLF.
  fileprivate var lines: [String] {
    split(separator: 0x0A).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }
}

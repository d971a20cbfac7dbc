import Chronology
import RecordWriting
import TestSupport
import Testing

/// Exports read back as they were written, in every encoding.
@Suite struct ExportTableTests {
  private static let pieces = [
    "a", "é", "€", "\"", ",", ";", "\n", "\r\n", " ", "", "7", "–", "x y",
  ]

  private static func cell(_ random: inout SplitMix) -> String {
    (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  private static func written(_ rows: [[String]], separator: String, end: String) -> String {
    rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
    }.joined(separator: end) + end
  }

  private static func bytes(_ text: String, _ encoding: ExportText.Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .windows1252:
      return text.unicodeScalars.map { scalar in
        scalar == "€" ? 0x80 : scalar == "–" ? 0x96 : UInt8(scalar.value)
      }
    }
  }

  @Test(arguments: 0..<UInt64(30), ExportText.Encoding.allCases)
  func cellsAreWhatWasWritten(_ seed: UInt64, _ encoding: ExportText.Encoding) throws {
    var random = SplitMix(seed: seed)
    let columns = 2 + random.below(4)
    // The letter of the first head is in all three encodings another byte.
    let heads = (0..<columns).map { "Größe \($0)" }
    let rows = (0..<20).map { _ in (0..<columns).map { _ in Self.cell(&random) } }
    let separator = [",", ";", "\t", "|"][random.below(4)]
    let end = ["\n", "\r\n"][random.below(2)]
    let text = Self.written([heads] + rows, separator: separator, end: end)
    let read = try #require(ExportText(Self.bytes(text, encoding)))
    #expect(read.encoding == encoding)
    let table = try #require(ExportTable(read))
    #expect(table.heads == heads)
    #expect(table.rows.map(\.cells) == rows)
    #expect(table.rows.allSatisfy { $0.fault == nil })
    // Each row begins where its line does.
    var line = 1 + 1
    for (row, cells) in zip(table.rows, rows) {
      #expect(row.line == line)
      line += 1 + cells.joined(separator: " ").count(where: \.isNewline)
    }
  }

  @Test func whatIsRaggedIsToldWithItsLine() throws {
    let text = "A,A,B\n1,2,3\n1,2\n1,2,3,4\n\"a\"b,2,3\n\n1,2,\n\"x,2,3\n1,2,3\n"
    let table = try #require(ExportText(Array(text.utf8)).flatMap { ExportTable($0) })
    #expect(table.heads == ["A", "A (2)", "B"])
    #expect(table.rows.map(\.line) == [2, 3, 4, 5, 7, 8, 9])
    #expect(
      table.rows.map { $0.fault ?? "" } == [
        "", "it has 2 cells, and the head has 3", "it has 4 cells, and the head has 3",
        "text stands behind a closing quotation mark", "", "a quotation mark is not closed", "",
      ])
    #expect(table.rows.last?.cells == ["1", "2", "3"])
  }

  @Test func aLargeCellIsRefusedAndTheRestIsRead() throws {
    let large = String(repeating: "x", count: 10 << 20)
    let table = try #require(
      ExportText(Array("A,B\n1,\"\(large)\"\n2,y\n".utf8)).flatMap { ExportTable($0) })
    #expect(table.rows.count == 2 && table.rows[1].cells == ["2", "y"])
    #expect(table.rows[0].fault?.contains("10485760 bytes") == true)
  }
}

/// Instants as exports write them.
@Suite struct DateFormTests {
  @Test(arguments: [
    ("dd/MM/yyyy HH:mm", "03/09/2026 14:05", "2026-09-03T14:05:00Z"),
    ("MM/dd/yyyy hh:mm a", "03/09/2026 02:05 PM", "2026-03-09T14:05:00Z"),
    ("MM/dd/yyyy hh:mm a", "03/09/2026 12:00 am", "2026-03-09T00:00:00Z"),
    ("dd/MMM/yy h:mm a", "02/Mar/26 9:15 AM", "2026-03-02T09:15:00Z"),
    ("d MMM yyyy", "9 Mar 2026", "2026-03-09T00:00:00Z"),
    ("yyyy-MM-dd'T'HH:mm", "x", ""),
    ("yyyy-MM-dd HH:mm:ss", "2026-02-30 10:00:00", ""),
    ("dd.MM.yyyy HH:mm", "09.03.2026 24:00", ""),
    ("dd.MM.yyyy", "09.03.2026 ", ""),
  ])
  func readsItsForm(_ form: String, _ text: String, _ instant: String) throws {
    let read = try #require(DateForm(form)).read(text, in: .utc)
    #expect((read?.rfc3339 ?? "") == instant)
  }

  @Test(arguments: ["dd/MM", "yyy-MM-dd", "yyyy", "yyyy-MM-dd Q"])
  func aFormWithoutAWholeDayIsNone(_ form: String) { #expect(DateForm(form) == nil) }
}

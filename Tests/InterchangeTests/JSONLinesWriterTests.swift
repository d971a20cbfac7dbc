import Interchange
import Testing

@Suite struct JSONLinesWriterTests {
  @Test func writesAnObjectALine() {
    var writer = JSONLinesWriter()
    #expect(writer.bytes.isEmpty)
    writer.row { $0.member("a", 1) }
    writer.row { $0.member("a", "line\nend") }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":1}\n{\"a\":\"line\\nend\"}\n")
  }
}

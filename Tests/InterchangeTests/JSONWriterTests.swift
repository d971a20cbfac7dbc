import Foundation
import Interchange
import Testing

@Suite struct JSONWriterTests {
  private func text(
    _ layout: JSONWriter.Layout = .compact, _ write: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter(layout)
    write(&writer)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private func sample(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.array("array") { writer in
        writer.value(1)
        writer.object { _ in }
        writer.array { _ in }
      }
      writer.member("flag", true)
      writer.object("object") { $0.member("n", Int64.min) }
      writer.array("texts", ["a", "b"])
      writer.member("unknown", nil as Double?)
    }
  }

  @Test func writesCompactly() {
    #expect(
      text(.compact, sample)
        == #"{"array":[1,{},[]],"flag":true,"object":{"n":-9223372036854775808},"#
        + #""texts":["a","b"],"unknown":null}"# + "\n")
  }

  @Test func writesOneMemberALine() {
    #expect(
      text(.pretty, sample) == """
        {
          "array": [
            1,
            {},
            []
          ],
          "flag": true,
          "object": {
            "n": -9223372036854775808
          },
          "texts": [
            "a",
            "b"
          ],
          "unknown": null
        }

        """)
  }

  @Test(arguments: [
    (0.1, "0.1"), (5.0, "5"), (-0.25, "-0.25"), (1e21, "1e+21"), (1.0 / 3, "0.3333333333333333"),
    (.leastNonzeroMagnitude, "5e-324"), (0, "0"), (.nan, "null"), (.infinity, "null"),
  ])
  func writesTheShortestDecimal(number: Double, expected: String) {
    #expect(text { $0.value(number) } == expected + "\n")
  }

  @Test func readsBackAsTheSameDoubles() throws {
    var state: UInt64 = 7
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state)
      guard number.isFinite else { continue }
      let written = text { $0.value(number) }
      #expect(Double(written.dropLast()) == number)
    }
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{0}\u{1F}", #""\n\r\t\u0000\u001f""#),
    ("x\u{2028}\u{2029}\u{2027}\u{E9}", "\"x\\u2028\\u2029\u{2027}\u{E9}\""),
    ("</script><!-- </", #""<\/script>\u003c!-- <\/""#), ("a/b < c <", #""a/b < c <""#),
    ("\u{2028}", #""\u2028""#), ("", #""""#), ("\u{7F}é漢", "\"\u{7F}é漢\""),
  ])
  func escapesStrings(value: String, expected: String) {
    #expect(text { $0.value(value) } == expected + "\n")
  }

  @Test func isReadBackByFoundation() throws {
    let hostile =
      (0..<0x300).compactMap(Unicode.Scalar.init).map(String.init).joined() + "\u{2028}</"
    let bytes = Data(text { $0.object { $0.member("k", hostile) } }.utf8)
    let object = try JSONSerialization.jsonObject(with: bytes) as? [String: String]
    #expect(object?["k"] == hostile)
  }

  @Test func stopsAtKeysOutOfOrder() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("b", 1)
      writer.member("a", 1)
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("a", 1)
      writer.member("a", 1)
    }
  }

  @Test func stopsAtADocumentThatIsNotComplete() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginArray()
      _ = writer.finish()
    }
  }
}

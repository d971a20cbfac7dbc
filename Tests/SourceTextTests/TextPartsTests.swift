import SourceText
import Testing

@Suite struct TextPartsTests {
  @Test(arguments: [
    ("a/b", ["a", "b"]), ("/a//b/", ["a", "b"]), ("a", ["a"]), ("", []), ("//", []),
    ("é/\u{338}/ü", ["é", "\u{338}", "ü"]),
  ])
  func emptyPartsAreLeftOut(text: String, expected: [String]) {
    #expect(text.parts(at: "/") == expected)
  }

  @Test(arguments: [
    ("a`b`c", ["a", "b", "c"]), ("`a", ["", "a"]), ("", [""]), ("``", ["", "", ""]),
  ])
  func emptyPartsAreKeptOnDemand(text: String, expected: [String]) {
    #expect(text.parts(at: "`", keepingEmpty: true) == expected)
  }

  @Test(arguments: [
    ("a; b, c", ",;", ["a", " b", " c"]), (",,a", ",", ["a"]), ("", ",", []),
    ("a–b—c", "–—", ["a", "b", "c"]),
    ("a\r\nb", "\n", ["a\r", "b"]), ("é,\u{301}x", ",", ["é", "\u{301}x"]), ("a,b", "", ["a,b"]),
  ])
  func partsAtAnyOfSomeSigns(text: String, signs: String, expected: [String]) {
    #expect(text.parts(atAnyOf: signs).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("a - b - c", " - ", ["a", "b", "c"]), (" - a", " - ", ["", "a"]), ("a", ". ", ["a"]),
    ("", ". ", [""]),
    ("a. . b", ". ", ["a", "", "b"]), ("aaa", "aa", ["", "a"]), ("ab", "", ["ab"]),
  ])
  func partsBetweenATextAreAllKept(text: String, separator: String, expected: [String]) {
    #expect(text.parts(between: separator) == expected)
  }

  @Test(arguments: [
    ("a", "b"), ("", "a"), ("a", "ab"), ("a\u{0}", "a\u{0}b"), ("z", "é"), ("\u{FF}", "\u{10FFFF}"),
    ("e\u{301}", "\u{E9}"),
  ])
  func textsAreOrderedByTheirBytes(first: String, second: String) {
    #expect(first.precedesInBytes(second))
    #expect(!second.precedesInBytes(first))
    #expect(!first.precedesInBytes(first))
  }
}

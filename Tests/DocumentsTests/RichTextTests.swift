import Chronology
import Testing

@testable import Documents

@Suite struct RichTextTests {
  @Test func interpolationKeepsWhatAPieceIs() {
    let text: RichText = "a \(1) \("b", to: .change("CHG-1")) \(Inline.strong("c")), d"
    #expect(text.plain(in: .utc) == "a 1 b c, d")
    #expect(text.pieces.count == 5)
  }

  @Test func textsThatLeadNowhereAreOnePiece() {
    let inner: RichText = "y"
    let text: RichText = "x \("b", to: nil)\(inner) z"
    #expect(text.pieces.count == 1)
    #expect(text.plain(in: .utc) == "x by z")
  }

  @Test(arguments: [
    ("a `b` c", 3), ("a ` b", 2), ("`a`", 1), ("", 0), ("``", 0), ("`a` `b`", 3),
  ])
  func backQuotesMakeCode(sentence: String, pieces: Int) {
    #expect(RichText(sentence: sentence).pieces.count == pieces)
  }

  @Test func valuesAreWordedInTheZoneOfTheReader() throws {
    let text: RichText = "\(Inline.instant(Instant(secondsSinceEpoch: 0)))"
    let zone = try #require(Zone(named: "Europe/Kyiv"))
    #expect(text.plain(in: .utc) == "1 Jan 1970, 00:00 UTC")
    #expect(text.plain(in: zone) == "1 Jan 1970, 03:00 UTC+3")
  }
}

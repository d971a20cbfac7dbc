import Chronology
import Foundation
import Testing

/// Sixty paragraphs over simulated years, stable, shifted and disastrous: each number that one says is
/// worked out again from the records, and no sentence is left that nobody looked at.
struct ParagraphClaimsTests {
  /// Writes them to a file for a reader: `CHANGEBOOK_PARAGRAPHS=/tmp/paragraphs.txt`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["CHANGEBOOK_PARAGRAPHS"] != nil))
  func sixtyParagraphsToRead() throws {
    let path = try #require(ProcessInfo.processInfo.environment["CHANGEBOOK_PARAGRAPHS"])
    let texts = try SimulatedYears.all.enumerated().map { number, years in
      "\(number + 1). \(years.course.rawValue), about \(years.volume) a month, \(years.label), "
        + "as of \(years.asOf)\n\(try years.paragraph())\n"
    }
    try texts.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test(arguments: 0..<60)
  func everyNumberOfAParagraphIsTrue(number: Int) throws {
    let years = SimulatedYears.all[number]
    let claims = ParagraphClaims(years)
    let faults = claims.faults(of: try years.paragraph())
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  /// The oracle can fail: a number that is changed in any place is found.
  @Test(arguments: [2, 8, 11, 18, 30])
  func aChangedNumberIsFound(number: Int) throws {
    let years = SimulatedYears.all[number]
    let claims = ParagraphClaims(years)
    let text = try years.paragraph()
    for match in text.matches(of: /\d+/) {
      // Years, the bounds of targets and how many figures were looked at are words of the frame.
      let before = text[..<match.range.lowerBound].suffix(2)
      let after = text[match.range.upperBound...].prefix(9)
      if match.0.count == 4 && match.0.hasPrefix("20") || before.contains("<")
        || before.contains(">")
        || after == " figures "
      {
        continue
      }
      let changed = text.replacingCharacters(in: match.range, with: "\((Int(match.0) ?? 0) + 1)")
      #expect(!claims.faults(of: changed).isEmpty, "\(before)\(match.0)\(after)")
    }
  }
}

import Foundation
import Testing

/// Sixty paragraphs over simulated years.
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
}

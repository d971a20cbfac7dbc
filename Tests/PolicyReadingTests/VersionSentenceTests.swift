import Testing

@testable import PolicyReading

/// A document that says that another version of it is in force may not be the one that holds.
@Suite struct VersionSentenceTests {
  private func unread(_ sentence: String) -> [String] {
    SentencePolicy.unread(SentencePolicy.text(label: "**Version:** 1.0\n", end: sentence)).map(
      \.text)
  }

  @Test(arguments: [
    "Version 2.0 is in force since 1 March 2026.", "Version 1.1 applies from April.",
    "Version 3 is effective.", "Version 2.0 is the valid one.",
  ])
  func anotherVersionIsNamed(_ sentence: String) { #expect(unread(sentence) == [sentence]) }

  @Test(arguments: [
    "Valid until 2026-10-31.", "Expires: 2026-10-31", "In force from 2027-01-01.",
    "Takes effect in 2027.", "This policy holds from January 2027.", "Sample - do not use",
    "Template only.",
    "Takes effect on 1 March 2027.",
  ])
  func aLastOrALaterFirstDayIsNamed(_ sentence: String) { #expect(unread(sentence) == [sentence]) }

  @Test(arguments: [
    "Version 1.0 is in force since 1 January 2026.", "Version 0.9 was in force until 2025.",
    "Version 2.0 of the form is enclosed.", "Version control keeps the history.",
  ])
  func itsOwnVersionIsNot(_ sentence: String) { #expect(unread(sentence) == []) }
}

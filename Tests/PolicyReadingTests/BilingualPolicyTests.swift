import SourceText
import Testing

@testable import PolicyReading

/// A policy that says everything in English and in another language beside it.
@Suite struct BilingualPolicyTests {
  static let german = [
    (
      "This policy applies to all changes of the service.",
      "Diese Richtlinie gilt für alle Änderungen am Dienst."
    ),
    (
      "No change is made without an approved request.",
      "Keine Änderung wird ohne genehmigten Antrag gemacht."
    ),
    ("Records are kept for 3 years.", "Die Aufzeichnungen werden für 3 Jahre aufbewahrt."),
    (
      "During a freeze, only emergency changes are made.",
      "Während eines Stopps sind nur Notfälle erlaubt."
    ),
    ("The board meets on Tuesdays at 14:00.", "Das Gremium tagt am Dienstag um 14:00."),
    (
      "Failed changes are blocked by the pipeline.",
      "Fehlgeschlagene Änderungen werden von der Pipeline gesperrt."
    ),
  ]
  static let french = [
    (
      "This policy applies to all changes of the service.",
      "Cette politique est valable pour tous les changements du service."
    ),
    (
      "No change is made without an approved request.",
      "Aucun changement n'est fait sans une demande approuvée."
    ),
    ("Records are kept for 3 years.", "Les dossiers sont gardés pendant 3 ans."),
    ("The board meets on Tuesdays at 14:00.", "Le comité se réunit le mardi à 14:00."),
  ]

  private func unread(_ sentences: [String]) -> [String] {
    SentencePolicy.unread(
      SentencePolicy.text(end: sentences.joined(separator: "\n\n") + "\n")
    ).map(\.text)
  }

  @Test(arguments: [german, french])
  func leavesTranslationsAlone(_ pairs: [(String, String)]) {
    #expect(unread(pairs.flatMap { [$0.0, $0.1] }) == [])
    #expect(unread(pairs.map { "\($0.0) / \($0.1)" }) == [])
    #expect(unread(pairs.map { "\($0.0)\n*\($0.1)*" }) == [])
  }

  @Test(arguments: [
    "Im Juni sind keine Änderungen erlaubt.", "Vom 1. bis 20. Juni sind keine Änderungen erlaubt.",
    "Alle Änderungen sind bis auf Weiteres ausgesetzt und verboten.",
    "Aucun changement en juin pour tous les services.", "Freitags sind keine Änderungen erlaubt.",
  ])
  func namesWhatIsSaidInOneLanguageAlone(_ sentence: String) {
    let pairs = Self.german.prefix(5).flatMap { [$0.0, $0.1] }
    #expect(unread(pairs + [sentence]) == [sentence])
    #expect(!unread([sentence]).isEmpty)
  }
}

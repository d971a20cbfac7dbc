import Chronology
import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Sentences that hold changes back, put together from parts, and sentences that do not.
@Suite struct DecidingSentenceTests {
  static let subjects = ["Deployments", "Changes", "All releases", "Production changes"]
  static let states = [
    "are on hold until further notice", "are suspended", "are suspended until further notice",
    "are frozen", "are blocked until the audit is over", "are closed until the move is done",
    "remain on hold",
  ]
  static let denials = [
    "aren't allowed", "are not permitted", "can't be made", "won't be made", "may not be deployed",
    "are forbidden", "must not be released", "never happen", "are stopped", "are closed",
    "are halted",
    "shouldn't be deployed",
  ]
  static let times = [
    "in March", "from 1 to 20 March", "on Fridays", "over Christmas", "between Mar 1 and Mar 20",
    "until 2026-04-01", "at month end",
  ]

  private func decides(_ text: String) -> Set<ReadingProblem.Decides> {
    Set(SentencePolicy.unread(text).map(\.decides))
  }

  /// Under the windows, and far from them.
  private func expectDoubt(_ sentence: String) {
    #expect(!decides(SentencePolicy.text(end: sentence)).isEmpty, "\(sentence) elsewhere")
    let near = decides(SentencePolicy.text(underWindows: sentence))
    #expect(!near.isDisjoint(with: [.windowUse, .freezes]), "\(sentence)")
  }

  @Test(arguments: subjects)
  func namesWhatHoldsChangesBack(_ subject: String) {
    var random = TestSupport.SplitMix(seed: 26)
    for state in Self.states { expectDoubt("\(subject) \(state).") }
    for denial in Self.denials {
      let time = Self.times[random.below(Self.times.count)]
      expectDoubt("\(subject) \(denial) \(time).")
      expectDoubt(
        "\(time.prefix(1).uppercased() + time.dropFirst()), \(subject.lowercased()) \(denial).")
    }
  }

  @Test(arguments: [
    "Between 1 March and 20 March only emergency changes.",
    "During the audit only emergency changes are made.",
    "Only emergencies in March.", "In March we do nothing.", "Nothing ships in March.",
    "March is off limits.", "A change freeze is in force.",
    "The code freeze lasts until further notice.",
    "No changes without the director's approval during the audit in March.",
    "We froze releases: a freeze is currently on.",
    "Production is closed until further notice.",
    "We don't deploy in March.",
    "Vom 1. bis 20. März sind keine Änderungen erlaubt.", "Freitags keine Deployments.",
    "Aucun changement en mars sauf urgence.", "No se permiten cambios en marzo salvo emergencias.",
    "3月は変更を行わない。", "Geen wijzigingen in maart, tenzij met spoed.",
    "В марте изменения запрещены, 1-20.",
  ])
  func namesOtherSentences(_ sentence: String) { expectDoubt(sentence) }

  @Test(arguments: [
    "No changes are made without a rollback plan.", "The CAB meets every Tuesday at 14:00 UTC.",
    "Outside these windows no changes are made.", "Outside of a window, nothing is deployed.",
    "Changes are deployed only inside a window.", "Emergency changes may run at any time.",
    "Questions go to the release manager.", "The calendar is published by the operations team.",
    "Changes outside a window need an emergency approval.", "Contact: Ann Smith",
    "All times are in UTC.",
    "Only emergency changes may run during a freeze.", "No change is made during a freeze.",
    "Freezes are announced by the CAB.", "The report is sent on Mondays.", "Contact: José Müller",
    "- Maintenance window (if required)", "No deployments without approval of the CAB.",
    "The holiday freeze is for everybody's rest.",
  ])
  func leavesHarmlessSentencesAlone(_ sentence: String) {
    #expect(SentencePolicy.unread(SentencePolicy.text(underWindows: sentence)).map(\.text) == [])
    #expect(SentencePolicy.unread(SentencePolicy.text(end: sentence)).map(\.text) == [])
  }

  @Test(arguments: [
    "All times are in JST.", "TZ: Asia/Tokyo", "Times are local to Tokyo.", "**TZ:** JST",
    "All times are Tokyo time.", "Hours are given in Eastern time.", "Times below are JST.",
    "Windows: times are in UTC+9", "All times are in local time.",
  ])
  func namesAnotherZone(_ sentence: String) {
    let text = SentencePolicy.text(underWindows: sentence)
    #expect(decides(text).contains(.freezes))
    // The settings say which.
    var settings = Settings()
    settings.zone = .utc
    #expect(SentencePolicy.unread(text, settings: settings).map(\.text) == [])
  }

  @Test func readsTheZoneOfAShortLabel() {
    let text = SentencePolicy.text(
      label: "**TZ:** Asia/Tokyo", windowHead: "| Window | Time | Applies To |",
      underWindows: "All times are in JST.")
    #expect(SentencePolicy.policy(text).zone.name == "Asia/Tokyo")
    #expect(SentencePolicy.unread(text).map(\.text) == [])
  }

  @Test func takesNoneOfTwoZonesInOneHead() {
    let head = "| Window | Time (UTC) (JST) | Applies To |"
    let policy = SentencePolicy.policy(SentencePolicy.text(windowHead: head))
    #expect(policy.windows.isEmpty)
    #expect(decides(SentencePolicy.text(windowHead: head)).contains(.windows))
    let same = SentencePolicy.text(windowHead: "| Window | Time (UTC) (GMT) | Applies To |")
    #expect(SentencePolicy.policy(same).windows.count == 1)
  }
}

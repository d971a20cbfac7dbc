import Chronology
import Figures
import Findings
import History
import PolicyReading
import Records
import Rules
import Site
import SourceText

/// What `build` says when it is done: what was read, found and written, and the figures of the last
/// month that has ended.
struct BuildSummary {
  private let edition: Edition
  private let published: PublishedSite
  private let target: String
  private let elapsed: Duration

  init(_ edition: Edition, _ published: PublishedSite, target: String, elapsed: Duration) {
    self.edition = edition
    self.published = published
    self.target = target
    self.elapsed = elapsed
  }

  var text: String {
    ([read] + history + [found, written] + kept + figures + leftover).joined(separator: "\n")
  }

  private var read: String {
    let register = edition.register
    let policies = register.policies.policies.count
    return "read     " + count(register.changes.count, "change") + ", "
      + count(register.incidents.count, "incident") + ", "
      + count(register.freezes.count, "declared freeze") + ", "
      + count(policies, "version") + " of the policy"
  }

  /// What of git is not known.
  private var history: [String] { [edition.history.silence].compactMap(\.self) }

  private var found: String {
    let open = edition.judgement.shown.filter { $0.waiver == nil }
    let parts = [Severity.error, .breach, .warning, .note].map { severity in
      let number = open.count { $0.severity == severity }
      return severity == .breach
        ? (number == 1 ? "1 breach" : "\(number) breaches") : count(number, severity.rawValue)
    }
    return "found    " + parts.joined(separator: ", ") + ", "
      + "\(edition.judgement.shown.count - open.count) waived"
  }

  private var written: String {
    let files = published.files
    let hundredths =
      elapsed.components.seconds * 100 + elapsed.components.attoseconds / 10_000_000_000_000_000
    let seconds = "\(hundredths / 100).\(twoDigits(Int(hundredths % 100)))"
    return "wrote    " + count(published.pages, "page") + " to \(target): \(files.written) files "
      + "written, \(files.unchanged) unchanged, \(files.removed) removed, in "
      + "\(seconds) s"
  }

  /// Files in the folder that no build wrote.
  private var kept: [String] {
    let files = published.files.kept
    guard !files.isEmpty else { return [] }
    let names = files.prefix(5).map(\.place).joined(separator: ", ")
    let more = files.count > 5 ? " and \(files.count - 5) more" : ""
    return ["kept     " + count(files.count, "file") + " of others: \(names)\(more)"]
      + files.filter { $0.place != $0.path }.map {
        "warning  the site has a file of its own at \($0.path); yours is kept as \($0.place)"
      }
  }

  private var leftover: [String] {
    published.files.leftover.map { ["warning  the old site could not be removed: \($0)"] } ?? []
  }

  /// The four figures of the last closed month.
  private var figures: [String] {
    guard
      let month = edition.figures.last(where: { $0.period.kind == .month && !$0.isProvisional })
    else { return [] }
    return ["figures  \(month.period.title)"]
      + month.main.map { figure in
        let title = figure.title
        let padding = String(repeating: " ", count: max(1, 24 - title.count))
        return "         \(title)\(padding)\(figure.valueText)"
          + (figure.verdictText.isEmpty ? "" : ", \(figure.verdictText)")
      }
  }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

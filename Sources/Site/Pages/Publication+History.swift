import Documents
import Findings
import History
import Records
import Reports
import Rules

extension Publication {
  /// As the list of people has them, else by the name in the commit.
  func author(of commit: Commit) -> String {
    register.people.title(email: commit.author.email) ?? commit.author.title
  }

  /// Whether a rule had what it goes by: those of the audit trail go by history.
  func isChecked(_ rule: RuleDocumentation) -> Bool { !rule.asksHistory || history.isJudged }

  /// Why a rule had nothing to go by, in a sentence; nil where it had.
  func silence(of rule: RuleDocumentation) -> String? {
    if rule.asksHistory { return historySilence }
    return rule.asksLogs && reports.deployments == nil ? "There is no log of deployments." : nil
  }

  /// Why rules do not go by history, in a sentence; nil where they do.
  var historySilence: String? {
    if history.isJudged { return nil }
    return history.absence?.sentence ?? "The settings say that no rule goes by the history."
  }

  /// What the overview of findings says of that.
  var historyNote: RichText {
    guard let silence = historySilence else { return "" }
    let codes = RuleCatalogue.rules.map { $0.documentation }.filter { !isChecked($0) }
      .map(\.code.description)
    return RichText(sentence: "\(silence) Not checked: \(codes.joined(separator: ", ")).")
  }
}

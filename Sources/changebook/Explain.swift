import ArgumentParser
import Figures
import Findings
import Rules
import SourceText

/// `changebook explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a rule or a figure means.")

  @Argument(
    help: ArgumentHelp("A rule's code (CB302) or a figure's name.", valueName: "code|figure"))
  var subject: String

  func run() throws {
    try changebook.run {
      let console = Console(environment: [:])
      if let code = RuleCode(parsing: subject), let rule = RuleCatalogue.rule(code) {
        try console.write(rule.documentation.text)
        return .success
      }
      if let figure = FigureCatalogue.definition(named: subject) {
        try console.write(figure.text)
        return .success
      }
      let known = RuleCatalogue.rules.map { "\($0.documentation.code)" } + FigureCatalogue.names
      let meant = suggest(for: subject, among: known).map { "; did you mean \($0)?" } ?? ""
      throw Failure("\(subject) is neither a rule nor a figure\(meant)")
    }
  }
}

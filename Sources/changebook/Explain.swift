import ArgumentParser
import Chronology
import Figures
import Findings
import Records
import Rules
import SourceText

/// `changebook explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule or a figure means, or derive a figure record by record.",
    discussion: """
      With a period a figure is derived from its records: which are counted and how, which are left \
      out and why, and the arithmetic from there to the verdict. Without one no site is needed.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var asked: PeriodOptions

  @Argument(
    help: ArgumentHelp("A rule's code (CB302) or a figure's name.", valueName: "code|figure"))
  var subject: String

  func validate() throws {
    if asked.isGiven, rule != nil {
      throw ValidationError(
        "a rule is the same in every period; --week and its like go with figures")
    }
  }

  private var rule: (any Rule.Type)? { RuleCode(parsing: subject).flatMap(RuleCatalogue.rule) }

  func run() throws {
    try changebook.run {
      let console = Console(environment: [:])
      if let rule {
        try console.write(rule.documentation.text)
        return .success
      }
      guard let figure = FigureCatalogue.definition(named: subject) else {
        let known = RuleCatalogue.rules.map { "\($0.documentation.code)" } + FigureCatalogue.names
        let meant = suggest(for: subject, among: known).map { "; did you mean \($0)?" } ?? ""
        throw Failure("\(subject) is neither a rule nor a figure\(meant)")
      }
      guard asked.isGiven else {
        try console.write(figure.text + Self.hint(figure))
        return .success
      }
      let settings = try site.resolve()
      let judged = try JudgedSite(settings)
      leaveToTheEnd(judged)
      guard let period = try asked.period(in: judged.register.zone),
        let derivation = judged.index.derive(figure.key, of: period)
      else { throw Failure("\(subject) cannot be derived") }
      try settings.console.write(renderDerivationText(derivation))
      return .success
    }
  }

  private static func hint(_ figure: FigureDefinition) -> String {
    "\nWith a period it is derived record by record: "
      + "changebook explain \(figure.slug) --month 2026-03\n"
  }
}

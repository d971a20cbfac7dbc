import ArgumentParser
import Documents
import History
import Interchange
import PullRequestReview
import Records
import Rules
import Site
import SourceText

/// `changebook review`.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Tell what a branch changes, for a pull request.",
    discussion: """
      Compares the site with the commit that a revision and what is checked out share last: which records are \
      touched and how each stands, which findings are new and which are mended, and what is understood \
      otherwise of a policy that was edited. As Markdown it is one comment for a pull request.

      Exit status: 0 it is told, whatever it is; 2 it cannot be told, 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, text, json }

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The revision that the branch began at or goes to, such as origin/main.",
      valueName: "revision"))
  var since: String

  @Option(help: "markdown, text or json.")
  var format: Format = .text

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where a preview of the branch is served: links lead there. Default: nowhere.",
      valueName: "url"))
  var baseURL: String?

  func validate() throws {
    if since.isEmpty { throw ValidationError("--since names no revision") }
    if baseURL != nil, format == .json { throw ValidationError("--base-url goes with text forms") }
    _ = try baseURL.map(SiteOptions.readBaseURL)
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let comparison: RevisionComparison
      let earlier: [EarlierFile]
      do throws(RevisionFault) {
        comparison = try RevisionComparison(
          since: since, root: settings.root, settings.git)
        earlier = try comparison.earlierFiles()
      } catch {
        throw Failure("--since \(since): \(error.sentence)")
      }
      let workspace = try Workspace(settings)
      let now = try workspace.judge()
      leaveToTheEnd(now)
      let before = try workspace.judge(earlier, comparison)
      leaveToTheEnd(before)
      let review = PullRequestReview(
        comparison, from: before, to: JudgedTree(now.register, now.judgement),
        asOf: settings.asOf)
      let base = try baseURL.map(SiteOptions.readBaseURL)
      try settings.console.write(text(of: review, under: base))
      if !settings.isQuiet {
        if before == nil {
          settings.console.say(
            "review    the policy could not be read at \(comparison.base.prefix(12)): "
              + "every finding counts as new")
        }
        if let silence = now.history.silence { settings.console.say(silence) }
      }
      return .success
    }
  }

  private func text(of review: PullRequestReview, under base: String?) -> [UInt8] {
    let document = review.document(program: Changebook.version)
    return switch format {
    case .json: PullRequestReview.document.json(review, .pretty)
    case .text: document.text(in: review.zone)
    case .markdown:
      document.markdown(in: review.zone) { target in
        base.flatMap { Self.route(of: target)?.address(under: $0) }
      }
    }
  }

  /// The pages that a comment leads to.
  private static func route(of target: LinkTarget) -> Route? {
    switch target {
    case .change(let id): .change(id)
    case .incident(let id): .incident(id)
    case .rule(let code): .rule(code)
    default: nil
    }
  }
}

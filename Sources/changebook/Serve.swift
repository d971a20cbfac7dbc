import ArgumentParser
import Configuration
import Foundation
import Preview
import Records
import Rules
import Site
import SourceText

/// `changebook serve`.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site in a browser, and build it again whenever something changes.",
    discussion: """
      Builds in memory and serves it on 127.0.0.1 alone, the same bytes as build writes; pages reload by \
      themselves, show the findings, and stay where the site cannot be built. An interrupt ends it.

      Exit status: 0 it was ended; 2 it could not begin, for example since the port is in use; 64 wrong usage.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The port to listen on; 0 takes any that is free. Default: 8000.", valueName: "n"))
  var port: UInt16 = 8000

  @Flag(name: .customLong("open"), help: "Open it in the browser.")
  var opens = false

  @Flag(
    help: "Look for changes again and again: where the system does not tell of them.")
  var poll = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be served, as with build.", valueName: "url"))
  var baseURL: String?

  func validate() throws { _ = try baseURL.map(SiteOptions.readBaseURL) }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      signal(SIGPIPE, SIG_IGN)
      // Before there is another thread: all of them leave these to the one that waits for them.
      let ends = InterruptSignals()
      let places = WatchedPlaces(
        root: settings.root, git: ContentRevision.folder(root: settings.root))
      let session: PreviewSession
      do {
        session = try PreviewSession(
          port: port, watch: watch(places, settings), build: try builder())
      } catch let fault as PreviewFault {
        throw Failure(fault.description)
      }
      try session.start { outcome in
        if case .failed(let words) = outcome { settings.console.say("changebook: \(words)") }
      }
      try settings.console.write("\(session.address)\n")
      if opens, !Browser.open(session.address, environment: ProcessInfo.processInfo.environment) {
        settings.console.say("changebook: no browser could be started; open \(session.address)")
      }
      ends.wait()
      session.stop()
      return .success
    }
  }

  private func watch(_ places: WatchedPlaces, _ settings: SiteSettings) -> any ChangeWatch {
    if poll { return PollingWatch(places) }
    if let watch = InotifyWatch(places) { return watch }
    settings.console.say(
      "changebook: the system has no room to watch so many folders; they are looked at again and again"
    )
    return PollingWatch(places)
  }

  /// Reads, judges and plans the site anew with each call; the clock too, where none is given.
  private func builder() throws -> @Sendable () -> PreviewOutcome {
    let baseURL = try baseURL.map(SiteOptions.readBaseURL)
    let site = site
    let known = KnownRecords()
    return {
      do {
        let settings = try site.resolve()
        var workspace = try Workspace(settings)
        workspace.known = known
        if let baseURL { workspace.configuration.baseURL = baseURL }
        let theme = try SiteTheme.load(root: settings.root)
        let edition = workspace.edition(of: try workspace.judge(theme: theme))
        let outputs = SiteOutputs(edition, with: theme, jobs: settings.jobs)
        return .built(
          PreviewBuild(findings: edition.judgement.shown) { outputs.content(at: $0) })
      } catch {
        return .failed("\(error)")
      }
    }
  }
}

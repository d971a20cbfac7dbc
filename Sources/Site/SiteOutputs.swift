import Chronology
import Configuration
import Records
import Reports
import Rules
import SourceText

/// Every file of one build of the site, each made when it is asked for: `build` asks for all of them, a
/// preview for those that somebody reads. Both get the same bytes, since each is made from the plan alone.
package struct SiteOutputs: Sendable {
  /// How many pages there are for people.
  package let pageCount: Int
  /// The status, the data files and the pages.
  let made: [PlannedPage]
  /// What the search looks in: files named by their content, so that nobody knows their names before.
  let search: Deferred<[OutputFile]>
  /// The theme's files, the sitemap, the feed and the list of pages.
  let others: Deferred<[OutputFile]>
  let pictures: [(picture: Picture, route: Route)]
  private let theme: SiteTheme
  private let register: Register
  private let places: [String: Source]

  /// Where the bytes of a path come from.
  private enum Source: Sendable {
    case page(Int)
    case twin(Int)
    case asset(Int)
    case picture(Int)
  }

  /// Plans everything; nothing is rendered yet.
  package init(_ edition: Edition, with theme: SiteTheme, jobs: Jobs) {
    let register = edition.register
    let plan = planSite(
      register: register, history: edition.history, judgement: edition.judgement,
      index: edition.index,
      figures: edition.figures, settings: register.settings, asOf: edition.asOf,
      revision: edition.revision, jobs: jobs)
    let data = planDataFiles(
      register, findings: edition.judgement.shown, figures: edition.figures, asOf: edition.asOf,
      history: edition.history, trail: plan.trail, restatements: { plan.reports.restatements },
      answers: plan.reports.answers
    ) { register.stage(of: $0, asOf: edition.asOf) }
    let status = PlannedPage(.data("status.js")) { _ in
      RenderedPage(content: plan.status.value.script())
    }
    made =
      [status]
      + data.map { file in
        PlannedPage(file.route) { _ in RenderedPage(content: file.render()) }
      } + plan.pages
    pageCount = plan.pages.count
    search = Deferred { plan.searchIndex() }
    others = Deferred {
      var others = theme.assets.files
      if let baseURL = register.settings.baseURL {
        others += sitemap(of: plan.pages.map(\.route), under: baseURL)
      }
      if let feed = plan.feed.value {
        others.append(OutputFile(path: Route.atom.path, content: feed.xml()))
      }
      others.append(
        runningFoot(
          title: register.settings.title, asOf: edition.asOf, zone: register.zone))
      others.append(pageList(of: plan.pages, titled: register.settings.title))
      return others
    }
    pictures = plan.pictures
    self.theme = theme
    self.register = register
    var places: [String: Source] = [:]
    places.reserveCapacity(2 * made.count)
    for (index, output) in made.enumerated() {
      places[output.route.outputPath] = .page(index)
      if output.route.hasTwin { places[output.route.twin.outputPath] = .twin(index) }
    }
    for (index, file) in theme.assets.files.enumerated() { places[file.path] = .asset(index) }
    for (index, picture) in plan.pictures.enumerated() {
      places[picture.route.outputPath] = .picture(index)
    }
    self.places = places
  }

  /// The bytes of a picture; nil where it is no longer what it was.
  func content(of picture: Picture) -> [UInt8]? { register.pictures?.content(of: picture) }

  /// The bytes of one file of the build, by its path below the output folder; nil for any other path, and
  /// for a picture that changed since.
  package func content(at path: String) -> [UInt8]? {
    switch places[path] {
    case .page(let index): return made[index].render(theme.templates).content
    case .twin(let index): return made[index].render(theme.templates).twin
    case .asset(let index): return theme.assets.files[index].content
    case .picture(let index): return content(of: pictures[index].picture)
    case nil: break
    }
    // Their names are known only when they are made, once a build.
    let found =
      others.value.first { $0.path == path }
      ?? (path.hasPrefix(Route.search.path) ? search.value.first { $0.path == path } : nil)
    return found?.content
  }
}

import Chronology
import Configuration
import Figures
import Findings
import Records
import Reports
import Rules
import SourceText
import Synchronization
import Theme

// Publishing:
//  1. pages are planned: addresses and models, nothing is rendered yet;
//  2. a folder beside the target is opened, under its lock;
//  3. pages, data and the theme's files are made on several threads and written as they come;
//  4. the folder takes the target's place in one step.

/// What a site is made with: its templates and the theme's other files.
package struct SiteTheme: Sendable {
  package let templates: TemplateLibrary
  package let assets: ThemeAssets

  /// Problems of the site's own templates and assets.
  package let problems: [ReadingProblem]

  /// The built-in theme, with the files of the site's own `templates` in place of its own.
  package static func load(root: String) throws -> SiteTheme {
    let builtIn = try Theme.folder()
    let own = OwnTheme(root: root)
    let templates = try TemplateLibrary.load(
      builtIn: builtIn, own: own.path, pages: SitePlan.templates,
      blocks: SitePlan.blocks)
    let assets = ThemeAssets.read(builtIn: builtIn, own: own.path)
    return SiteTheme(
      templates: templates, assets: assets,
      problems: own.problems + templates.problems + assets.problems)
  }
}

/// What was published.
package struct PublishedSite: Sendable {
  package let pages: Int
  package let files: PublishingSummary
}

/// Renders an edition and puts it in the target's place. The old site stays where anything fails.
package func publish(
  _ edition: Edition, with theme: SiteTheme, to target: String, jobs: Jobs
) throws -> PublishedSite {
  let register = edition.register
  let plan = planSite(
    register: register, history: edition.history, judgement: edition.judgement,
    index: edition.index,
    figures: edition.figures, settings: register.settings, asOf: edition.asOf,
    revision: edition.revision, jobs: jobs)
  let site = try StagedSite(target: target)
  // A failed write is kept by the staged site, and `finish` throws it.
  let isWriting = Atomic(true)
  @Sendable func write(_ path: String, _ content: [UInt8]) {
    if (try? site.write(path, content)) == nil { isWriting.store(false, ordering: .relaxed) }
  }
  // The search and the data files come first: they are few and large, and the pages fill the threads
  // up after them.
  let data = planDataFiles(
    register, findings: edition.judgement.shown, figures: edition.figures, asOf: edition.asOf,
    history: edition.history, trail: plan.trail, restatements: { plan.reports.restatements },
    answers: plan.reports.answers
  ) { register.stage(of: $0, asOf: edition.asOf) }
  let status = PlannedPage(.data("status.js")) { _ in
    RenderedPage(content: plan.status.value.script())
  }
  let outputs =
    [status]
    + data.map { file in
      PlannedPage(file.route) { _ in RenderedPage(content: file.render()) }
    } + plan.pages
  var work: [@Sendable () -> Void] = [
    { for file in plan.searchIndex() { write(file.path, file.content) } }
  ]
  work += outputs.map { output -> @Sendable () -> Void in
    {
      let page = output.render(theme.templates)
      write(output.route.outputPath, page.content)
      if let twin = page.twin { write(output.route.twin.outputPath, twin) }
    }
  }
  site.settling {
    _ = jobs.map(work) { if isWriting.load(ordering: .relaxed) { $0() } }
  }
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
  for file in others { write(file.path, file.content) }
  for (picture, route) in plan.pictures {
    guard let content = register.pictures?.content(of: picture) else {
      throw InputError(path: picture.path, reason: "the image changed while the site was built")
    }
    write(route.outputPath, content)
  }
  return PublishedSite(pages: plan.pages.count, files: try site.finish())
}

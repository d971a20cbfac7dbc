import Chronology
import Configuration
import Figures
import Findings
import Records
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
  package var problems: [ReadingProblem] { templates.problems + assets.problems }

  /// The built-in theme, with the files of the site's own `templates` in place of its own.
  package static func load(root: String) throws -> SiteTheme {
    let builtIn = try Theme.folder()
    let own = root + "/templates"
    return SiteTheme(
      templates: try TemplateLibrary.load(builtIn: builtIn, own: own, pages: SitePlan.templates),
      assets: ThemeAssets.read(builtIn: builtIn, own: own))
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
  let plan = planSite(
    register: edition.register, findings: edition.findings, figures: edition.figures,
    settings: edition.register.settings, asOf: edition.asOf, revision: edition.revision)
  let site = try StagedSite(target: target)
  // A failed write is kept by the staged site, and `finish` throws it.
  let isWriting = Atomic(true)
  func write(_ path: String, _ content: [UInt8]) {
    if (try? site.write(path, content)) == nil { isWriting.store(false, ordering: .relaxed) }
  }
  _ = jobs.map(plan.pages) { page in
    guard isWriting.load(ordering: .relaxed) else { return }
    write(page.route.outputPath, page.render(theme.templates))
  }
  _ = jobs.map(planData(edition, pages: plan.pages.map(\.route))) { file in
    guard isWriting.load(ordering: .relaxed) else { return }
    for output in file.make() { write(output.path, output.content) }
  }
  for asset in theme.assets.files { write(asset.path, asset.content) }
  return PublishedSite(pages: plan.pages.count, files: try site.finish())
}

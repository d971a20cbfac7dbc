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
  let outputs = SiteOutputs(edition, with: theme, jobs: jobs)
  let site = try StagedSite(target: target)
  // A failed write is kept by the staged site, and `finish` throws it.
  let isWriting = Atomic(true)
  @Sendable func write(_ path: String, _ content: [UInt8]) {
    if (try? site.write(path, content)) == nil { isWriting.store(false, ordering: .relaxed) }
  }
  // The search and the data files come first: they are few and large, and the pages fill the threads
  // up after them.
  var work: [@Sendable () -> Void] = [
    { for file in outputs.search.value { write(file.path, file.content) } }
  ]
  work += outputs.made.map { output -> @Sendable () -> Void in
    {
      let page = output.render(theme.templates)
      write(output.route.outputPath, page.content)
      if let twin = page.twin { write(output.route.twin.outputPath, twin) }
    }
  }
  site.settling {
    _ = jobs.map(work) { if isWriting.load(ordering: .relaxed) { $0() } }
  }
  for file in outputs.others.value { write(file.path, file.content) }
  for (picture, route) in outputs.pictures {
    guard let content = outputs.content(of: picture) else {
      throw InputError(path: picture.path, reason: "the image changed while the site was built")
    }
    write(route.outputPath, content)
  }
  return PublishedSite(pages: outputs.pageCount, files: try site.finish())
}

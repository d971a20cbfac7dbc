import Chronology
import SourceText

/// The files that a new site begins with.
package struct StarterSite: Sendable {
  package struct File: Sendable {
    /// From the root.
    package let path: String
    package let text: String
  }

  /// What checks proposals and publishes the site.
  package enum Automation: String, Sendable, CaseIterable { case github, gitlab, none }

  /// The day on which it begins, in UTC.
  package let day: CivilDay
  package let asOf: Instant
  package let automation: Automation

  package init(day: CivilDay, asOf: Instant, automation: Automation) {
    self.day = day
    self.asOf = asOf
    self.automation = automation
  }

  /// For a folder without a policy: one to edit, the lists of systems and people, one record, and what every
  /// site has.
  package var whole: [File] {
    [
      File(path: "content/policy/change-policy.md", text: StarterPolicy.text(from: day)),
      File(path: "content/systems.md", text: StarterLists.systems),
      File(path: "content/people.md", text: StarterLists.people),
      File(
        path: "content/changes/\(day.year)/CHG-\(day.year)-0001.md",
        text: StarterRecord.text(year: day.year, at: asOf)),
    ] + common
  }

  /// What is added to a policy that is there: settings, a page for contributors, and automation.
  package var common: [File] {
    let files = [
      File(path: "changebook.yml", text: StarterSettings.text),
      File(path: "README.md", text: StarterReadme.text),
      File(path: ".gitignore", text: StarterSettings.ignored),
    ]
    switch automation {
    case .github:
      return files + [
        File(path: ".github/workflows/changebook.yml", text: StarterAutomation.github)
      ]
    case .gitlab: return files + [File(path: ".gitlab-ci.yml", text: StarterAutomation.gitlab)]
    case .none: return files
    }
  }
}

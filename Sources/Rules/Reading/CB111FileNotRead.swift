import Findings
import SourceText

/// CB111: a file that decides is not read.
package enum FileNotRead: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 111, title: "a file that decides is not read", severity: .error,
    explanation: """
      What lies in content/policy, content/freezes, content/incidents or content/changes decides
      something, and only Markdown files whose names end in `.md`, in small letters, are read there.
      A freeze saved as `summit.yaml`, `summit.MD` or `summit.md.txt`, under a hidden name, in a
      folder `content/freeze`, or among the pages would hold nothing back, and nobody would see it.
      So every other file in these folders is an error, and so are folders that are named nearly
      like one of them and freezes and incidents outside theirs. While there is one that may be a
      policy, a freeze or an incident, the gate does not open. The same goes for what is named nearly
      like the lists `content/people.md` and `content/systems.md`, such as `People.md` or
      `systems.txt`, for holidays outside `content/holidays`, such as `content/holidays.ics`, and for
      `content/freezes.csv`, `content/policy.yaml` and their like.

      Pictures and recordings may lie anywhere: nobody writes a policy as one. A PDF, a sheet or an
      archive may, so it is passed over only beside the records of changes, or where its name begins
      with that of a Markdown file of the folder: `POL-CM-001-signed.pdf` goes with `POL-CM-001.md`.
      Archives and logs may lie beside incidents too. Hidden files without content, such as `.gitkeep`,
      those of git and its hosts and those that editors and file managers leave behind, such as
      `x.md~` and `.x.md.swp`, are of no concern anywhere. A `README.md` or `index.md` without front
      matter is a page about its folder, and so is a `template.md` whose days nobody filled in.

      The settings are `changebook.yml` in the root: a `changebook.yaml`, or one in another folder, is
      an error as well, and the gate does not open while it is there.
      """,
    wrong: """
      content/freezes/2026-summit.yaml
      content/Freezes/2026-audit.md
      """,
    right: """
      content/freezes/2026-summit.md
      content/freezes/2026-audit.md
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    let path = problem.place.file.path
    switch problem.kind {
    case .unreadFile(let folder, let intended):
      let isAttachmentTaken = folder == .changes
      return finding(
        "\(quoted(name(of: path))) is not read: in \(folder.path) only files ending in .md are",
        help: intended.map { "name it \(quoted($0))\(remark(on: path))" }
          ?? (isAttachmentTaken
            ? "name it as an attachment, such as .pdf or .log, or move it out of the folder"
            : "begin its name with that of the document it goes with, move it out of "
              + "\(folder.path), or write what it says as a Markdown file"),
        at: problem.place)
    case .strayFolder(let folder):
      return finding(
        "the folder \(quoted(name(of: path))) is not \(folder.path), so nothing in it counts there",
        help: "move its files to \(folder.path), or give it a name that is not so near",
        at: problem.place)
    case .straySettings:
      return finding(
        "\(quoted(path)) is not read: the settings are `changebook.yml` beside the folder `content`",
        help: "name it `changebook.yml` and put it there, or remove it", at: problem.place)
    case .strayRecord(let folder):
      let what = folder == .freezes ? "a freeze" : folder == .policy ? "a policy" : "an incident"
      return finding(
        "this declares \(what) and does not count: it is not in \(folder.path)",
        help: "move the file to \(folder.path), or leave the key out of a page", at: problem.place)
    case .strayList(let list):
      return finding(
        "\(quoted(name(of: path))) is not read: the list of \(list.rawValue) is \(list.page)",
        help: "put its table into \(list.page), or give it a name that is not so near",
        at: problem.place)
    case .strayHolidays:
      return finding(
        "\(quoted(name(of: path))) is not read: lists of holidays are files in content/holidays",
        help: "move it there, or give it a name that is not so near", at: problem.place)
    default: return nil
    }
  }

  private static func name(of path: String) -> String { path.parts(at: "/").last ?? path }

  /// YAML alone is no Markdown file yet.
  private static func remark(on path: String) -> String {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      ? ", its YAML between two lines of `---`" : ""
  }
}

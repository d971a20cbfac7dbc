import Markdown
import SourceText

/// The ordinary pages, each parsed once, and what those of lists of names say. No policy is needed for
/// it.
struct ListedPages: Sendable {
  let pages: [RecordSource]
  let systems: SystemDirectory
  let people: PeopleRows

  init(_ files: [SourceFile], roles: RoleNames = RoleNames()) {
    let pages = files.map(RecordSource.init(page:))
    func those(of list: NameList) -> [RecordSource] {
      pages.filter { $0.document.file.isPage(of: list) }
    }
    self.pages = pages
    systems = readSystemDirectory(pages: those(of: .systems))
    people = PeopleRows(those(of: .people), roles: roles)
  }
}

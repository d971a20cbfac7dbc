import Markdown
import PolicyReading
import SourceText

// What a list of names says. Everything on its pages is accounted for:
//  1. tables: their heads, rows and cells, and tables that nearly are such ones;
//  2. lines with pipes that stand in no table;
//  3. rows that a fence, a comment or HTML hides;
//  4. pages without any of these.
// Whatever of it is not read is a problem at its place: names could mean something else by it.

/// The rows of a list's pages, and what of the pages is not read.
struct ListReading {
  private(set) var tables: [ListedTable] = []
  private(set) var problems: [ReadingProblem] = []
  private(set) var documents: [MarkdownDocument] = []
  /// Those of them that have a table of the list.
  private(set) var documentsOfTables: [MarkdownDocument] = []

  init(_ pages: [RecordSource], as form: ListForm) {
    var silent: [SourceFile] = []
    for source in pages {
      documents.append(source.document)
      let page = ListPage(source.document, as: form)
      if page.tables.isEmpty, page.problems.isEmpty { silent.append(source.document.file) }
      if !page.tables.isEmpty { documentsOfTables.append(source.document) }
      tables += page.tables
      problems += page.problems
    }
    // A page of the folder may be about one of the names; the page of the list may not.
    guard
      let page = silent.first(where: { $0.path == form.list.page })
        ?? (tables.isEmpty && problems.isEmpty ? silent.first : nil)
    else { return }
    problems.append(
      ReadingProblem(
        .listUnread(
          form.list, what: "a page of \(form.name) without a table", text: "",
          accepted: "a table whose head is \(form.columns[form.keys.lowerBound].title), or another "
            + "place or name for the page"),
        at: Place(startOf: page)))
  }
}

extension SourceFile {
  /// Whether it belongs to a list: `content/systems.md`, or a page below `content/systems`.
  func isPage(of list: NameList) -> Bool { NameList(holding: path) == list }
}

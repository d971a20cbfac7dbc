import Configuration
import PolicyReading
import Records
import SourceText

/// The files that an answer rests on. Of all records no more than the one that is named is read, so
/// that the answer takes as long with a hundred thousand of them.
struct GateContent {
  let settings: Settings
  let tree: SourceTree
  /// What the documents of policies among the files say, which is read while the other files are.
  let policies: Ahead<[Policy]>?
  /// The record that the call names.
  let record: SourceFile?
  /// What is wrong with the record's text, such as characters that were replaced: a name in it may be
  /// another.
  let problemsOfRecord: [ReadingProblem]
  /// Everything that was read, in the order of their paths' bytes.
  let files: [SourceFile]

  /// Folders and files of `content/` that the calendar and the names rest on.
  private static let folders = [
    "content/policy", "content/freezes", "content/incidents", "content/systems", "content/people",
    "content/holidays",
  ]
  private static let pages = ["content/systems.md", "content/people.md"]

  init(root: String, record name: GateRecordName?, jobs: Jobs) throws {
    let reading = try readSourceFile(root: root, path: "changebook.yml")
    var settings = reading.file.map(readSettings) ?? Settings()
    settings.problems += reading.problems
    self.settings = settings
    var policies: Ahead<[Policy]>?
    let tree = try readSourceTree(root: root, folders: Self.folders, jobs: jobs) { begun in
      policies = Ahead(jobs) { [settings] in
        begun.files.map { readPolicy($0, settings: settings) }
      }
    }
    self.policies = policies
    let lists = try Self.pages.map { try readSourceFile(root: root, path: $0) }
    let named = try name.map { try $0.reading(root: root, ids: RecordIDForm(settings.idPatterns)) }
    record = named?.file
    if let name, let file = named?.file {
      try RecordTwins(of: file, named: name, ids: RecordIDForm(settings.idPatterns))
        .refuse(among: tree.declared)
    }
    problemsOfRecord = named?.problems ?? []
    self.tree = SourceTree(
      files: tree.files + lists.compactMap(\.file) + [record].compactMap(\.self),
      problems: tree.problems + lists.flatMap(\.problems), labelled: tree.labelled)
    files = SourceTree(files: self.tree.files + [reading.file].compactMap(\.self)).files
  }
}

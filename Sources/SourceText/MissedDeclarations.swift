/// What at the top of the content folder was most likely meant as freezes, incidents or a policy, and is no
/// Markdown: `content/freezes.csv`, `content/policy.yaml`.
enum MissedDeclarations {
  /// Nil for everything else.
  ///
  /// - Parameter names: everything in the folder. Beside the folder of incidents, a table of the same name is
  ///   an export of it; nobody exports freezes.
  static func folder(
    meantBy entry: Folder.Entry, among names: Set<String>, in folder: borrowing Folder
  ) -> DecidingFolder? {
    guard entry.kind == .file, let dot = entry.name.lastIndex(of: "."),
      endings.contains(entry.name[entry.name.index(after: dot)...].lowercased()),
      let meant = DecidingFolder(meantBy: String(entry.name[..<dot])), meant != .changes,
      !folder.holdsNothing(entry)
    else { return nil }
    let isExport = meant == .incidents && names.contains(meant.rawValue)
    return isExport ? nil : meant
  }

  private static let endings = NameList.tables.union([
    "yaml", "yml", "txt", "text", "ics", "xls", "xml",
  ])
}

/// What in the content folder was most likely meant as a list of holidays, and lies outside their folder:
/// `content/Holidays`, `content/holidays.ics`.
enum MissedHolidays {
  /// - Parameter names: everything in the folder. Beside the folder of holidays, a table of the same name
  ///   is an export of it.
  static func are(
    _ entry: Folder.Entry, among names: Set<String>, in folder: borrowing Folder
  ) -> Bool {
    let own = ContentListing.holidays[1]
    switch entry.kind {
    case .folder:
      return entry.name != own && isNearlyNamed(entry.name, own) && !folder.holdsNothing(entry)
    case .file:
      guard let dot = entry.name.lastIndex(of: "."), isNearlyNamed(String(entry.name[..<dot]), own)
      else { return false }
      let ending = entry.name[entry.name.index(after: dot)...].lowercased()
      if ending == "ics" { return true }
      if NameList.tables.contains(ending) { return !names.contains(own) }
      // A page may speak of holidays and list none.
      return DecidingFolder.intendedName(of: entry.name) != nil
        && ((try? folder.start(of: entry.name, count: lookedAt)) ?? []).contains {
          (0x30...0x39).contains($0)
        }
    case .link, .special: return false
    }
  }

  private static let lookedAt = 65_536
}

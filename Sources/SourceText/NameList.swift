/// A list of names that the content may hold: a page of that name, or a folder of pages. What names in
/// records and freezes mean depends on it, so that a list may not be passed over.
package enum NameList: String, CaseIterable, Sendable {
  case people, systems

  package var page: String { "content/\(rawValue).md" }
  package var folder: String { "content/\(rawValue)" }

  /// The one that a path belongs to: the page, the folder, or a page below it.
  package init?(holding path: String) {
    let list = Self.allCases.first { list in
      path == list.page || path == list.folder || path.utf8.starts(with: "\(list.folder)/".utf8)
    }
    guard let list else { return nil }
    self = list
  }

  /// The one that another name was most likely meant to be: in other capitals, in the other number,
  /// with other marks, or a letter away.
  init?(meantBy name: String) {
    guard let list = Self.allCases.first(where: { isNearlyNamed(name, $0.rawValue) }) else {
      return nil
    }
    self = list
  }

  /// The list that an entry of the content folder was most likely meant to be, and is not.
  ///
  /// - Parameter names: everything in the folder. Beside a list, a table of the same name in another
  ///   format is an export of it.
  static func missed(by entry: Folder.Entry, among names: Set<String>) -> NameList? {
    switch entry.kind {
    case .folder:
      return allCases.contains { $0.rawValue == entry.name } ? nil : NameList(meantBy: entry.name)
    case .file, .link, .special:
      guard !allCases.contains(where: { "\($0.rawValue).md" == entry.name }) else { return nil }
      if let intended = DecidingFolder.intendedName(of: entry.name) {
        return NameList(meantBy: String(intended.dropLast(3)))
      }
      guard let dot = entry.name.lastIndex(of: "."),
        tables.contains(entry.name[entry.name.index(after: dot)...].lowercased()),
        let list = NameList(meantBy: String(entry.name[..<dot])),
        !names.contains("\(list.rawValue).md"), !names.contains(list.rawValue)
      else { return nil }
      return list
    }
  }

  /// Endings of tables that are no Markdown.
  static let tables: Set<String> = ["csv", "tsv", "json", "toml", "xlsx", "ods"]
}

/// Whether a name is another word in other capitals, in the other number, with other marks, or a letter
/// away.
func isNearlyNamed(_ name: String, _ word: String) -> Bool {
  let folded = lettersAndDigits(name)
  return !folded.isEmpty
    && (singular(folded) == singular(word) || isWithinOneEdit(folded, word))
}

/// Small letters and digits only.
private func lettersAndDigits(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }))
}

private func singular(_ word: String) -> String {
  if word == "people" || word == "persons" { return "person" }
  if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
  return word.hasSuffix("s") ? String(word.dropLast()) : word
}

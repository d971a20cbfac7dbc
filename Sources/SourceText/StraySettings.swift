/// Files that somebody most likely meant as the settings. The settings are `changebook.yml` in the
/// root, to the letter: what another file says counts for nothing, and nobody would see it.
enum StraySettings {
  static let name = "changebook.yml"

  /// `changebook.yaml`, `Changebook.yml`, `.changebook.yml`, `changebook.yml.txt`, and in the folder of
  /// the content `changebook.yml` itself.
  static func isNearName(_ name: String) -> Bool {
    var parts = name.lowercased().split(separator: ".").map(String.init)
    guard parts.count > 1 else { return false }
    while parts.count > 2, let last = parts.last, copies.contains(last) { parts.removeLast() }
    guard let ending = parts.popLast(), endings.contains(ending) else { return false }
    let stem = parts.joined().filter { $0.isLetter || $0.isNumber }
    return stem == "changebook" || isWithinOneEdit(stem, "changebook")
  }

  private static let endings: Set = ["yml", "yaml"]
  private static let copies: Set = ["txt", "bak", "orig", "md"]

  /// Those in the root, and in its folders of settings.
  static func problems(below root: borrowing Folder) -> [ReadingProblem] {
    guard let entries = try? root.entries(withHidden: true) else { return [] }
    let inRoot = entries.filter { $0.kind != .folder && $0.name != name && isNearName($0.name) }
      .map(\.name)
    let inFolders = entries.filter { $0.kind == .folder && folders.contains($0.name) }
      .flatMap { folder -> [String] in
        let held = (try? root.folder([folder.name]).entries(withHidden: true)) ?? []
        return held.filter { $0.kind != .folder && isNearName($0.name) }
          .map { "\(folder.name)/\($0.name)" }
      }
    return (inRoot + inFolders).map { .refusal(of: $0, .straySettings) }
  }

  private static let folders: Set = [".changebook", ".config", "conf", "config"]
}

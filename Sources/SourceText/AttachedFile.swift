/// Files that may lie in a folder that decides without being read.
///
/// Nobody writes a policy or a freeze as a picture or a sound. A PDF, a sheet or an archive may be one:
/// beside the records of changes such files are what a change was tested or approved with, but in
/// the other folders, but for archives and logs of incidents, one is passed over only where it goes with a document that is read, and says
/// so by its name: `POL-CM-001.pdf` and `POL-CM-001-signed.pdf` go with `POL-CM-001.md`.
struct AttachedFile {
  private let name: String
  private let stem: String
  /// In small letters; nil for a name without one.
  private let ending: String?

  init(_ name: String) {
    self.name = name
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      stem = String(name[..<dot])
      ending = name[name.index(after: dot)...].lowercased()
    } else {
      stem = name
      ending = nil
    }
  }

  /// Whether it may lie in the folder beside files of those names.
  func isTaken(in folder: DecidingFolder, beside names: [String]) -> Bool {
    if FilesOfOthers.contains(name) { return true }
    guard let ending else { return false }
    if Self.pictures.contains(ending) { return true }
    if Self.outputs.contains(ending), folder == .incidents { return true }
    guard Self.documents.contains(ending) || Self.outputs.contains(ending) else { return false }
    return folder == .changes || names.contains(where: goesWith)
  }

  /// The other's name begins it, as a whole.
  private func goesWith(_ other: String) -> Bool {
    guard other.hasSuffix(".md"), other.utf8.count > 3 else { return false }
    let document = other.dropLast(3)
    guard stem.hasPrefix(document) else { return false }
    guard let next = stem.dropFirst(document.count).first else { return true }
    return !next.isLetter && !next.isNumber
  }

  /// Pictures, drawings and recordings.
  private static let pictures: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "heic", "ico",
    "drawio", "vsdx", "puml", "dot", "mp4", "webm", "mov", "mp3", "cast",
  ]

  /// What could not be taken for a record of ours, and may hold one all the same. What could hold a
  /// record as text, such as `txt`, `yaml` and `markdown`, is not among them.
  private static let documents: Set<String> = [
    // Documents and messages.
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "eml", "msg", "html", "csv", "tsv",
    "json", "asc", "sig",
  ]

  /// Nobody writes an incident as one of these: they are what was looked at for it.
  private static let outputs: Set<String> = [
    // Archives.
    "zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z",
    // Output of programs, and what programs are fed with.
    "log", "diff", "patch", "sql", "sh", "har", "pcap", "wasm", "sha256", "core", "prof",
  ]
}

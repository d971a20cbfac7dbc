import Documents
import Glibc
import SourceText

/// The templates of one folder: its `pages/*.mustache`, `blocks/*.mustache` and so on.
struct TemplateFolder: Sendable {
  /// By kind, then by name without the extension.
  var sources: [TemplateKind: [String: TemplateSource]] = [:]
  /// Files that were refused.
  var problems: [ReadingProblem] = []

  static let largestFile = 256 * 1024

  /// Reads what is there; a folder that is missing is empty.
  ///
  /// - Parameter shownAs: What messages call the folder.
  static func read(_ path: String, shownAs shown: String) -> TemplateFolder {
    var folder = TemplateFolder()
    for kind in TemplateKind.allCases { folder.sources[kind] = folder.readAll(path, kind, shown) }
    return folder
  }

  private mutating func readAll(
    _ path: String, _ kind: TemplateKind, _ shown: String
  ) -> [String: TemplateSource] {
    let number = retried { open("\(path)/\(kind.rawValue)", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { return [:] }
    let folder = Descriptor(number)
    var sources: [String: TemplateSource] = [:]
    let suffix = ".mustache"
    let names = (entries(of: folder) ?? []).map(\.name).filter { $0.hasSuffix(suffix) }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let file = "\(shown)/\(kind.rawValue)/\(name)"
      guard var bytes = folder.content(of: name, atMost: Self.largestFile) else {
        refuse("not a regular file of at most \(Self.largestFile / 1024) KB", file)
        continue
      }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        refuse("not UTF-8", file)
        continue
      }
      if !kind.keepsLastLineEnd, bytes.last == 0x0A { bytes.removeLast() }
      sources[String(name.dropLast(suffix.count))] =
        TemplateSource.read(SourceFile(path: file, bytes: bytes))
    }
    return sources
  }

  private mutating func refuse(_ message: String, _ path: String) {
    let place = Place(startOf: SourceFile(path: path, bytes: []))
    problems.append(ReadingProblem(.templateProblem(message: message, help: nil), at: place))
  }
}

extension Descriptor {
  /// The bytes of a regular file in this folder; nil where it is something else, is larger, or
  /// cannot be read.
  func content(of name: String, atMost limit: Int) -> [UInt8]? {
    guard let file = Descriptor.open(name, below: number, flags: O_RDONLY | O_NONBLOCK),
      let status = file.status, status.kind == S_IFREG, status.st_size <= limit
    else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 15)
    while bytes.count <= limit {
      let count = read(file.number, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { return nil }
    }
    return nil
  }
}

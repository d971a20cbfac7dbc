import Glibc

/// The paths that a build wrote, as the mark in its site lists them: the next build replaces these and
/// keeps what others have put beside them.
struct SiteManifest: Sendable {
  /// Nil in the mark of a site by version 0.1.0, which lists none.
  private let paths: Set<String>?

  /// Where there is no site.
  init() { paths = [] }

  /// What the mark of a site says; a site without one is taken for one of 0.1.0.
  init(of site: borrowing Descriptor) {
    guard
      let mark = Descriptor.open(
        OutputFolder.mark, below: site.number, flags: O_RDONLY | O_NONBLOCK),
      let text = mark.content(atMost: Self.largest)
    else {
      paths = nil
      return
    }
    paths = Self.paths(in: text)
  }

  /// Whether the site has a mark with a list: it was finished.
  var isComplete: Bool { paths != nil }

  /// Whether a build wrote the file, or would write it over.
  func owns(_ path: String) -> Bool {
    if path == OutputFolder.mark || path == OutputFolder.newMark { return true }
    if let paths { return paths.contains(path) }
    return Self.mayBeOurs(path)
  }

  // MARK: The mark

  /// More is no list of ours: half a million files.
  private static let largest = 64 << 20

  private static let heading = "Files:\n"

  /// The content of the mark in a site of these files, the same whatever their order.
  static func mark(listing paths: [String]) -> [UInt8] {
    var bytes = Array(OutputFolder.markText.utf8)
    bytes += heading.utf8
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes.appendLine(path)
    }
    return bytes
  }

  private static func paths(in mark: [UInt8]) -> Set<String>? {
    let start = Array((OutputFolder.markText + heading).utf8)
    guard mark.starts(with: start) else { return nil }
    let lines = mark[start.count...].split(separator: UInt8(ascii: "\n"))
    var paths = Set<String>(minimumCapacity: lines.count)
    for line in lines { paths.insert(text(of: line)) }
    return paths
  }

  /// A path as it was before `appendLine`.
  private static func text(of line: ArraySlice<UInt8>) -> String {
    guard line.contains(UInt8(ascii: "\\")) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      bytes.append(isEscaped && byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
      isEscaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Sites of 0.1.0

  /// What 0.1.0 wrote by itself has one of these endings, or lies among the theme's files.
  private static func mayBeOurs(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard !parts.contains(where: { $0.hasPrefix(".") }), let name = parts.last else { return false }
    if parts.first == "assets" { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return ["html", "csv", "json", "ics", "xml"].contains(name[name.index(after: dot)...])
  }
}

extension [UInt8] {
  /// One line of a mark: a line feed in the path is `\n`, a backslash two.
  fileprivate mutating func appendLine(_ path: String) {
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): self += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\\"): self += [byte, byte]
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\n"))
  }
}

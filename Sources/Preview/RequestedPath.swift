/// What a request asks for, by the path of a file of the build.
///
/// A target is decoded once. What has an escape that is none, a control character, a backslash or a slash that
/// was escaped, and what has an empty part, `.` or `..` in its path, is no path of a build.
struct RequestedPath: Sendable, Hashable {
  /// Without a slash at its start; a folder's ends with one, and that of the site itself is empty.
  let path: String
  /// Behind the question mark, as it was sent; nil where there is none.
  let query: String?

  init?(target: String) {
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = parts.count > 1 ? String(parts[1]) : nil
    guard let decoded = Self.decoded(parts[0].dropFirst().utf8) else { return nil }
    var names = decoded.split(separator: "/", omittingEmptySubsequences: false)
    if names.last?.isEmpty ?? false { names.removeLast() }
    guard names.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    path = decoded
  }

  /// The file that answers: of a folder its `index.html`.
  var file: String { path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path }

  private static func decoded(_ bytes: Substring.UTF8View) -> String? {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      var character = byte
      if byte == UInt8(ascii: "%") {
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        character = high << 4 | low
        if character == UInt8(ascii: "/") { return nil }
      }
      guard character >= 0x20, character != 0x7F, character != UInt8(ascii: "\\"),
        character != UInt8(ascii: "#")
      else { return nil }
      decoded.append(character)
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

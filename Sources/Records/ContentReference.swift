import Markdown
import SourceText

/// What a link of a content file means, before anybody knows the site's addresses.
package enum ContentReference: Sendable, Hashable {
  /// Another site, or a mail address.
  case outside
  /// A heading of the same file.
  case here(fragment: String)
  /// Another file, by its path below the site's root, and a heading of it.
  case file(path: String, fragment: String?)
  /// Not published at all, see `LinkDestination`.
  case refused

  /// Reads a destination as it stands in the file at a path: `../incidents/a.md#cause` in
  /// `content/changes/b.md` is `content/incidents/a.md`. A path that begins with `/` begins at the
  /// root. Percent signs are resolved, and a query says nothing about a file.
  package init(_ destination: String, from path: String) {
    guard let link = LinkDestination(destination) else {
      self = .refused
      return
    }
    switch link.kind {
    case .web, .mail: self = .outside
    case .fragment: self = .here(fragment: withoutPercents(link.text.utf8.dropFirst()))
    case .relative:
      let bytes = link.text.utf8
      let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
      let fragment = end < bytes.endIndex ? withoutPercents(bytes[end...].dropFirst()) : nil
      let file = bytes[..<end].prefix { $0 != UInt8(ascii: "?") }
      guard !file.isEmpty else {
        // `?a=b` alone is this file.
        self = .here(fragment: fragment ?? "")
        return
      }
      self = .file(path: Self.join(file, besides: path), fragment: fragment)
    }
  }

  /// A path that leads above the root stays at it.
  private static func join(_ relative: Substring.UTF8View, besides path: String) -> String {
    let isFromRoot = relative.first == UInt8(ascii: "/")
    var parts = isFromRoot ? [] : Array(path.parts(at: "/").dropLast())
    // A slash that is written with a percent sign parts as any other.
    for part in withoutPercents(relative).parts(at: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// `my page` of `my%20page`; percent signs that stand for nothing stay.
private func withoutPercents(_ text: Substring.UTF8View) -> String {
  guard text.contains(UInt8(ascii: "%")) else { return String(Substring(text)) }
  var bytes: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexDigit),
      let low = rest.dropFirst().first.flatMap(hexDigit)
    {
      bytes.append(high << 4 | low)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

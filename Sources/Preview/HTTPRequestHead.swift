/// The head of a request (RFC 9112): all that a preview needs, since nothing that it answers has a body.
struct HTTPRequestHead: Sendable {
  let method: String
  /// As it was sent: a path with its query.
  let target: String
  /// Whether the connection stays open behind the answer.
  let keepsOpen: Bool
  private let fields: [(name: String, value: String)]

  /// Bytes of a head; more is refused.
  static let longest = 16 << 10
  private static let mostFields = 100

  /// - Parameter bytes: Up to the empty line, with it or without. Throws `HTTPRefusal` where they are no head
  ///   of a request that is answered.
  init(_ bytes: some Collection<UInt8>) throws(HTTPRefusal) {
    // Lines end with a carriage return and a line feed: a lone one of the two means two things to two
    // readers.
    var lines = Self.lines(bytes)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    guard let first = lines.first, lines.count <= Self.mostFields + 1 else { throw .malformed }
    guard !bytes.contains(0), !lines.contains(where: { $0.contains(0x0D) || $0.contains(0x0A) })
    else { throw .malformed }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words[1].isEmpty else { throw .malformed }
    guard words.allSatisfy({ $0.allSatisfy { (0x21...0x7E).contains($0) } }) else {
      throw .malformed
    }
    method = Self.text(words[0])
    target = Self.text(words[1])
    let version = Self.text(words[2])
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .unknownVersion }
    var fields: [(name: String, value: String)] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else {
        throw .malformed
      }
      let name = line[..<colon]
      // A blank before the colon, or a line that goes on with the last one, is smuggling.
      guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .malformed }
      fields.append((Self.text(name).lowercased(), Self.trimmed(line[line.index(after: colon)...])))
    }
    self.fields = fields
    let connection = fields.filter { $0.name == "connection" }.map { $0.value.lowercased() }
    keepsOpen =
      version == "HTTP/1.1"
      ? !connection.contains { $0.contains("close") }
      : connection.contains { $0.contains("keep-alive") }
    let lengths = values("content-length")
    guard lengths.allSatisfy({ $0 == "0" }), values("transfer-encoding").isEmpty else {
      throw .hasBody
    }
    if version == "HTTP/1.1", values("host").count != 1 { throw .malformed }
  }

  /// The values of a field, each as it was sent; its name in small letters.
  func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  private static func lines(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, last == 0x0D {
        lines[lines.count - 1].removeLast()
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
      last = byte
    }
    return lines
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return text(bytes)
  }
}

/// Why a request gets no answer but its refusal; the connection is closed behind it.
enum HTTPRefusal: Error, Sendable, Hashable {
  case malformed
  case tooLong
  case hasBody
  case unknownVersion

  var response: HTTPResponse {
    let (status, words): (HTTPResponse.Status, String) =
      switch self {
      case .malformed: (.badRequest, "This is no request that can be read.")
      case .tooLong: (.headTooLarge, "The head of the request is too long.")
      case .hasBody: (.badRequest, "A preview takes no content.")
      case .unknownVersion: (.versionNotSupported, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
      }
    return .text(status, words)
  }
}

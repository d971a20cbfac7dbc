import Foundation

/// Asks a server on this computer, byte by byte as a test wants.
package struct LoopbackClient: Sendable {
  package let port: UInt16

  package init(port: UInt16) { self.port = port }

  package struct Answer: Sendable {
    package let status: Int
    package let fields: [String: String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  package struct NoAnswer: Error {}

  package func get(
    _ target: String, method: String = "GET", host: String? = nil, fields: [String] = []
  ) throws -> Answer {
    let head = ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")"] + fields
    return try send((head + ["Connection: close", "", ""]).joined(separator: "\r\n"))
  }

  /// Sends bytes and reads until the server closes.
  package func send(_ text: String) throws -> Answer {
    let bytes = try exchange(Array(text.utf8))
    let end = Array("\r\n\r\n".utf8)
    guard
      let split = bytes.indices.first(where: {
        $0 + 4 <= bytes.count && bytes[$0..<$0 + 4].elementsEqual(end)
      })
    else { throw NoAnswer() }
    let lines = String(decoding: bytes[..<split], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { throw NoAnswer() }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    return Answer(status: status, fields: fields, body: Array(bytes[(split + 4)...]))
  }

  package func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var patience = timeval(tv_sec: 40, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) }
    }
    guard status == 0 else { throw NoAnswer() }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    var received: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return received }
      received += piece[..<count]
    }
  }
}

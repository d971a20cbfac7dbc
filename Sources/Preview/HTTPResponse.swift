/// An answer of the preview: whole, since every file of a build is in memory.
struct HTTPResponse: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case movedPermanently = 301
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case headTooLarge = 431
    case unavailable = 503
    case versionNotSupported = 505

    var words: String {
      switch self {
      case .ok: "OK"
      case .movedPermanently: "Moved Permanently"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .headTooLarge: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      case .versionNotSupported: "HTTP Version Not Supported"
      }
    }
  }

  let status: Status
  let type: String
  let body: [UInt8]
  var fields: [(name: String, value: String)] = []

  static func text(_ status: Status, _ words: String) -> HTTPResponse {
    HTTPResponse(
      status: status, type: "text/plain; charset=utf-8", body: Array((words + "\n").utf8))
  }

  /// Of a file of the site, by the ending of its name.
  static func file(_ path: String, _ body: [UInt8], status: Status = .ok) -> HTTPResponse {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return HTTPResponse(
      status: status, type: types[ending] ?? "application/octet-stream", body: body)
  }

  /// As it is sent.
  ///
  /// - Parameters:
  ///   - hasBody: False for the answer to HEAD, whose length is that of the body all the same.
  ///   - keepsOpen: Whether another request may follow.
  func bytes(hasBody: Bool, keepsOpen: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.words)\r\n"
    let common: [(name: String, value: String)] = [
      ("Content-Type", type), ("Content-Length", "\(body.count)"),
      // What is served changes at every moment.
      ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"),
      // Pages of other origins get none of it, neither as a picture nor as a script.
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("X-Frame-Options", "SAMEORIGIN"), ("Referrer-Policy", "no-referrer"),
      ("Connection", keepsOpen ? "keep-alive" : "close"),
    ]
    for field in common + fields { head += "\(field.name): \(field.value)\r\n" }
    return Array((head + "\r\n").utf8) + (hasBody ? body : [])
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "xml": "application/xml", "atom": "application/atom+xml", "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2",
  ]
}

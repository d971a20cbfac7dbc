/// What the preview answers: files of the build that is served, its script, and nothing else.
struct PreviewAnswers: Sendable {
  let state: PreviewState
  let origin: SameOrigin

  /// How long a page that asks for news waits at most, in seconds.
  static let patience = 20

  func answer(to request: HTTPRequestHead) -> HTTPResponse {
    if let fault = origin.fault(of: request) { return .text(.forbidden, fault) }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = HTTPResponse.text(.methodNotAllowed, "A preview is read: GET and HEAD.")
      response.fields.append(("Allow", "GET, HEAD"))
      return response
    }
    guard let asked = RequestedPath(target: request.target) else { return notFound() }
    switch asked.path {
    case ReloadScript.path:
      return .file(asked.path, Array(ReloadScript.text.utf8))
    case ReloadScript.statePath:
      let seen = asked.query.flatMap { Int($0) } ?? -1
      let snapshot =
        request.method == "HEAD"
        ? state.snapshot : state.next(after: seen, seconds: Self.patience)
      return .file(
        asked.path, Array("changebookPreview(".utf8) + snapshot.json.dropLast() + Array(");\n".utf8)
      )
    default: return file(asked)
    }
  }

  private func file(_ asked: RequestedPath) -> HTTPResponse {
    let snapshot = state.snapshot
    guard let build = snapshot.build else {
      return HTTPResponse(
        status: .unavailable, type: "text/html; charset=utf-8",
        body: ReloadScript.pageWithoutBuild(generation: snapshot.generation))
    }
    if let content = build.content(asked.file) {
      return .file(asked.file, page(asked.file, content, snapshot))
    }
    // A folder without its slash: links on its page would lead astray.
    if !asked.path.isEmpty, !asked.path.hasSuffix("/"),
      build.content(asked.path + "/index.html") != nil
    {
      var response = HTTPResponse.text(.movedPermanently, "It is a folder.")
      let name = asked.path.split(separator: "/").last ?? ""
      response.fields.append(("Location", "\(Self.encoded(name))/"))
      return response
    }
    return notFound(build, snapshot)
  }

  private func notFound() -> HTTPResponse {
    let snapshot = state.snapshot
    guard let build = snapshot.build else { return .text(.notFound, "There is no such page.") }
    return notFound(build, snapshot)
  }

  private func notFound(_ build: PreviewBuild, _ snapshot: PreviewState.Snapshot) -> HTTPResponse {
    guard let content = build.content("404.html") else {
      return .text(.notFound, "There is no such page.")
    }
    return .file("404.html", page("404.html", content, snapshot), status: .notFound)
  }

  private func page(
    _ path: String, _ content: [UInt8], _ snapshot: PreviewState.Snapshot
  ) -> [UInt8] {
    path.hasSuffix(".html")
      ? ReloadScript.inserted(into: content, build: snapshot.buildNumber) : content
  }

  private static func encoded(_ name: Substring) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(Character(Unicode.Scalar(byte)))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}

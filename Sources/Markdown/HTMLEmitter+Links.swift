import SourceText

extension HTMLEmitter {
  /// An address that may be written, or why there is none.
  private enum Resolved {
    case address(LinkDestination)
    case dead
    /// Not allowed, or empty.
    case none
  }

  mutating func enterLink(_ index: Int, _ destination: Int32, _ title: Int32) {
    guard openLinks == 0 else { return push(index, .nothing) }
    switch resolve(destination, at: index) {
    case .address(let destination):
      writer.open(
        "a",
        [
          "href": destination.address, "title": string(title),
          "rel": destination.kind == .web ? "external noopener noreferrer" : nil,
        ])
      openLinks += 1
      push(index, .link)
    case .dead:
      writer.open("span", class: "dead-link")
      push(index, .inline("span"))
    case .none: push(index, .nothing)
    }
  }

  /// An image from elsewhere is not loaded: it becomes a link to it.
  mutating func writeImage(_ index: Int, _ destination: Int32, _ title: Int32) {
    let words = document.plainText(of: index)
    guard let written = string(destination) else { return writer.text(words) }
    guard let allowed = LinkDestination(written) else {
      report(.unsafeLink(written), at: index)
      return writer.text(words)
    }
    switch allowed.kind {
    case .relative:
      guard case .shown(let address, let size) = options.picture(written),
        let picture = address == written ? allowed : LinkDestination(address),
        picture.kind == .relative
      else { return writer.text(words) }
      writer.open(
        "img",
        [
          "src": picture.address, "alt": words, "title": string(title),
          "width": size.map { String($0.width) }, "height": size.map { String($0.height) },
          "loading": "lazy",
        ])
    case .web where openLinks == 0:
      guard case .address(let destination) = resolve(destination, at: index) else {
        return writer.text(words)
      }
      writer.element(
        "a",
        [
          "href": destination.address, "title": string(title),
          "rel": "external noopener noreferrer",
        ], words.isEmpty ? destination.text : words)
    case .web: writer.text(words)
    case .mail, .fragment:
      report(.unsafeLink(allowed.text), at: index)
      writer.text(words)
    }
  }

  private mutating func resolve(_ destination: Int32, at index: Int) -> Resolved {
    // A link without a destination is text.
    guard let written = string(destination) else { return .none }
    guard let allowed = LinkDestination(written) else {
      report(.unsafeLink(written), at: index)
      return .none
    }
    switch options.resolve(written) {
    case .keep(let address):
      if address == written { return .address(allowed) }
      if let address = LinkDestination(address) { return .address(address) }
    case .dead(let suggestion):
      report(.deadLink(written, suggestion: suggestion), at: index)
      return .dead
    case .unsafe: break
    }
    report(.unsafeLink(written), at: index)
    return .none
  }

  private func string(_ index: Int32) -> String? {
    index < 0 ? nil : document.strings[Int(index)]
  }

  private mutating func report(_ kind: ReadingProblem.Kind, at index: Int) {
    problems.append(ReadingProblem(kind, at: document.place(of: index)))
  }
}

/// What holds for every page of every site, whatever it shows.
package enum PageInvariants {
  /// The faults of a whole site, `path: what is wrong`, in the order of the paths.
  package static func faults(in site: [String: [UInt8]]) -> [String] {
    let pages = site.keys.filter { $0.hasSuffix(".html") }.sorted()
    let tags = Dictionary(
      uniqueKeysWithValues: pages.map { ($0, MarkupScanner.tags(of: site[$0] ?? [])) })
    let ids = tags.mapValues { Set($0.compactMap { $0["id"] }) }
    return pages.flatMap { path -> [String] in
      let found = tags[path] ?? []
      return
        (structure(found) + policy(found) + headings(found)
        + links(found, from: path, files: Set(site.keys), ids: ids))
        .map { "\(path): \($0)" }
    }
  }

  /// Tags balance, ids are unique, the page has a language and a title.
  private static func structure(_ tags: [MarkupTag]) -> [String] {
    var faults: [String] = []
    var open: [MarkupTag] = []
    var ids: Set<String> = []
    for tag in tags {
      switch tag.form {
      case .opening: open.append(tag)
      case .closing:
        if let last = open.popLast(), last.name != tag.name {
          faults.append("<\(last.name)> at byte \(last.offset) is closed by </\(tag.name)>")
        } else if open.isEmpty, tag.name != "html" {
          faults.append("</\(tag.name)> at byte \(tag.offset) closes nothing")
        }
      case .void: break
      }
      if let id = tag["id"], tag.form != .closing, !ids.insert(id).inserted {
        faults.append("the id \(id) occurs twice")
      }
    }
    faults += open.map { "<\($0.name)> at byte \($0.offset) is not closed" }
    if tags.first?.name != "html" || (tags.first?["lang"] ?? "").isEmpty {
      faults.append("no <html lang>")
    }
    if !tags.contains(where: { $0.name == "title" }) { faults.append("no <title>") }
    return faults
  }

  /// The content security policy stands in the page, and nothing needs what it forbids.
  private static func policy(_ tags: [MarkupTag]) -> [String] {
    var faults: [String] = []
    let csp = tags.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"] ?? ""
    for part in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
    where !csp.contains(part) {
      faults.append("the content security policy lacks \(part)")
    }
    if csp.contains("unsafe") { faults.append("the content security policy allows \(csp)") }
    for tag in tags where tag.form != .closing {
      if tag.name == "style" || (tag.name == "script" && (tag["src"] ?? "").isEmpty) {
        faults.append("an inline <\(tag.name)> at byte \(tag.offset)")
      }
      for attribute in tag.attributes
      where attribute.name == "style" || attribute.name.hasPrefix("on") {
        faults.append("an inline \(attribute.name) at byte \(tag.offset)")
      }
      for attribute in tag.attributes where ["href", "src"].contains(attribute.name) {
        let value = attribute.value.lowercased().filter { !$0.isWhitespace }
        if ["javascript:", "data:", "vbscript:"].contains(where: value.hasPrefix) {
          faults.append("a link to \(attribute.value)")
        }
      }
    }
    return faults
  }

  /// One main heading, and none that skips a level on the way down.
  private static func headings(_ tags: [MarkupTag]) -> [String] {
    var faults: [String] = []
    var last = 0
    var mains = 0
    for tag in tags where tag.form == .opening {
      guard tag.name.utf8.count == 2, tag.name.hasPrefix("h"), let level = Int(tag.name.dropFirst())
      else { continue }
      if level == 1 { mains += 1 }
      if level > last + 1 { faults.append("<h\(level)> follows <h\(last)>") }
      last = level
    }
    if mains != 1 { faults.append("\(mains) main headings") }
    return faults
  }

  /// Every link inside the site leads to a file and, where it names one, to an id in it.
  private static func links(
    _ tags: [MarkupTag], from path: String, files: Set<String>, ids: [String: Set<String>]
  ) -> [String] {
    tags.flatMap(\.attributes).compactMap { name, value in
      guard name == "href" || name == "src", !value.hasPrefix("http:"), !value.hasPrefix("https:"),
        !value.hasPrefix("mailto:")
      else { return nil }
      let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let address = parts[0].split(separator: "?", omittingEmptySubsequences: false).first ?? ""
      guard let target = resolve(String(address), from: path), files.contains(target) else {
        return "the link \(value) leads to no file"
      }
      if parts.count == 2, let fragment = decode(parts[1]), target.hasSuffix(".html"),
        ids[target]?.contains(fragment) != true
      {
        return "the link \(value) leads to no id"
      }
      return nil
    }
  }

  /// The file that a relative address means on a page; nil where it leaves the site.
  private static func resolve(_ address: String, from page: String) -> String? {
    if address.isEmpty { return page }
    guard !address.hasPrefix("/") else { return nil }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..":
        guard parts.popLast() != nil else { return nil }
      case ".": break
      default:
        guard let name = decode(part) else { return nil }
        parts.append(name)
      }
    }
    return parts.joined(separator: "/")
  }

  private static func decode(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// The address under which a site is served, as settings and the command line give it.
package enum SiteAddress {
  /// What a wrong one should have been.
  package static let expected = "an address such as https://changes.example.org/book"

  /// An http address without query and fragment, its closing slash removed; nil for what is none.
  package static func read(_ text: String) -> String? {
    guard
      let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !forbidden.contains($0) })
    else { return nil }
    var address = text[...]
    while address.last == "/" { address.removeLast() }
    let host = address.dropFirst(scheme.count).prefix { $0 != "/" }
    return address.utf8.count > scheme.utf8.count && !host.isEmpty ? String(address) : nil
  }

  private static let forbidden = Set("?#\"<>\\^`{|}@".utf8)
}

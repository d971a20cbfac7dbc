/// Whether a request comes from the preview's own pages, or from somebody who follows an address.
///
/// Any page on the web can make a browser ask a server on its reader's computer, by a name that leads there
/// (DNS rebinding) or as a script or a picture. The records of a site are none of its business.
struct SameOrigin: Sendable {
  private let hosts: Set<String>

  init(port: UInt16) {
    let names = ["127.0.0.1", "localhost"]
    hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  /// Why a request is not answered, in a sentence; nil where it is.
  func fault(of request: HTTPRequestHead) -> String? {
    let host = request.values("host")
    guard host.count == 1, hosts.contains(host[0].lowercased()) else {
      return "This preview answers to 127.0.0.1 and localhost alone."
    }
    let origins = request.values("origin")
    guard origins.allSatisfy({ hosts.contains(Self.host(ofOrigin: $0.lowercased())) }) else {
      return "This preview answers to its own pages alone."
    }
    // Whoever follows a link from elsewhere may read the page that it leads to.
    let isFollowed =
      request.values("sec-fetch-mode") == ["navigate"]
      && request.values("sec-fetch-dest") == ["document"]
    let sites = request.values("sec-fetch-site")
    guard isFollowed || sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) else {
      return "This preview answers to its own pages alone."
    }
    return nil
  }

  private static func host(ofOrigin origin: String) -> String {
    origin.hasPrefix("http://") ? String(origin.dropFirst(7)) : ""
  }
}

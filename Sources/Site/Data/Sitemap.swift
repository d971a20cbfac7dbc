import Markdown

/// The sitemap of a site that is served at a known address (sitemaps.org, protocol 0.9).
///
/// - Parameter routes: All of the site; what is no page, and the page for what is not there, are
///   left out.
/// - Returns: `sitemap.xml`, which names further files where the pages are more than one may hold.
package func sitemap(of routes: [Route], under baseURL: String) -> [OutputFile] {
  let pages = routes.filter { $0.isPage && $0 != .notFound }.map(\.path)
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  let addresses = pages.map { Route(path: $0).address(under: baseURL) }
  guard addresses.count > largestSitemap else {
    return [sitemapFile("sitemap.xml", "urlset", "url", addresses)]
  }
  var files: [OutputFile] = []
  var parts: [String] = []
  for start in stride(from: 0, to: addresses.count, by: largestSitemap) {
    let part = Route(path: "sitemap-\(files.count + 1).xml")
    let end = min(start + largestSitemap, addresses.count)
    files.append(sitemapFile(part.path, "urlset", "url", Array(addresses[start..<end])))
    parts.append(part.address(under: baseURL))
  }
  return [sitemapFile("sitemap.xml", "sitemapindex", "sitemap", parts)] + files
}

/// The protocol's own limit.
private let largestSitemap = 50_000

private func sitemapFile(
  _ path: String, _ root: String, _ entry: String, _ addresses: [String]
) -> OutputFile {
  var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  bytes += "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
  for address in addresses {
    // The escapes of HTML are those of XML.
    bytes += "<\(entry)><loc>".utf8
    var escaped = HTMLWriter()
    escaped.text(address)
    bytes += escaped.finish().bytes
    bytes += "</loc></\(entry)>\n".utf8
  }
  bytes += "</\(root)>\n".utf8
  return OutputFile(path: path, content: bytes)
}

import SourceText

/// Whether a drawing could do something where somebody opens its file by itself, outside of a page and
/// of its content security policy: a drawing may hold scripts and pages.
enum ActiveDrawing {
  /// What it holds that could; nil for a drawing that only draws.
  static func reason(_ bytes: [UInt8]) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return "text that is not UTF-8" }
    var tags = DrawingTags(bytes)
    while let tag = tags.next() {
      let parts = tag.name.parts(at: ":")
      let name = parts.last ?? ""
      // Another name space than that of drawings means nothing to a browser, unless it is one of
      // those below.
      if parts.count > 1 ? active.contains(name.lowercased()) : !drawing.contains(name) {
        return "<\(tag.name.prefix(30))>"
      }
      for (attribute, value) in tag.attributes {
        if let reason = reason(attribute, value) { return reason }
      }
    }
    return tags.fault
  }

  private static func reason(_ attribute: String, _ value: String) -> String? {
    let parts = attribute.parts(at: ":")
    let name = (parts.last ?? "").lowercased()
    if name.hasPrefix("on") { return String(attribute.prefix(30)) }
    if name == "base", parts.first == "xml" { return "xml:base" }
    if attribute == "xmlns" || parts.first == "xmlns" {
      // The name spaces of pages and of drawings under another name, however they are spelt.
      let isOwn = attribute == "xmlns" && value == svg || attribute == "xmlns:svg" && value == svg
      let isForeign = ["xhtml", "mathml", "svg", "&", "xml-events"].contains {
        value.lowercased().contains($0)
      }
      return isOwn || !isForeign ? nil : String(attribute.prefix(30))
    }
    if name == "href" || name == "src" {
      let isInside =
        value.hasPrefix("#") || inlined.contains { value.hasPrefix("data:image/\($0);base64,") }
      return isInside ? nil : "a link"
    }
    return nil
  }

  private static let svg = "http://www.w3.org/2000/svg"
  private static let inlined = ["png", "jpeg", "gif", "webp"]

  /// Elements that draw, or say something about what is drawn.
  private static let drawing: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style", "path",
    "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
    "image", "marker", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask",
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence", "view",
  ]

  /// Elements that could do something, in any name space.
  private static let active: Set<String> = [
    "script", "foreignobject", "animate", "animatemotion", "animatetransform", "set", "discard",
    "handler", "listener", "a", "iframe", "object", "embed", "audio", "video", "canvas", "html",
    "body", "form", "meta", "base", "link",
  ]
}

import Mustache
import SourceText

extension TemplateSource {
  /// The template for the engine, which reads exactly the tags that were checked. Without problems
  /// it is never nil, unless the engine reads the file in another way after all.
  ///
  /// A partial alone on its line is not indented as the line is: the spaces would show in
  /// preformatted text.
  func compile() -> MustacheTemplate? {
    MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
    return try? MustacheTemplate(string: mustache)
  }

  private var mustache: String {
    var bytes = Array("{{% CONTENT_TYPE: \(PageEscaping.name)}}\n".utf8)
    var end = 0
    for tag in tags {
      var before = file.bytes[end..<tag.range.indices.lowerBound]
      end = tag.range.indices.upperBound
      if tag.kind == .partial, standsAlone(tag) {
        while before.last == 0x20 || before.last == 0x09 { before.removeLast() }
      }
      bytes += before
      bytes += written(tag).utf8
    }
    bytes += file.bytes[end...]
    return String(decoding: bytes, as: UTF8.self)
  }

  private func written(_ tag: TemplateTag) -> String {
    switch tag.kind {
    case .text: "{{\(tag.name)}}"
    case .raw: "{{{\(tag.name)}}}"
    case .section(let isInverted, _): isInverted ? "{{^\(tag.name)}}" : "{{#\(tag.name)}}"
    case .close: "{{/\(tag.name)}}"
    case .partial: "{{>\(tag.name)}}"
    case .comment: "{{!}}"
    }
  }

  /// Whether nothing but spaces shares the tag's line.
  private func standsAlone(_ tag: TemplateTag) -> Bool {
    let bytes = file.bytes
    var start = tag.range.indices.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = tag.range.indices.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return (start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D)
      && (end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D)
  }
}

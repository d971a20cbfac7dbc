/// What a template makes; the name of the folder that it lies in.
enum TemplateKind: String, CaseIterable {
  case pages, blocks, inline, partials

  /// As messages call one.
  var noun: String {
    switch self {
    case .pages: "page"
    case .blocks: "block"
    case .inline: "piece of text"
    case .partials: "partial"
    }
  }

  /// Blocks and pieces of text stand inside a line, so that the last line end of their file is none of
  /// theirs.
  var keepsLastLineEnd: Bool { self == .pages || self == .partials }
}

import Markdown
import Mustache
import Synchronization

/// What a template makes of all pages that have the same of their fields: its own text, and between
/// it the places where a page's values stand.
///
/// The engine looks up every name, asks for the type of every value and copies every text: an eighth
/// of a build, although the pages of ten thousand records come out of it in a few dozen outlines.
struct PageOutline: Sendable {
  private enum Piece: Sendable {
    case literal(ArraySlice<UInt8>)
    /// An index of `PageValues.shown`.
    case value(Int)
  }

  private var pieces: [Piece] = []
  private var size = 0

  /// The outline of the pages with the presence that `model` has.
  init(of model: some PageModel, _ template: MustacheTemplate, partials: MustacheLibrary) {
    var marked = MarkedModel.Count()
    let page = template.render(MarkedModel(model, &marked), library: partials)
    cut(Array(page.utf8), marks: marked.values)
  }

  private mutating func cut(_ page: [UInt8], marks: Int) {
    var start = 0
    var index = 0
    while index < page.count {
      guard let mark = Mark(in: page, at: index), mark.value < marks else {
        index += 1
        continue
      }
      pieces += [.literal(page[start..<index]), .value(mark.value)]
      size += index - start
      index = mark.end
      start = index
    }
    pieces.append(.literal(page[start...]))
    size += page.count - start
  }

  /// The page of a model with these values.
  func page(of values: [PageValues.Shown]) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(values.reduce(size + 256) { $0 + $1.size })
    for piece in pieces {
      switch piece {
      case .literal(let bytes): page += bytes
      case .value(let index):
        switch values[index] {
        case .text(let text): page.appendEscaped(text)
        case .markup(let html): page += html.bytes
        }
      }
    }
    return page
  }
}

extension PageValues.Shown {
  fileprivate var size: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .markup(let html): html.bytes.count
    }
  }
}

/// The outlines of one template's pages, each made when the first page needs it.
final class PageOutlines: Sendable {
  private let template: MustacheTemplate
  private let partials: MustacheLibrary
  private let known = Mutex<[[UInt8]: PageOutline]>([:])

  init(_ template: MustacheTemplate, partials: MustacheLibrary) {
    self.template = template
    self.partials = partials
  }

  func page(of model: some PageModel) -> [UInt8] {
    let values = PageValues(model)
    let outline: PageOutline? = known.withLock { known in
      guard !values.hasLongList else { return nil }
      if let outline = known[values.presence] { return outline }
      guard known.count < Self.mostOutlines else { return nil }
      let outline = PageOutline(of: model, template, partials: partials)
      known[values.presence] = outline
      return outline
    }
    guard let outline else { return Array(template.render(model, library: partials).utf8) }
    return outline.page(of: values.shown)
  }

  /// Beyond it pages are too little alike for their outlines to be worth keeping.
  private static let mostOutlines = 256
}

/// Stands for a value while the outline is made: its number between two characters of private
/// use. A template that holds them itself can at most show a value of its page at another place.
private struct Mark {
  let value: Int
  /// The index after it.
  let end: Int

  static func text(of value: Int) -> String { "\u{E000}\(value)\u{E001}" }

  /// Nil where none begins.
  init?(in bytes: [UInt8], at start: Int) {
    guard bytes[start] == 0xEE, bytes[start...].starts(with: "\u{E000}".utf8) else { return nil }
    let digits = bytes[(start + 3)...].prefix { (0x30...0x39).contains($0) }
    guard let value = Int(String(decoding: digits, as: UTF8.self)),
      bytes[digits.endIndex...].starts(with: "\u{E001}".utf8)
    else { return nil }
    self.value = value
    end = digits.endIndex + 3
  }
}

/// A model with marks in place of its texts and markup.
private struct MarkedModel: MustacheParent {
  /// How many values have their marks.
  struct Count { var values = 0 }

  private var children: [String: any Sendable] = [:]

  /// In the order of `PageValues`.
  init<Model: PageModel>(_ model: Model, _ count: inout Count) {
    for field in Model.fields.all {
      children[field.name] = Self.child(field.get(model), &count)
    }
  }

  private static func child(_ value: FieldValue, _ count: inout Count) -> any Sendable {
    switch value {
    case .flag(let isSet): return isSet
    case .model(let inner?): return MarkedModel(inner, &count)
    case .list(let models) where value.isThere:
      return models.map { MarkedModel($0, &count) }
    case .text where value.isThere, .markup where value.isThere:
      defer { count.values += 1 }
      return PageText(Mark.text(of: count.values))
    case .text, .markup, .model, .list: return PageText.none
    }
  }

  func child(named name: String) -> Any? { children[name] }
}

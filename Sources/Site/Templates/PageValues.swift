import Markdown

/// What a page's model holds, apart from which of it is there at all.
struct PageValues {
  /// The texts and markup that are there, models inside the model included, in the order of fields.
  private(set) var shown: [Shown] = []
  /// One byte a field, models inside included: what there is, and of a list how much, not what it
  /// says. Pages of one template with the same presence differ in nothing but the values that they
  /// show.
  private(set) var presence: [UInt8] = []
  /// A list is so long that hardly another page has one of its length.
  private(set) var hasLongList = false

  enum Shown {
    case text(String)
    case markup(HTML)
  }

  init(_ model: some PageModel) {
    shown.reserveCapacity(24)
    presence.reserveCapacity(32)
    add(fieldsOf: model)
  }

  private mutating func add<Model: PageModel>(fieldsOf model: Model) {
    for field in Model.fields.all { field.add(model, &self) }
  }

  mutating func add(_ text: String) {
    add(!text.utf8.isEmpty)
    if !text.utf8.isEmpty { shown.append(.text(text)) }
  }

  mutating func add(_ html: HTML) {
    add(!html.isEmpty)
    if !html.isEmpty { shown.append(.markup(html)) }
  }

  mutating func add(_ isThere: Bool) { presence.append(isThere ? 1 : 0) }

  mutating func add(_ model: (some PageModel)?) {
    add(model != nil)
    if let model { add(fieldsOf: model) }
  }

  mutating func add(_ models: [some PageModel]) {
    guard models.count <= Self.longestList else {
      hasLongList = true
      return
    }
    presence.append(UInt8(models.count))
    for model in models { add(fieldsOf: model) }
  }

  /// Reports have about a dozen sections.
  private static let longestList = 40
}

extension FieldValue {
  /// A section over it is there.
  var isThere: Bool {
    switch self {
    case .text(let text): !text.utf8.isEmpty
    case .markup(let html): !html.isEmpty
    case .flag(let isSet): isSet
    case .model(let model): model != nil
    case .list(let models): !models.isEmpty
    }
  }
}

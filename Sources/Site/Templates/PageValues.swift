import Markdown

/// What a page's model holds, apart from which of it is there at all.
struct PageValues {
  /// The texts and markup that are there, models inside the model included, in the order of fields.
  private(set) var shown: [Shown] = []
  /// One byte a field, models inside included: what there is, not what it says. Pages of one
  /// template with the same presence differ in nothing but the values that they show.
  private(set) var presence: [UInt8] = []
  /// A list is not empty: what it becomes depends on more than its presence.
  private(set) var hasLists = false

  enum Shown {
    case text(String)
    case markup(HTML)
  }

  init(_ model: some PageModel) {
    add(model)
  }

  private mutating func add<Model: PageModel>(_ model: Model) {
    for field in Model.fields.all {
      let value = field.get(model)
      presence.append(value.isThere ? 1 : 0)
      guard value.isThere else { continue }
      switch value {
      case .text(let text): shown.append(.text(text))
      case .markup(let html): shown.append(.markup(html))
      case .model(let inner?): add(inner)
      case .list: hasLists = true
      case .flag, .model: break
      }
    }
  }
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

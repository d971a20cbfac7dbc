import Markdown

/// What a template is given. One table of fields serves the check of templates when they are loaded,
/// the values when a page is made, and the guide, so that they cannot drift apart.
package protocol TemplateModel: Sendable {
  static var fields: TemplateFields<Self> { get }
  /// What a field holds, by its index.
  func value(at index: Int) -> FieldValue
}

extension TemplateModel {
  /// Inlined, so that each model has its own: to find out at every field of a page of which type the
  /// model is takes longer than to write it.
  @inlinable package func value(at index: Int) -> FieldValue { Self.fields.values[index](self) }
}

/// What a name holds on one page.
package enum FieldValue {
  case text(String)
  case markup(HTML)
  case rich(RichText)
  case blocks([any Block])
  case prose(Prose)
  /// Where something leads: the renderer's links say which address that is.
  case target(LinkTarget?)
  case flag(Bool)
  /// Nil where there is none.
  case model((any TemplateModel)?)
  case list([any TemplateModel])

  /// A section over it is there.
  var isThere: Bool {
    switch self {
    case .text(let text): !text.utf8.isEmpty
    case .markup(let html): !html.isEmpty
    case .rich(let text): !text.isEmpty
    case .blocks(let blocks): blocks.contains { !$0.isEmpty }
    case .prose(let prose): !prose.isEmpty
    case .target(let target): target != nil
    case .flag(let isSet): isSet
    case .model(let model): model != nil
    case .list(let models): !models.isEmpty
    }
  }
}

/// What a name in a template holds.
package enum FieldShape: Sendable {
  /// Escaped when it is shown. A section over it is there unless the text is empty.
  case text
  /// Markup, running text or blocks: what `{{{name}}}` shows, and not to be shown otherwise. A section
  /// over it is there unless it is empty.
  case html
  case flag
  /// A section over one model, or none, or many. The fields are asked for late, so that models
  /// may hold models of their own kind.
  case section(@Sendable () -> FieldTable)
}

/// The names of a model, without the model.
package struct FieldTable: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let shape: FieldShape
    /// One sentence for those who write templates.
    package let documentation: String
  }

  /// In the order of the model.
  package let entries: [Entry]
  private let indices: [String: Int]

  init(_ entries: [Entry]) {
    self.entries = entries
    indices = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func index(of name: String) -> Int? { indices[name] }

  package subscript(name: String) -> FieldShape? { indices[name].map { entries[$0].shape } }
}

/// The names that templates can use for one model.
package struct TemplateFields<Model>: Sendable {
  /// Where the values come from, in the order of the table.
  @usableFromInline package let values: [@Sendable (Model) -> FieldValue]
  package let table: FieldTable

  package init(_ fields: TemplateField<Model>...) {
    values = fields.map(\.get)
    table = FieldTable(
      fields.map { .init(name: $0.name, shape: $0.shape, documentation: $0.documentation) })
  }
}

/// One name and where its value comes from.
package struct TemplateField<Model>: Sendable {
  let name: String
  let documentation: String
  let shape: FieldShape
  /// Of the field's shape.
  let get: @Sendable (Model) -> FieldValue

  private init(
    _ name: String, _ documentation: String, _ shape: FieldShape,
    _ get: @escaping @Sendable (Model) -> FieldValue
  ) {
    self.name = name
    self.documentation = documentation
    self.shape = shape
    self.get = get
  }

  package static func text(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(name, documentation, .text) { .text(get($0)) }
  }

  package static func optionalText(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name, documentation, .text) { .text(get($0) ?? "") }
  }

  /// The address of what a target stands for, from the page at hand; nothing where it leads nowhere.
  package static func target(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> LinkTarget?
  ) -> Self {
    Self(name, documentation, .text) { .target(get($0)) }
  }

  /// Markup that was made from a document that somebody wrote, or a drawing.
  package static func html(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> HTML?
  ) -> Self {
    Self(name, documentation, .html) { .markup(get($0) ?? .empty) }
  }

  package static func rich(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> RichText
  ) -> Self {
    Self(name, documentation, .html) { .rich(get($0)) }
  }

  package static func blocks(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> [any Block]
  ) -> Self {
    Self(name, documentation, .html) { .blocks(get($0)) }
  }

  package static func prose(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> Prose
  ) -> Self {
    Self(name, documentation, .html) { .prose(get($0)) }
  }

  package static func flag(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(name, documentation, .flag) { .flag(get($0)) }
  }

  package static func object<Child: TemplateModel>(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> Child?
  ) -> Self {
    Self(name, documentation, .section { Child.fields.table }) { .model(get($0)) }
  }

  package static func list<Child: TemplateModel>(
    _ name: String, _ documentation: String = "", _ get: @escaping @Sendable (Model) -> [Child]
  ) -> Self {
    Self(name, documentation, .section { Child.fields.table }) { .list(get($0)) }
  }
}

import Markdown
import Mustache

/// What a template is given. One table of fields serves both the lookup while a page is rendered
/// and the check of templates when they are loaded, so the two cannot drift apart.
package protocol PageModel: MustacheParent, Sendable {
  static var fields: PageFields<Self> { get }
}

extension PageModel {
  package func child(named name: String) -> Any? {
    Self.fields.value(name, of: self)?.forEngine
  }
}

/// What a name holds on one page.
enum FieldValue {
  case text(String)
  case markup(HTML)
  case flag(Bool)
  /// Nil where there is none.
  case model((any PageModel)?)
  case list([any PageModel])

  /// As the engine takes it. Never nil: a nil would have the lookup go on in the models around it,
  /// and show a value of theirs under this name.
  var forEngine: Any {
    switch self {
    case .text(let text): PageText(text)
    case .markup(let html): PageText(html.text)
    case .flag(let isSet): isSet
    case .model(let model?): model
    case .list(let models) where !models.isEmpty: models
    case .model, .list: PageText.none
    }
  }
}

/// The names that templates can use for one model.
package struct PageFields<Model>: Sendable {
  private let getters: [String: @Sendable (Model) -> FieldValue]
  /// Each name once.
  let all: [PageField<Model>]
  /// What each name holds, by name.
  package let shapes: [String: FieldShape]

  package init(_ fields: PageField<Model>...) {
    getters = Dictionary(
      fields.map { ($0.name, $0.get) }, uniquingKeysWith: { first, _ in first })
    shapes = Dictionary(
      fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    var names: Set<String> = []
    all = fields.filter { names.insert($0.name).inserted }
  }

  func value(_ name: String, of model: Model) -> FieldValue? { getters[name]?(model) }
}

/// What a name in a template holds.
package enum FieldShape: Sendable {
  /// Escaped when it is shown. A section over it is there unless the text is empty.
  case text
  /// Markup: the only thing that `{{{name}}}` may show, and not to be shown otherwise. A section
  /// over it is there unless the markup is empty.
  case html
  case flag
  /// A section over one model, or none, or many. The fields are asked for late, so that models
  /// may hold models of their own kind.
  case section(@Sendable () -> [String: FieldShape])
}

/// One name and where its value comes from.
package struct PageField<Model>: Sendable {
  let name: String
  let shape: FieldShape
  /// Of the field's shape.
  let get: @Sendable (Model) -> FieldValue
  /// The same for `PageValues`, without a model in a box.
  let add: @Sendable (Model, inout PageValues) -> Void

  package static func text(
    _ name: String, _ get: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(name: name, shape: .text, get: { .text(get($0)) }, add: { $1.add(get($0)) })
  }

  package static func optionalText(
    _ name: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    text(name) { get($0) ?? "" }
  }

  package static func html(_ name: String, _ get: @escaping @Sendable (Model) -> HTML?) -> Self {
    Self(
      name: name, shape: .html, get: { .markup(get($0) ?? .empty) },
      add: { $1.add(get($0) ?? .empty) })
  }

  package static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name: name, shape: .flag, get: { .flag(get($0)) }, add: { $1.add(get($0)) })
  }

  package static func object<Child: PageModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Child?
  ) -> Self {
    Self(
      name: name, shape: .section { Child.fields.shapes }, get: { .model(get($0)) },
      add: { $1.add(get($0)) })
  }

  package static func list<Child: PageModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Child]
  ) -> Self {
    Self(
      name: name, shape: .section { Child.fields.shapes }, get: { .list(get($0)) },
      add: { $1.add(get($0)) })
  }
}

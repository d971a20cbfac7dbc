import Markdown
import Mustache

/// What a template is given. One table of fields serves both the lookup while a page is rendered
/// and the check of templates when they are loaded, so the two cannot drift apart.
package protocol PageModel: MustacheParent, Sendable {
  static var fields: PageFields<Self> { get }
}

extension PageModel {
  package func child(named name: String) -> Any? { Self.fields.value(name, of: self) }
}

/// The names that templates can use for one model.
package struct PageFields<Model>: Sendable {
  private let getters: [String: @Sendable (Model) -> Any?]
  /// What each name holds, by name.
  package let shapes: [String: FieldShape]

  package init(_ fields: PageField<Model>...) {
    getters = Dictionary(
      fields.map { ($0.name, $0.get) }, uniquingKeysWith: { first, _ in first })
    shapes = Dictionary(
      fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
  }

  func value(_ name: String, of model: Model) -> Any? { getters[name]?(model) }
}

/// What a name in a template holds.
package enum FieldShape: Sendable {
  /// Escaped when it is shown.
  case text
  /// Markup: the only thing that `{{{name}}}` may show.
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
  let get: @Sendable (Model) -> Any?

  package static func text(
    _ name: String, _ get: @escaping @Sendable (Model) -> String
  ) -> Self { Self(name: name, shape: .text, get: get) }

  /// Nil and the empty text make a section over the name empty.
  package static func optionalText(
    _ name: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name: name, shape: .text) { model in get(model).flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// Nil and empty markup make a section over the name empty.
  package static func html(_ name: String, _ get: @escaping @Sendable (Model) -> HTML?) -> Self {
    Self(name: name, shape: .html) { model in
      get(model).flatMap { $0.isEmpty ? nil : $0.text }
    }
  }

  package static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name: name, shape: .flag, get: get)
  }

  package static func object<Child: PageModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Child?
  ) -> Self {
    Self(name: name, shape: .section { Child.fields.shapes }, get: get)
  }

  package static func list<Child: PageModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Child]
  ) -> Self {
    Self(name: name, shape: .section { Child.fields.shapes }, get: get)
  }
}

import Documents

/// A kind of page or of block: the template of its name, and the model that it is given.
package struct PageTemplate: Sendable {
  /// The file's name without `.mustache`.
  package let name: String
  /// The fields of the model.
  let fields: FieldTable
  let model: ObjectIdentifier

  package init<Model: TemplateModel>(_ name: String, _ model: Model.Type) {
    self.name = name
    fields = Model.fields.table
    self.model = ObjectIdentifier(model)
  }

  package init<Kind: Block>(_ block: Kind.Type) { self.init(Kind.name, block) }
}

/// A kind of page: the template of that name under `pages/`, and the model that it is given.
package struct PageTemplate: Sendable {
  /// The file's name without `.mustache`.
  package let name: String
  /// The fields of the model.
  let shapes: [String: FieldShape]
  let model: ObjectIdentifier

  package init<Model: PageModel>(_ name: String, _ model: Model.Type) {
    self.name = name
    shapes = Model.fields.shapes
    self.model = ObjectIdentifier(model)
  }
}

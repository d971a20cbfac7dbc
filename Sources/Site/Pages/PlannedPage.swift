import Documents

/// One page that will be written: where it goes, and how its bytes are made.
///
/// Pages are independent of each other, so that they can be rendered on several threads and
/// written as they come.
package struct PlannedPage: Sendable {
  package let route: Route
  package let render: @Sendable (TemplateLibrary) -> [UInt8]

  package init(_ route: Route, render: @escaping @Sendable (TemplateLibrary) -> [UInt8]) {
    self.route = route
    self.render = render
  }

  /// A page whose model is made only when it is rendered, so that no two pages' models need to
  /// be in memory at once.
  init<Model: TemplateModel>(
    _ route: Route, template: StaticString, in publication: Publication,
    _ model: @escaping @Sendable () -> Model
  ) {
    self.init(route) { library in
      library.render(
        model(), with: "\(template)", links: PageLinks(from: route, publication),
        zone: publication.zone)
    }
  }
}

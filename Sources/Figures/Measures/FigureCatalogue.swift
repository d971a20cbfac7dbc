/// Every figure, in the order of reports: those that a policy can set a target for come first.
package enum FigureCatalogue {
  static let measures: [any FigureMeasure.Type] = [
    ChangeSuccessRate.self,
    EmergencyChangeRate.self,
    MeanTimeToDeploy.self,
    RollbackRate.self,
    LenientSuccessRate.self,
    ChangeFailureRate.self,
    ReversibleRollbackRate.self,
    ReworkRate.self,
    DeploymentFrequency.self,
    LeadTime.self,
    ApprovalWait.self,
    StartWait.self,
    WorkTime.self,
    WindowTimeToDeploy.self,
    TimeToRestore.self,
    WindowShare.self,
    FreezeRate.self,
    CompletenessRate.self,
    PopulationCompleteness.self,
    NoApprovalRate.self,
    WaivedBreachRate.self,
    ReviewsInTime.self,
    DeploymentCompleteness.self,
  ]

  package static var definitions: [FigureDefinition] { measures.map { $0.definition } }

  /// By key: the order of objects in files.
  static let definitionsByKey = definitions.sorted { a, b in
    a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
  }
}

extension FigureCatalogue {
  /// The names that figures go by, in the order of the catalogue.
  package static var names: [String] { definitions.map(\.title) }

  /// By title, snake case or kebab case, whatever the case of its letters; nil for another name.
  package static func definition(named name: String) -> FigureDefinition? {
    func fold(_ text: String) -> [UInt8] {
      text.lowercased().utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    }
    let wanted = fold(name)
    return definitions.first { fold($0.title) == wanted || fold($0.key) == wanted }
  }
}

extension PeriodFigures {
  /// Nil where there is no such figure.
  subscript(definition: FigureDefinition) -> Figure? {
    figures.first { $0.definition === definition }
  }
}

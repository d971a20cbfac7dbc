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
  ]

  package static var definitions: [FigureDefinition] { measures.map { $0.definition } }
}

import PolicyReading
import Records
import SourceText

/// What a record says for a field that the policy requires.
enum RequiredFieldState {
  case given
  /// The section is there and says nothing; its heading.
  case empty(Place)
  case absent
  /// Text left from the template stands in its section.
  case template
}

extension Change {
  /// How far the record gives a field. Front matter and section count alike; text left from the
  /// template does not count.
  func state(of field: FieldKind) -> RequiredFieldState {
    switch field {
    case .title: title == nil ? .absent : .given
    case .type: type == nil ? state(of: .type) : .given
    case .riskLevel: risk == nil ? state(of: .riskLevel) : .given
    case .description: isDescribed ? .given : state(of: .summary)
    case .justification: state(of: .justification)
    case .impact: state(of: .impact)
    case .implementationPlan: state(of: .implementationPlan)
    case .rollbackPlan: state(of: .rollbackPlan)
    case .technicalDetails: state(of: .technicalDetails)
    case .schedule: scheduled == nil ? state(of: .schedule) : .given
    case .testingEvidence: evidence.isEmpty ? state(of: .testingEvidence) : .given
    case .approvals: approvals.isEmpty ? state(of: .approvals) : .given
    case .section(let name): state(ofSectionNamed: name)
    }
  }

  private func state(of role: SectionRole) -> RequiredFieldState {
    state(among: sections.lazy.filter { $0.role == role })
  }

  private func state(ofSectionNamed name: String) -> RequiredFieldState {
    let name = WordFolding.fold(name)
    return state(among: sections.lazy.filter { WordFolding.fold($0.heading.text) == name })
  }

  private func state(among sections: some Sequence<RecordSection>) -> RequiredFieldState {
    var state = RequiredFieldState.absent
    for section in sections {
      switch section.state {
      case .filled: return .given
      case .template: state = .template
      case .empty: if case .absent = state { state = .empty(section.heading.place) }
      }
    }
    return state
  }
}

extension FieldKind {
  /// The part of a record's body that holds it; nil for what has no section of its own.
  var role: SectionRole? {
    switch self {
    case .title, .section: nil
    case .description: .summary
    case .justification: .justification
    case .riskLevel: .riskLevel
    case .impact: .impact
    case .implementationPlan: .implementationPlan
    case .rollbackPlan: .rollbackPlan
    case .testingEvidence: .testingEvidence
    case .approvals: .approvals
    case .technicalDetails: .technicalDetails
    case .schedule: .schedule
    case .type: .type
    }
  }
}

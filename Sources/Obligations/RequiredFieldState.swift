import Markdown
import PolicyReading
import Records
import SourceText

/// What a record says for a field that the policy requires.
package enum RequiredFieldState {
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
  package func state(of field: FieldKind) -> RequiredFieldState {
    switch field {
    case .title: title == nil ? .absent : .given
    case .type: type == nil ? state(ofSection: .type) : .given
    case .riskLevel: risk == nil ? state(ofSection: .riskLevel) : .given
    case .description: isDescribed ? .given : state(ofSection: .summary)
    case .justification: state(ofSection: .justification)
    case .impact: state(ofSection: .impact)
    case .implementationPlan: state(ofSection: .implementationPlan)
    case .rollbackPlan: state(ofSection: .rollbackPlan)
    case .technicalDetails: state(ofSection: .technicalDetails)
    case .schedule: scheduled == nil ? state(ofSection: .schedule) : .given
    case .testingEvidence: evidence.isEmpty ? state(ofSection: .testingEvidence) : .given
    case .approvals: approvals.isEmpty ? state(ofSection: .approvals) : .given
    case .section(let name): state(ofSectionNamed: name)
    }
  }

  private func state(ofSection role: SectionRole) -> RequiredFieldState {
    state(
      among: sections.lazy.filter { $0.role == role }, fields.lazy.filter { $0.role == role })
  }

  private func state(ofSectionNamed name: String) -> RequiredFieldState {
    state(
      among: sections.lazy.filter { $0.isNamed(name) }, fields.lazy.filter { $0.isNamed(name) })
  }

  private func state(
    among sections: some Sequence<RecordSection>, _ fields: some Sequence<StatedField>
  ) -> RequiredFieldState {
    var state = RequiredFieldState.absent
    for section in sections {
      switch section.state {
      case .filled: return .given
      case .template: state = .template
      case .empty: if case .absent = state { state = .empty(section.heading.place) }
      }
    }
    for field in fields {
      if field.isFilled, !field.isStruck { return .given }
      if case .absent = state { state = .empty(field.place) }
    }
    return state
  }
}

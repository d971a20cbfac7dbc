import Configuration
import SourceText

extension PolicySuggestion {
  /// Names of the policy that are taken as they stand, and may be others of what is known: each is a line
  /// to fill in, or to leave.
  static func hints(for policy: Policy) -> [(key: String, explanation: String, names: [String])] {
    let types = NameResolution(policy.types.map(\.name))
    let approvers = policy.types.flatMap { type -> [String] in
      guard case .roles(let rule) = type.approval else { return [] }
      return rule.approvers.compactMap { if case .role(let name) = $0.kind { name } else { nil } }
    }
    let purposes = policy.windows.flatMap { [$0.appliesTo ?? $0.purpose] }.filter { purpose in
      !purpose.isEmpty
        && (ApplicabilityText.read(purpose, types: types).map { !$0.undefined.isEmpty } ?? true)
    }
    let labels = policy.metadata.entries.map(\.name).filter { name in
      !MetadataKey.allCases.contains { $0.names.contains(WordForm.fold(name)) }
    }
    let own = policy.requiredFields.filter {
      if case .section = $0.kind { $0.values == .text } else { false }
    }
    return [
      (
        "types", "What they are: \(TypeKind.accepted).",
        policy.types.filter { $0.statedKind == nil && TypeKind(named: $0.name) == nil }.map(\.name)
      ),
      (
        "roles",
        "Approvers by names of their own. Some may be technical, security, architecture, engineering "
          + "lead, operations, cab, emergency cab or governance.", approvers
      ),
      (
        "fields",
        "Fields of the policy's own. Some may be one that is known, such as Rollback Plan, or have "
          + "values of a kind, such as number.", own.map(\.name)
      ),
      (
        "values",
        "Labels under the title. Some may be Effective Date, Version, Owner or Document ID.",
        labels
      ),
      (
        "values", "What windows are for. Some may be types of change, or All changes.", purposes
      ),
      (
        "values",
        "Metrics that are not computed. Some may be figures, such as Change success rate.",
        policy.targets.filter { $0.figure == nil }.map(\.metric)
      ),
    ]
  }
}

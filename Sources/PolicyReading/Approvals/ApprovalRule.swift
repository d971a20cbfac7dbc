/// Who approves changes of a type, as far as that is more than one of the well-known ways.
package struct ApprovalRule: Sendable, Hashable {
  /// As the policy writes it.
  package let text: String
  /// One for all risks, or one for each group of them. None where nobody knows who approves.
  package let cases: [Case]
  /// Reviews after the change, and who is only told of it: they approve nothing beforehand.
  package let afterwards: [String]

  package init(text: String, cases: [Case], afterwards: [String] = []) {
    self.text = text
    self.cases = cases
    self.afterwards = afterwards
  }

  /// What approves changes of some risks.
  package struct Case: Sendable, Hashable {
    /// Folded; empty for all.
    package let risks: [String]
    /// Sets of approvers of which one whole set is enough. An empty set asks nobody.
    package let ways: [[Approver]]
  }

  package struct Approver: Sendable, Hashable {
    package let kind: Kind
    /// How many different people have to approve so.
    package let count: Int

    package enum Kind: Sendable, Hashable {
      case advisoryBoard, emergencyBoard, governance
      /// A role in the policy's words, folded.
      case role(String)
    }
  }

  /// Every set of approvers that is enough for a risk; none where the policy says nothing of that
  /// risk. Where the risk of a change is not known, what every risk needs, all of it.
  package func ways(forRisk risk: String?) -> [[Approver]] {
    if let risk {
      let folded = WordForm.fold(risk)
      return cases.filter { $0.risks.isEmpty || $0.risks.contains(folded) }.flatMap(\.ways)
    }
    guard let first = cases.first else { return [] }
    return cases.dropFirst().reduce(first.ways) { ways, next in
      ways.flatMap { way in
        next.ways.map { other in way + other.filter { !way.contains($0) } }
      }
    }
  }

  /// Everybody who may have to approve, each once, in order.
  package var approvers: [Approver] {
    var approvers: [Approver] = []
    for approver in cases.flatMap(\.ways).flatMap(\.self) where !approvers.contains(approver) {
      approvers.append(approver)
    }
    return approvers
  }

  /// Nobody is asked, whatever the risk.
  var asksNobody: Bool {
    !cases.isEmpty && cases.allSatisfy { $0.ways.contains { $0.isEmpty } }
  }
}

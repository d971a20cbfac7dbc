extension Sequence {
  /// By the severity of each element's finding, the most severe first and waived ones last;
  /// otherwise in the order given.
  func mostSevereFirst(_ finding: (Element) -> Finding) -> [Element] {
    var groups = [[Element]](repeating: [], count: Severity.allCases.count + 1)
    for element in self {
      let finding = finding(element)
      groups[finding.waiver == nil ? finding.severity.rank : groups.count - 1].append(element)
    }
    return Array(groups.joined())
  }
}

extension Sequence<Finding> {
  /// By severity, waived ones last; otherwise in the order given.
  package func mostSevereFirst() -> [Finding] { mostSevereFirst { $0 } }
}

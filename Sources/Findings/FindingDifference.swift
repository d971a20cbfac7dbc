import SourceText

/// What came and what went between two listings of a site's findings, both at one instant.
///
/// A finding is the same where its rule, record, message and line agree; where the line was edited and the
/// rest agrees, it is the same as well: somebody worked on the line and did not mend it. What is waived
/// has gone, and what is waived no longer has come.
package struct FindingDifference: Sendable {
  /// In the order of the later listing.
  package let new: [Finding]
  /// In the order of the earlier listing.
  package let mended: [Finding]

  package init(from before: [Finding], to after: [Finding]) {
    let old = FingerprintedFinding.all(before.filter { $0.waiver == nil })
    let current = FingerprintedFinding.all(after.filter { $0.waiver == nil })
    let known = Set(old.map(\.text))
    let present = Set(current.map(\.text))
    var gone = old.filter { !present.contains($0.text) }.map(\.finding)
    var edited: [String: Int] = [:]
    for finding in gone { edited[Self.key(finding), default: 0] += 1 }
    var kept: [String: Int] = [:]
    new = current.filter { !known.contains($0.text) }.map(\.finding).filter { finding in
      let key = Self.key(finding)
      guard let count = edited[key], count > 0 else { return true }
      edited[key] = count - 1
      kept[key, default: 0] += 1
      return false
    }
    gone.removeAll { finding in
      let key = Self.key(finding)
      guard let count = kept[key], count > 0 else { return false }
      kept[key] = count - 1
      return true
    }
    mended = gone
  }

  /// What a finding is but for its line; digits of the message do not count, as in its fingerprint.
  private static func key(_ finding: Finding) -> String {
    let words = finding.message.unicodeScalars.filter { !("0"..."9").contains($0) }
    return "\(finding.code)\n\(finding.record ?? finding.place.file.path)\n"
      + String(String.UnicodeScalarView(words))
  }
}

extension String {
  /// The parts between ASCII separators, found by bytes: to find `Character`s takes ten times as
  /// long.
  package func parts(
    at separator: Unicode.Scalar, keepingEmpty: Bool = false
  ) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepingEmpty)
      .map(Substring.init)
  }
}

/// How much YAML is read.
package struct YAMLLimits: Sendable {
  /// Bytes of one document.
  package let bytes: Int
  /// Mappings and sequences inside one another.
  package let depth: Int

  package static let frontMatter = YAMLLimits(bytes: 16 * 1024, depth: 8)
}

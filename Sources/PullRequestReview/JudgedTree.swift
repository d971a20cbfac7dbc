import Records
import Rules

/// A site as it is, or as it was at an earlier commit: what was read, and what the rules say of it.
package struct JudgedTree: Sendable {
  package let register: Register
  package let judgement: Judgement

  package init(_ register: Register, _ judgement: Judgement) {
    self.register = register
    self.judgement = judgement
  }
}

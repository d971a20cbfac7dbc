import Documents
import Findings
import PolicyReading
import Records
import Reports

/// What stands above a table for readers who look for some of its rows. The script of registers fills
/// it with the values of the rows, and shows it.
struct FilterForm: Block {
  /// A column, or something else that rows have.
  struct Filter: TemplateModel {
    let name: String
    let label: String
    /// The values that come first.
    var order: [String] = []

    static let fields = TemplateFields<Self>(
      .text("name", "What it compares: the name of a column, or of an attribute of the rows.") {
        $0.name
      },
      .text("label", "What it is called.") { $0.label },
      .text("order", "The values that come first, with a bar between each two.") {
        $0.order.joined(separator: "|")
      })
  }

  let filters: [Filter]
  /// Rows can have gone wrong.
  let hasOutcomes: Bool
  /// Said where no row is left.
  let nothing: String

  static let name = "filters"

  static let fields = TemplateFields<Self>(
    .list("filters", "What the rows can be filtered by.") { $0.filters },
    .flag("hasOutcomes", "Rows can have gone wrong.") { $0.hasOutcomes },
    .text("nothing", "What is said where no row is left.") { $0.nothing })

  var isEmpty: Bool { filters.isEmpty }

  // Nothing filters what is read as a text.
  func write(to writer: inout TextWriter) {}

  func write(to writer: inout MarkdownWriter) {}

  func write(to writer: inout MailWriter) {}
}

extension FilterForm {
  /// - Parameter policy: Its types and risks come first.
  static func changes(_ policy: Policy) -> FilterForm {
    FilterForm(
      filters: [
        Filter(name: "type", label: "Type", order: policy.types.map(\.name)),
        Filter(name: "risk", label: "Risk", order: policy.risks.map(\.name)),
        Filter(name: "system", label: "System"), Filter(name: "person", label: "Person"),
        Filter(name: "outcome", label: "Outcome", order: Outcome.allCases.map(\.words)),
        Filter(name: "stage", label: "Stage", order: WorkflowStage.allCases.map(\.rawValue)),
      ], hasOutcomes: true,
      nothing:
        "No change on this page matches. Clear a filter, try another month, or search the whole site."
    )
  }

  static func findings(_ policy: Policy) -> FilterForm {
    FilterForm(
      filters: [
        Filter(name: "severity", label: "Severity", order: Severity.allCases.map(\.rawValue)),
        Filter(name: "rule", label: "Rule"), Filter(name: "record", label: "Record"),
        Filter(name: "owner", label: "Owner"),
        Filter(name: "type", label: "Change type", order: policy.types.map(\.name)),
      ], hasOutcomes: false,
      nothing: "No finding on this page matches. Clear a filter, or look at the other pages.")
  }
}

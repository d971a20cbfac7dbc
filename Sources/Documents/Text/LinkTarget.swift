import Calendar
import Chronology
import Findings

/// What a number, a name or an id leads to. Whether that is an address, and which, is the renderer's
/// matter.
package enum LinkTarget: Sendable {
  case change(String)
  case incident(String)
  case system(String)
  /// Somebody, by a text that names nobody else.
  case person(String)
  /// A figure in one period, by its key; the whole course without a period.
  case figure(String, Period?)
  /// What a rule means, by its code.
  case rule(String)
  /// The page that a file of the content became, by the file's path.
  case file(String)
  /// The findings of a rule, by its code.
  case findings(String)
  case allFindings
  /// The register of a month.
  case register(Period)
  /// The changes of a month that have a value in a column of the register.
  case registerWhere(Period, column: String, value: String)
  case clause(PolicyReference)
  case report(Period)
  /// A section of the report of a period, by its anchor.
  case section(Period, String)
  /// The calendar of a week or a month.
  case calendar(Period)
  case freeze(Freeze)
  case restatements
  /// A part of the same page, by its id.
  case here(String)
  /// A page of the site by its path below the root, what it is asked, encoded, and a part of it by its id.
  case page(path: String, query: String?, fragment: String?)
  /// A page in the world: always http or https.
  case web(String)
}

import Chronology
import Findings
import SourceText

/// What `changebook.yml` says; every key is optional.
package struct Settings: Sendable {
  /// The name of the site, shown in the header of every page.
  package var title = "Change management"
  /// Where the site will be served, for the sitemap, without a slash at its end; nil where it is
  /// not known.
  package var baseURL: String?
  /// The path of the change policy from the root; nil to find it by its tables.
  package var policy: String?
  /// Where the site's folder stands at a forge.
  package var repository: Repository?
  /// The zone of the policy's times; nil to take what the policy says, else UTC.
  package var zone: Zone?
  /// Severities that replace a rule's own; nil turns the rule off.
  package var severities: [RuleCode: Severity?] = [:]
  /// The codes of `severities` where they are written, in the order of the file: whether there is
  /// such a rule is not known here.
  package var severityPlaces: [Located<RuleCode>] = []
  /// Readings of the policy's open terms, in the order of the file.
  package var terms: [TermReading] = []
  /// Headings of tables and columns for a policy that is written otherwise.
  package var tableNames: [TableNames] = []
  /// Types and categories of changes that may run beside others on one system, as written: whether
  /// there are such is not known here.
  package var conflictExemptions: [Located<String>] = []
  /// Confidence level of the intervals, more than 0 and less than 1.
  package var confidence = 0.95
  /// Seconds after its start within which a change is to have an outcome.
  package var outcomeDue: Int64 = 14 * 86_400
  /// How many months ahead of the as-of instant the calendar shows.
  package var calendarHorizon = 12
  /// How deployments are held against the records.
  package var deployments = DeploymentSettings()
  /// What git's history is used for.
  package var history = HistoryUse.judged
  /// Where the site says itself what windows there are, or that there are none: `windows: none`. The
  /// policy then has no table of them.
  package var answersWindows: Place?
  /// The same of freezes.
  package var answersFreezes: Place?
  /// The windows and freezes of a policy that has no table of them, in the order of the file.
  package var windows: [StatedRow] = []
  package var freezes: [StatedRow] = []
  /// The change types of a policy that has no table of them, and where the settings say so.
  package var answersTypes: Place?
  package var types: [StatedRow] = []
  /// Words of the organisation for what is read.
  package var words = AdoptedWords()
  /// Patterns of the ids of records; none for every id.
  package var idPatterns: [Located<String>] = []
  /// Public holidays by the name of their list, in the order of the file; a list without a name is
  /// called `public`.
  package var holidays: [HolidayList] = []
  /// Problems met in the file itself.
  package var problems: [ReadingProblem] = []

  package init() {}
}

/// A window, a freeze or a change type as the settings state it.
package struct StatedRow: Sendable {
  /// In the order of the file. A list of texts is one with commas.
  package let cells: [Cell]
  package let place: Place

  package struct Cell: Sendable {
    package let key: String
    package let value: Located<String>
  }

  package init(cells: [Cell], place: Place) {
    self.cells = cells
    self.place = place
  }
}

/// A list of public holidays.
package struct HolidayList: Sendable {
  package let name: String
  package let days: [Located<CivilDay>]

  package init(name: String, days: [Located<CivilDay>]) {
    self.name = name
    self.days = days
  }
}

/// Which changes a term of the policy, such as `Significant changes`, stands for.
package struct TermReading: Sendable, Hashable {
  /// As written in the policy.
  package var term: String
  /// A change belongs to the term when one of these holds.
  package var types: [String]
  package var risks: [String]
  package var categories: [String]
  /// Where the term is named; nil for a built-in reading.
  package var place: Place?
  /// Where the names of `types`, `risks` and `categories` stand, in their order; empty where no
  /// file says them.
  package var typePlaces: [Place] = []
  package var riskPlaces: [Place] = []
  package var categoryPlaces: [Place] = []

  package init(
    term: String, types: [String], risks: [String], categories: [String], place: Place? = nil
  ) {
    self.term = term
    self.types = types
    self.risks = risks
    self.categories = categories
    self.place = place
  }

  /// As a file says it.
  init(
    _ term: Located<String>, types: [Located<String>], risks: [Located<String>],
    categories: [Located<String>]
  ) {
    self.init(
      term: term.value, types: types.map(\.value), risks: risks.map(\.value),
      categories: categories.map(\.value), place: term.place)
    typePlaces = types.map(\.place)
    riskPlaces = risks.map(\.place)
    categoryPlaces = categories.map(\.place)
  }
}

/// Other words for a table's heading and its columns.
package struct TableNames: Sendable, Hashable {
  /// One of the table's keys, for example `windows`.
  package var table: String
  /// The heading above the table, where only that heading tells it; nil to go by columns.
  package var heading: String?
  /// The policy's own column name for each of the table's column keys.
  package var columns: [ColumnName]
  /// Where the table is named; nil where no file says it.
  package var place: Place?

  package struct ColumnName: Sendable, Hashable {
    package var column: String
    package var written: String
    /// Where the column's key stands; nil where no file says it.
    package var place: Place?

    package init(column: String, written: String, place: Place? = nil) {
      self.column = column
      self.written = written
      self.place = place
    }
  }

  package init(table: String, heading: String?, columns: [ColumnName], place: Place? = nil) {
    self.table = table
    self.heading = heading
    self.columns = columns
    self.place = place
  }
}

/// The columns that mean something, by the name that messages use for them.
enum ColumnKey: String, Hashable, CaseIterable {
  case type = "Type"
  /// What a type is: emergency, standard or normal.
  case kind = "Is"
  case description = "Description"
  case approval = "Approval"
  case leadTime = "Lead Time"
  case riskLevel = "Risk Level"
  case criteria = "Criteria"
  case examples = "Examples"
  case change = "Change"
  case conditions = "Conditions"
  case field = "Field"
  case requiredFor = "Required For"
  case category = "Change Type"
  case reviewers = "Reviewers Required"
  case securityReview = "Security Review"
  case testLevel = "a column for each test level"
  case environment = "Environment"
  case purpose = "Purpose"
  case window = "Window"
  case time = "Time"
  case days = "Days"
  case start = "Start"
  case end = "End"
  case zone = "Zone"
  case region = "Region"
  case appliesTo = "Applies To"
  case period = "Period"
  case duration = "Duration"
  case changesAllowed = "Changes Allowed"
  case metric = "Metric"
  case target = "Target"
  case measurement = "Measurement"
  case standard = "Standard"
  case requirement = "Requirement"
  case implementation = "Implementation"
  case version = "Version"
  case date = "Date"
  case author = "Author"
  case changes = "Changes"

  /// Its cells may name several things, of which each counts.
  var holdsSeveral: Bool {
    switch self {
    case .approval, .requiredFor, .reviewers, .time, .days, .duration, .changesAllowed, .appliesTo,
      .purpose, .environment, .region:
      true
    default: false
    }
  }
}

/// A column of a kind of table.
struct ColumnKind {
  enum Need {
    /// The rows are named by it.
    case key
    case required
    case optional
  }

  let key: ColumnKey
  let need: Need
  /// Every head that it goes by, folded.
  let heads: [String]

  init(_ key: ColumnKey, _ need: Need, _ heads: [String]) {
    self.key = key
    self.need = need
    self.heads = heads
  }
}

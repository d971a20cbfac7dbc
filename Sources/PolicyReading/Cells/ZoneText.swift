import Chronology

/// Names of time zones as policies write them.
enum ZoneText {
  enum Reading: Hashable {
    case zone(Zone)
    /// An abbreviation that several parts of the world use; the IANA names it may stand for.
    case ambiguous([String])
  }

  /// IANA names, `UTC`, offsets such as `UTC+2`, and the abbreviations below. Nil for anything
  /// else.
  static func read(_ text: String) -> Reading? {
    let name = WordForm.trim(text) { $0 == "(" || $0 == ")" || $0 == "," || $0 == "." }
    guard !name.isEmpty else { return nil }
    let upper = name.uppercased()
    if let candidates = ambiguous[upper] { return .ambiguous(candidates) }
    let wanted = abbreviations[upper] ?? offset(upper) ?? name
    // A name of one word is a zone only in capitals: `Cuba` is one, `only` is not.
    guard let zone = Zone(named: wanted) ?? Zone(named: upper) else { return nil }
    return .zone(zone)
  }

  /// `UTC+2`, `GMT-05:00` as the database names them: `Etc/GMT-2` is two hours ahead of UTC.
  private static func offset(_ text: String) -> String? {
    var tokens = CellTokens(text)
    guard tokens.take("utc", "gmt") else { return nil }
    let isBehind = tokens.take(sign: "-")
    guard isBehind || tokens.take(sign: "+"), let hours = tokens.takeInteger(), hours <= 12 else {
      return nil
    }
    if tokens.take(sign: ":") { guard tokens.takeInteger() == 0 else { return nil } }
    guard tokens.atEnd else { return nil }
    return hours == 0 ? "UTC" : "Etc/GMT\(isBehind ? "+" : "-")\(hours)"
  }

  /// Abbreviations of a standard or a summer time are that offset all year, as they say; those of
  /// a place (`ET`) follow its clocks. `CET`, `EET` and `WET` are names of the database itself and
  /// follow the clocks of their region.
  private static let abbreviations: [String: String] = [
    "ET": "America/New_York", "EASTERN": "America/New_York", "EASTERN TIME": "America/New_York",
    "CT": "America/Chicago", "CENTRAL TIME": "America/Chicago",
    "MT": "America/Denver", "MOUNTAIN TIME": "America/Denver",
    "PT": "America/Los_Angeles", "PACIFIC TIME": "America/Los_Angeles",
    "EST": "Etc/GMT+5", "EDT": "Etc/GMT+4", "CDT": "Etc/GMT+5", "MST": "Etc/GMT+7",
    "MDT": "Etc/GMT+6", "PST": "Etc/GMT+8", "PDT": "Etc/GMT+7", "HST": "Pacific/Honolulu",
    "CET": "Europe/Brussels", "EET": "Europe/Athens", "WET": "Europe/Lisbon",
    "CEST": "Etc/GMT-2", "EEST": "Etc/GMT-3", "WEST": "Etc/GMT-1", "MSK": "Europe/Moscow",
    "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "HKT": "Asia/Hong_Kong", "SGT": "Asia/Singapore",
    "AEST": "Australia/Brisbane", "AEDT": "Etc/GMT-11", "NZST": "Etc/GMT-12",
    "UTC": "UTC", "GMT": "UTC", "Z": "UTC", "ZULU": "UTC",
  ]

  private static let ambiguous: [String: [String]] = [
    "CST": ["America/Chicago", "Asia/Shanghai", "America/Havana"],
    "IST": ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
    "BST": ["Europe/London", "Asia/Dhaka"],
    "AST": ["America/Halifax", "Asia/Riyadh"],
    "AMT": ["America/Manaus", "Asia/Yerevan"],
    "GST": ["Asia/Dubai", "Atlantic/South_Georgia"],
    "SST": ["Pacific/Pago_Pago", "Asia/Singapore"],
    "ECT": ["America/Guayaquil", "Europe/Paris"],
    "WST": ["Australia/Perth", "Pacific/Apia"],
  ]
}

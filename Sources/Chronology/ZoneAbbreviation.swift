/// An abbreviation of a time zone that was read, and what it leaves open.
package struct ZoneAbbreviation: Sendable, Hashable {
  /// In capitals.
  package let name: String
  /// The name of the database that it is read as.
  package let zone: String
  /// The place whose clocks it is taken from.
  package let place: String
  /// It is one offset all year; otherwise it follows the clocks of its place.
  package let isFixed: Bool

  /// What an abbreviation is read as; without a place where nothing is left open.
  struct Meaning {
    let zone: String
    let place: String?
    let isFixed: Bool

    /// One offset all year, where the clocks of the place have two.
    static func fixed(_ zone: String, in place: String) -> Meaning {
      Meaning(zone: zone, place: place, isFixed: true)
    }

    /// The clocks of a place that has summer time.
    static func clocks(of place: String) -> Meaning {
      Meaning(zone: place, place: place, isFixed: false)
    }

    /// The clocks of a place that has no summer time, or a name that says that it follows the clocks.
    static func plain(_ zone: String) -> Meaning {
      Meaning(zone: zone, place: nil, isFixed: false)
    }
  }

  /// Abbreviations of a standard or a summer time are that offset all year, as they say; those of
  /// a place (`ET`) follow its clocks. `CET`, `EET` and `WET` are names of the database itself and
  /// follow the clocks of their region.
  static let known: [String: Meaning] = [
    "UTC": .plain("UTC"), "GMT": .plain("UTC"), "Z": .plain("UTC"), "ZULU": .plain("UTC"),
    "ET": .plain("America/New_York"), "EASTERN": .plain("America/New_York"),
    "EASTERN TIME": .plain("America/New_York"), "CT": .plain("America/Chicago"),
    "CENTRAL TIME": .plain("America/Chicago"), "MT": .plain("America/Denver"),
    "MOUNTAIN TIME": .plain("America/Denver"), "PT": .plain("America/Los_Angeles"),
    "PACIFIC TIME": .plain("America/Los_Angeles"),
    "EST": .fixed("Etc/GMT+5", in: "America/New_York"),
    "EDT": .fixed("Etc/GMT+4", in: "America/New_York"),
    "CDT": .fixed("Etc/GMT+5", in: "America/Chicago"),
    "MST": .fixed("Etc/GMT+7", in: "America/Denver"),
    "MDT": .fixed("Etc/GMT+6", in: "America/Denver"),
    "PST": .fixed("Etc/GMT+8", in: "America/Los_Angeles"),
    "PDT": .fixed("Etc/GMT+7", in: "America/Los_Angeles"),
    "AKST": .fixed("Etc/GMT+9", in: "America/Anchorage"),
    "AKDT": .fixed("Etc/GMT+8", in: "America/Anchorage"),
    "CEST": .fixed("Etc/GMT-2", in: "Europe/Brussels"),
    "EEST": .fixed("Etc/GMT-3", in: "Europe/Athens"),
    "WEST": .fixed("Etc/GMT-1", in: "Europe/Lisbon"),
    "AEST": .fixed("Australia/Brisbane", in: "Australia/Sydney"),
    "AEDT": .fixed("Etc/GMT-11", in: "Australia/Sydney"),
    "NZST": .fixed("Etc/GMT-12", in: "Pacific/Auckland"),
    "CET": .clocks(of: "Europe/Brussels"), "EET": .clocks(of: "Europe/Athens"),
    "WET": .clocks(of: "Europe/Lisbon"),
    "HST": .plain("Pacific/Honolulu"), "MSK": .plain("Europe/Moscow"),
    "JST": .plain("Asia/Tokyo"), "KST": .plain("Asia/Seoul"), "HKT": .plain("Asia/Hong_Kong"),
    "SGT": .plain("Asia/Singapore"),
  ]

  /// Abbreviations of several places, and those that others read as a place far away.
  static let ambiguous: [String: [String]] = [
    "ACT": ["Australia/Darwin", "America/Rio_Branco"],
    "ADT": ["America/Halifax", "Asia/Baghdad"],
    "AMT": ["America/Manaus", "Asia/Yerevan"],
    "ART": ["America/Argentina/Buenos_Aires", "Africa/Cairo"],
    "AST": ["America/Halifax", "Asia/Riyadh"],
    "BDT": ["Asia/Dhaka", "Asia/Brunei"],
    "BOT": ["America/La_Paz", "Asia/Thimphu"],
    "BRT": ["America/Sao_Paulo", "America/Fortaleza"],
    "BST": ["Europe/London", "Asia/Dhaka"],
    "CAT": ["Africa/Maputo", "America/Anchorage"],
    "CCT": ["Indian/Cocos", "Asia/Shanghai"],
    "COT": ["America/Bogota", "Pacific/Chuuk"],
    "CST": ["America/Chicago", "Asia/Shanghai", "America/Havana"],
    "EAT": ["Africa/Nairobi", "America/New_York"],
    "ECT": ["America/Guayaquil", "Europe/Paris"],
    "FST": ["Europe/Paris", "America/Noronha"],
    "GST": ["Asia/Dubai", "Atlantic/South_Georgia"],
    "IDT": ["Asia/Jerusalem", "Asia/Kolkata"],
    "IST": ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
    "MIT": ["Pacific/Marquesas", "Pacific/Apia"],
    "MMT": ["Asia/Yangon", "Indian/Maldives"],
    "NST": ["America/St_Johns", "Pacific/Auckland"],
    "NT": ["America/St_Johns", "Australia/Darwin"],
    "PNT": ["America/Phoenix", "Pacific/Pitcairn"],
    "PRT": ["America/Puerto_Rico", "Europe/Lisbon"],
    "SST": ["Pacific/Pago_Pago", "Asia/Singapore", "Pacific/Guadalcanal"],
    "VST": ["Asia/Ho_Chi_Minh", "America/Caracas"],
    "WST": ["Australia/Perth", "Pacific/Apia"],
  ]
}

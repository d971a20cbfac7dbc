import Chronology
import PolicyReading
import Records
import SourceText

/// Gives events their UIDs: made of ids and names alone, so that an event keeps its UID as long as
/// it is the same one, on every machine.
struct EventIdentity {
  private var taken: Set<String> = []

  /// `window-low-traffic-1.0@POL-CM-001`. Of two events whose parts are alike the second one's gets
  /// a number.
  mutating func uid(_ kind: String, _ name: String, version: String? = nil, of policy: Policy)
    -> String
  {
    let parts = [kind, Self.part(name)] + (version.map { [Self.plain($0)] } ?? [])
    let domain = Self.domain(of: policy)
    let local = parts.joined(separator: "-")
    var number = 1
    while true {
      let uid = "\(local)\(number > 1 ? "-\(number)" : "")@\(domain)"
      if taken.insert(uid).inserted { return uid }
      number += 1
    }
  }

  /// What stands behind the `@`: the policy's id.
  static func domain(of policy: Policy) -> String {
    plain(policy.metadata.id?.value ?? policy.file.stem)
  }

  /// The UID of an event that stands outside its series: `window-night-1.0-20260329@POL-CM-001`.
  static func uid(_ uid: String, on day: CivilDay) -> String {
    guard let at = uid.lastIndex(of: "@") else { return uid }
    let date = WallTime(day: day, second: 0).iCalendar.prefix(8)
    return "\(uid[..<at])-\(date)\(uid[at...])"
  }

  /// The UIDs of single events, each of its day; of several of one day the later ones get a number.
  static func uids(
    _ uid: String, of singles: [SeriesPlan.Single]
  ) -> [(uid: String, single: SeriesPlan.Single)] {
    var counts: [CivilDay: Int] = [:]
    return singles.map { single in
      let count = counts[single.day, default: 0] + 1
      counts[single.day] = count
      let dated = Self.uid(uid, on: single.day)
      return (count == 1 ? dated : part(count, of: dated), single)
    }
  }

  /// The UID of one more part of what a row says: `window-night-1.0-part-2@POL-CM-001`.
  static func uid(_ uid: String, part: Int) -> String { Self.part(part, of: uid) }

  private static func part(_ number: Int, of uid: String) -> String {
    guard let at = uid.lastIndex(of: "@") else { return "\(uid)-part-\(number)" }
    return "\(uid[..<at])-part-\(number)\(uid[at...])"
  }

  /// A name's words. One that is long or has no words is told apart by the FNV-1a hash of all of it.
  private static func part(_ name: String) -> String {
    let words = WordForm.words(name).joined(separator: "-")
    if !words.isEmpty, words.utf8.count <= longestPart { return words }
    let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0100_0000_01b3
    }
    let head = words.unicodeScalars.prefix(longestPart / 4)
    return String(String.UnicodeScalarView(head)) + "-" + String(hash, radix: 16)
  }

  private static let longestPart = 96

  /// Letters, digits, dots and hyphens of ASCII; everything else becomes a hyphen.
  private static func plain(_ text: String) -> String {
    let bytes = text.utf8.prefix(longestPart).map { byte -> UInt8 in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: byte
      default: 0x2D
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

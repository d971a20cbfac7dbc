/// What a word can do in a sentence about when changes may be made.
struct WordRole: OptionSet {
  let rawValue: UInt32

  /// What is deployed, and deploying it: `changes`, `releases`, `deploy`.
  static let work = WordRole(rawValue: 1 << 0)
  /// Where it is deployed to and by what: `production`, `pipeline`.
  static let place = WordRole(rawValue: 1 << 1)
  /// When it is: `window`, `calendar`.
  static let window = WordRole(rawValue: 1 << 2)
  /// A part of the document: `section`, `row`.
  static let part = WordRole(rawValue: 1 << 3)
  /// Shuts whatever it speaks of: `closed`, `stopped`.
  static let stop = WordRole(rawValue: 1 << 4)
  /// Is hardly said of anything but work: `frozen`, `suspended`, `on hold`.
  static let hold = WordRole(rawValue: 1 << 5)
  /// A time without changes: `freeze`, `blackout`, `shutdown`.
  static let freeze = WordRole(rawValue: 1 << 6)
  /// `no`, `not`, `nobody`.
  static let negation = WordRole(rawValue: 1 << 7)
  /// `only`, `solely`.
  static let only = WordRole(rawValue: 1 << 8)
  /// Says of work that it is done: `allowed`, `deployed`, `happen`.
  static let permission = WordRole(rawValue: 1 << 9)
  /// Makes a sentence speak of some changes, or of some cases: `if`, `unapproved`.
  static let condition = WordRole(rawValue: 1 << 10)
  /// `is`, `are`, `remain`.
  static let state = WordRole(rawValue: 1 << 11)
  /// `was`, `had`, and what opens a note on what was done: `added`.
  static let past = WordRole(rawValue: 1 << 12)
  /// Speaks of now and of how long: `until`, `currently`.
  static let lasting = WordRole(rawValue: 1 << 13)
  /// A time with a name: `christmas`, `summer`.
  static let occasion = WordRole(rawValue: 1 << 14)
  /// Leads to something that is not the subject: `in`, `to`, `for`.
  static let preposition = WordRole(rawValue: 1 << 15)
  /// Leaves a subject whole: `all`, `planned`, `production`.
  static let general = WordRole(rawValue: 1 << 16)
  /// What passes a freeze: `emergency`, `hotfix`.
  static let emergency = WordRole(rawValue: 1 << 17)
  /// What is done around changes, and is no change: `meets`, `announced`.
  static let errand = WordRole(rawValue: 1 << 18)
  /// `may`, `must`: says what can be, and not what is.
  static let modal = WordRole(rawValue: 1 << 19)
  /// Ends a stop: `resume`, `reopen`.
  static let resume = WordRole(rawValue: 1 << 20)
  /// Takes away from what a document says: `void`, `withdrawn`, `not apply`.
  static let repeal = WordRole(rawValue: 1 << 21)
  /// What changes go through each for itself: `approved`, `tests`.
  static let process = WordRole(rawValue: 1 << 22)
  /// One of many: `change` beside `changes`.
  static let single = WordRole(rawValue: 1 << 23)
  /// A verb, whatever it says.
  static let verb = WordRole(rawValue: 1 << 24)
  /// What decides by itself each time, and no person: `pipeline`, `rule`.
  static let tool = WordRole(rawValue: 1 << 25)
  /// Makes a text say that something is longer or elsewhere: `extended`.
  static let lengthening = WordRole(rawValue: 1 << 26)
  /// Names a month, a day of the week or an hour.
  static let day = WordRole(rawValue: 1 << 27)
}

/// Takes the parts of an instant in words and figures from left to right. White space only parts.
struct InstantScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// Nil for texts without a digit.
  init?(_ text: String) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    scalars = Array(text.unicodeScalars)
  }

  /// What is left, without white space around it.
  var rest: String {
    String(String.UnicodeScalarView(scalars[index...].drop(while: \.properties.isWhitespace)))
      .split(separator: " ").joined(separator: " ")
  }

  private func skippingSpace() -> Int {
    var index = index
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    return index
  }

  /// Takes a sign, or a word in capitals.
  mutating func take(_ text: String) -> Bool {
    let start = skippingSpace()
    let wanted = Array(text.unicodeScalars)
    guard start + wanted.count <= scalars.count,
      zip(wanted, scalars[start...]).allSatisfy({ $0 == $1 || $0 == Self.capital($1) })
    else { return false }
    let end = start + wanted.count
    // `T14:05` is a letter before digits; `AT` is a word of its own.
    if wanted.count > 1, end < scalars.count, Self.isLetter(scalars[end]) { return false }
    index = end
    return true
  }

  /// A number of at most so many digits.
  mutating func takeNumber(upTo digits: Int) -> (value: Int, digits: Int)? {
    let start = skippingSpace()
    var end = start
    var value = 0
    while end < scalars.count, ("0"..."9").contains(scalars[end]) {
      guard end - start < digits else { return nil }
      value = value * 10 + Int(scalars[end].value - 0x30)
      end += 1
    }
    guard end > start else { return nil }
    index = end
    return (value, end - start)
  }

  mutating func takeYear() -> Int? {
    var rest = self
    // `9 Mar 14:05` has no year.
    guard let number = rest.takeNumber(upTo: 4), number.digits == 4, !rest.take(":") else {
      return nil
    }
    self = rest
    return number.value
  }

  /// `st`, `nd`, `rd` or `th` right behind a number.
  mutating func takeOrdinal() {
    guard index < scalars.count, Self.isLetter(scalars[index]) else { return }
    _ = take("ST") || take("ND") || take("RD") || take("TH")
  }

  mutating func takeMonth() -> Int? {
    takeName(of: Self.months).map { $0 + 1 }
  }

  mutating func takeWeekday() -> Weekday? {
    takeName(of: Self.weekdays).flatMap { Weekday(rawValue: $0 + 1) }
  }

  /// `1405`, `140530`
  mutating func takeCompactTime() -> (second: Int, isCut: Bool)? {
    guard let number = takeNumber(upTo: 6), number.digits == 4 || number.digits == 6 else {
      return nil
    }
    let time = number.digits == 4 ? number.value * 100 : number.value
    let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (hour * 3600 + minute * 60 + second, false)
  }

  /// `14:05`, `2:05:30.5 PM`, `2 pm`; 24:00 is the end of the day.
  mutating func takeTime() -> (second: Int, isCut: Bool)? {
    guard let hour = takeNumber(upTo: 2) else { return nil }
    var (minute, second, isCut) = (0, 0, false)
    let hasMinutes = take(":")
    if hasMinutes {
      guard let number = takeNumber(upTo: 2), number.digits == 2, number.value < 60 else {
        return nil
      }
      minute = number.value
      if take(":") {
        guard let number = takeNumber(upTo: 2), number.digits == 2, number.value < 60 else {
          return nil
        }
        second = number.value
        if take(".") || take(",") {
          guard let fraction = takeNumber(upTo: 9) else { return nil }
          isCut = fraction.value > 0
        }
      }
    }
    let isMorning = take("AM") || take("A.M.")
    let isAfternoon = !isMorning && (take("PM") || take("P.M."))
    guard isMorning || isAfternoon || hasMinutes else { return nil }
    if isMorning || isAfternoon {
      guard (1...12).contains(hour.value) else { return nil }
      let half = hour.value % 12 + (isAfternoon ? 12 : 0)
      return (half * 3600 + minute * 60 + second, isCut)
    }
    let total = hour.value * 3600 + minute * 60 + second
    guard total < 86_400 || total == 86_400 && !isCut else { return nil }
    return (total, isCut)
  }

  /// The index of the name that comes next, in full or by at least its first three letters as they are
  /// shortened.
  private mutating func takeName(of names: [String]) -> Int? {
    let start = skippingSpace()
    var end = start
    while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<end].map(Self.capital)))
    guard
      let found = names.firstIndex(where: {
        word == $0 || word == $0.prefix(3) || word == $0.prefix(4)
      })
    else { return nil }
    index = end
    return found
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value - 0x20)) : scalar
  }

  private static let months = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER", "DECEMBER",
  ]
  private static let weekdays = [
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
  ]
}

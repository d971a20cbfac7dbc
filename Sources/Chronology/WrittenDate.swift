/// The date of a printed instant: its year may come later.
struct WrittenDate {
  private(set) var year: Int?
  private let month: Int
  private let number: Int
  private let weekday: Weekday?
  /// `20260309`
  private(set) var isCompact = false

  /// Nil where no date comes next and none is needed.
  init?(_ text: inout InstantScanner, isNeeded: Bool) throws(PrintedInstant.Refusal) {
    weekday = text.takeWeekday()
    if weekday != nil { _ = text.take(".") || text.take(",") }
    if let name = text.takeMonth() {
      month = name
      _ = text.take(".")
      guard let day = text.takeNumber(upTo: 2) else { throw PrintedInstant.Refusal() }
      text.takeOrdinal()
      number = day.value
      _ = text.take(",")
      year = text.takeYear()
      return
    }
    guard let first = text.takeNumber(upTo: 8) else { throw PrintedInstant.Refusal() }
    if first.digits == 8 {
      (year, month, number) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
      isCompact = true
      return
    }
    if first.digits <= 2, let name = Self.takeMonth(behindDay: &text) {
      (month, number) = (name, first.value)
      year = text.takeYear()
      return
    }
    guard let sign = ["-", "/", "."].first(where: { text.take($0) }),
      let second = text.takeNumber(upTo: 2), text.take(sign), let third = text.takeNumber(upTo: 4)
    else {
      if isNeeded || weekday != nil { throw PrintedInstant.Refusal() }
      return nil
    }
    if first.digits == 4, third.digits <= 2 {
      (year, month, number) = (first.value, second.value, third.value)
      return
    }
    guard first.digits <= 2, third.digits == 4 else { throw PrintedInstant.Refusal() }
    year = third.value
    switch (first.value, second.value) {
    case let (a, b) where a > 12 && b <= 12 || a == b: (number, month) = (a, b)
    case let (a, b) where a <= 12 && b > 12: (number, month) = (b, a)
    default:
      throw PrintedInstant.Refusal(
        "a date whose day and month can be told apart, such as 2026-03-09T14:05Z")
    }
  }

  /// `9 Mar`, `9th of March`, `09-Mar-`
  private static func takeMonth(behindDay text: inout InstantScanner) -> Int? {
    var rest = text
    rest.takeOrdinal()
    _ = rest.take(".") || rest.take("-") || rest.take("OF")
    guard let name = rest.takeMonth() else { return nil }
    _ = rest.take(".") || rest.take("-") || rest.take(",")
    text = rest
    return name
  }

  /// Takes the year out of what stands behind the time.
  mutating func takeYear(from text: inout String) {
    var parts = text.split(separator: " ").map(String.init)
    let index = parts.firstIndex { part in
      part.utf8.count == 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard let index else { return }
    year = Int(parts.remove(at: index))
    text = parts.joined(separator: " ")
  }

  func day() throws(PrintedInstant.Refusal) -> CivilDay {
    guard let year, let day = CivilDay(year: year, month: month, day: number) else {
      throw PrintedInstant.Refusal()
    }
    if let weekday, day.weekday != weekday {
      throw PrintedInstant.Refusal("a day that is the weekday beside it, which \(day) is not")
    }
    return day
  }
}

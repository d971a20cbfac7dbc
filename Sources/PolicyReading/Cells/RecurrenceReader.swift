import Chronology

/// Takes the parts of a cell of recurring times one after the other.
struct RecurrenceReader {
  private(set) var items: [RecurrenceText.Item] = []
  private(set) var exceptions: [RecurrenceText.Item] = []
  private(set) var zone: Zone?
  private(set) var abbreviation: ZoneAbbreviation?
  private(set) var isYearly = false
  private var tokens: CellTokens
  private var brackets = 0
  private var beginsBracketed = false
  private let form: RecurrenceText.Form

  init(_ text: String, as form: RecurrenceText.Form) {
    tokens = CellTokens(text)
    self.form = form
  }

  private var refusal: CellRefusal { CellRefusal(form.accepted) }

  mutating func read() throws(CellRefusal) {
    takeYearly()
    _ = tokens.take(sign: ",") || tokens.take(sign: ":")
    repeat {
      let closed = brackets
      takeOpening()
      if DaysText.takeExcept(&tokens) {
        guard !items.isEmpty else { throw refusal }
        try readExceptions()
        break
      }
      let isOpened = brackets > closed
      guard let item = try takeItem() else { throw refusal }
      try refuseSecondTimes(item, isOpened)
      items.append(item)
      try takeEnd()
    } while try takeSeparator()
    try takeEnd()
    guard tokens.atEnd, brackets == 0, !items.isEmpty else { throw refusal }
    let hasTimes = items.contains(where: \.isTimed)
    if hasTimes, !form.mixesWholeDays,
      items.contains(where: { $0.times.isEmpty && $0.span == nil })
    {
      throw refusal
    }
  }

  /// `10:00-14:00 (02:00-06:00 UTC)`: times in brackets behind times may be the same in another zone, an
  /// exception, or more of them.
  private mutating func refuseSecondTimes(
    _ item: RecurrenceText.Item, _ isOpened: Bool
  ) throws(CellRefusal) {
    if items.isEmpty { beginsBracketed = isOpened }
    guard isOpened, !beginsBracketed, item.isTimed, items.contains(where: \.isTimed) else { return }
    throw CellRefusal(
      "its times in one zone and without brackets, such as 02:00-06:00 UTC; more of them behind a comma"
    )
  }

  // MARK: Between the items

  private mutating func takeOpening() { while tokens.take(sign: "(") { brackets += 1 } }

  /// Closing brackets, the zone, `inclusive`, `every year`, in whatever order.
  private mutating func takeEnd() throws(CellRefusal) {
    while true {
      if brackets > 0, tokens.take(sign: ")") {
        brackets -= 1
      } else if tokens.take("inclusive", "only") {
        continue
      } else if takeYearly() {
        continue
      } else {
        var rest = tokens
        if rest.take(sign: "("), takeBracketed(&rest) { continue }
        guard try takeZone() else { return }
      }
    }
  }

  /// `(every year)`, `(inclusive)`.
  private mutating func takeBracketed(_ rest: inout CellTokens) -> Bool {
    var (isTaken, saysYear) = (false, false)
    while let word = rest.peek(), word != .sign(")") {
      guard rest.take("every", "each", "year", "yearly", "annually", "inclusive") else {
        return false
      }
      isTaken = true
      saysYear = saysYear || word != .word("inclusive")
    }
    guard isTaken, rest.take(sign: ")") else { return false }
    isYearly = isYearly || saysYear
    tokens = rest
    return true
  }

  @discardableResult private mutating func takeYearly() -> Bool {
    var rest = tokens
    _ = rest.take(sign: ",")
    guard
      rest.take("annually", "yearly") || rest.take(phrase: "every year")
        || rest.take(phrase: "each year")
    else { return false }
    isYearly = true
    tokens = rest
    return true
  }

  /// Whether another item follows.
  private mutating func takeSeparator() throws(CellRefusal) -> Bool {
    if tokens.atEnd { return false }
    var isSeparated = false
    while tokens.take(sign: ",") || tokens.take(sign: ";") || tokens.take(sign: "&")
      || tokens.take(sign: "/") || tokens.take("and", "plus", "or")
    {
      isSeparated = true
    }
    if isSeparated { return !tokens.atEnd }
    if tokens.peek() == .sign("(") { return true }
    var rest = tokens
    if DaysText.takeExcept(&rest) { return true }
    // A line break in a cell leaves no sign: days follow an item that is whole.
    guard let last = items.last, last.span != nil || last.days != nil && !last.times.isEmpty else {
      return false
    }
    return try DaysText.take(&rest) != nil
  }

  /// A zone behind an item: up to the next sign that parts items.
  private mutating func takeZone() throws(CellRefusal) -> Bool {
    var count = 0
    var start = tokens
    var opened = 0
    while true {
      if start.take(sign: "(") { opened += 1 } else if !start.take(sign: ",") { break }
    }
    var rest = start
    loop: while let token = rest.peek() {
      switch token {
      case .sign(","), .sign(";"), .sign("("), .sign(")"), .sign("&"): break loop
      case .word("and"), .word("except"), .word("excluding"), .word("but"): break loop
      default: break
      }
      rest.skip()
      count += 1
    }
    guard count > 0, count < 12 else { return false }
    let text = WordForm.trim(start.text(ofNext: count))
    guard let reading = ZoneText.read(text) else { return false }
    if case .ambiguous(let names) = reading {
      throw CellRefusal(ZoneText.accepted(insteadOf: text, among: names))
    }
    guard let named = reading.zone else { return false }
    if let zone, zone != named {
      throw CellRefusal("one time zone for all times of a cell; a row for each zone")
    }
    zone = named
    if case .abbreviation(_, let short) = reading { abbreviation = short }
    tokens = rest
    brackets += opened
    return true
  }

  // MARK: Items

  private mutating func takeItem() throws(CellRefusal) -> RecurrenceText.Item? {
    if let span = try StretchText.take(&tokens) { return RecurrenceText.Item(span: span) }
    if tokens.peek() == CellTokens("24").peek(), Self.takeAlways(&tokens) {
      return RecurrenceText.Item(days: [.everyDay], times: [.wholeDay])
    }
    if Self.takeAlways(&tokens) { return RecurrenceText.Item(times: [.wholeDay]) }
    let phrases = try DaysText.takePhrases(&tokens)
    var item = RecurrenceText.Item(days: phrases?.flatMap(\.self))
    if let phrases {
      try refuseMixture(phrases)
      var rest = tokens
      _ = rest.take(sign: ":") || rest.take(sign: ",")
      var opened = 0
      if rest.take(sign: "(") { opened = 1 }
      // `Mon-Fri, any time`
      if Self.takeAlways(&rest) {
        item.times = [.wholeDay]
        (tokens, brackets) = (rest, brackets + opened)
      } else if let times = try Self.takeTimes(&rest) {
        // `Weekends and Fridays after 14:00`: whether weekends are shut before 14:00 nobody knows.
        if phrases.count > 1, form.mixesWholeDays { throw Self.timeOfOne }
        item.times = times
        (tokens, brackets) = (rest, brackets + opened)
      }
      return item
    }
    guard let times = try Self.takeTimes(&tokens) else { return nil }
    item.times = times
    try takeLaterDays(&item)
    if item.days == nil, let last = items.last, last.span == nil, !last.times.isEmpty {
      item.days = last.days
    }
    return item
  }

  private static let timeOfOne = CellRefusal(
    "the times of each of the days, such as Weekends all day; Fridays after 14:00")

  /// `June, Tuesdays 02:00-06:00` may be the Tuesdays of June, and not June and all Tuesdays.
  private func refuseMixture(_ phrases: [[DayPattern]]) throws(CellRefusal) {
    guard !form.mixesWholeDays else { return }
    let areDates = phrases.joined().map { pattern in
      switch pattern {
      case .daysOfYear, .dates: true
      default: false
      }
    }
    if areDates.contains(true), areDates.contains(false) {
      throw CellRefusal("a row for days of the week and another for dates")
    }
  }

  /// `02:00-06:00 (Sundays)`: days behind the times, which have no times of their own.
  private mutating func takeLaterDays(_ item: inout RecurrenceText.Item) throws(CellRefusal) {
    var rest = tokens
    _ = rest.take(sign: ",")
    let opened = rest.take(sign: "(")
    guard let phrases = try DaysText.takePhrases(&rest) else { return }
    try refuseMixture(phrases)
    let days = phrases.flatMap(\.self)
    var next = rest
    _ = next.take(sign: ":") || next.take(sign: ",")
    if try TimeRangeText.take(&next) != nil { return }
    item.days = days
    tokens = rest
    if opened { brackets += 1 }
  }

  /// One range of times after the other.
  private static func takeTimes(_ tokens: inout CellTokens) throws(CellRefusal) -> [TimeRangeText]?
  {
    guard let first = try TimeRangeText.take(&tokens) else { return nil }
    var times = [first]
    while true {
      var rest = tokens
      guard
        rest.take(sign: ",") || rest.take(sign: ";") || rest.take(sign: "&")
          || rest.take(sign: "/") || rest.take("and")
      else { return times }
      _ = rest.take("and")
      guard let next = try TimeRangeText.take(&rest) else { return times }
      times.append(next)
      tokens = rest
    }
  }

  /// `24/7`, `24x7`, `Any time`, `Always`, `All day`.
  private static func takeAlways(_ tokens: inout CellTokens) -> Bool {
    var rest = tokens
    if rest.takeInteger() == 24, rest.take(sign: "/") || rest.take(sign: "×") || rest.take("x"),
      rest.takeInteger() == 7
    {
      tokens = rest
      return true
    }
    return ["at any time", "any time", "anytime", "always", "all day", "around the clock"]
      .contains { tokens.take(phrase: $0) }
  }

  // MARK: Exceptions

  /// What follows `except`. Times that are taken out have no comma in front of them; where the cell has
  /// none yet, times behind the days that are taken out are those of the days that are left.
  private mutating func readExceptions() throws(CellRefusal) {
    let isTimed = items.contains(where: \.isTimed)
    repeat {
      takeOpening()
      if let span = try StretchText.take(&tokens) {
        exceptions.append(RecurrenceText.Item(span: span))
        try takeEnd()
        continue
      }
      let phrases = try DaysText.takePhrases(&tokens)
      let days = phrases?.flatMap(\.self)
      var rest = tokens
      let isHalfDay = rest.peek() == .word("after") || rest.peek() == .word("before")
      if days == nil || isTimed || isHalfDay, let times = try Self.takeTimes(&rest) {
        if (phrases?.count ?? 0) > 1 { throw Self.timeOfOne }
        exceptions.append(RecurrenceText.Item(days: days, times: times))
        tokens = rest
        try takeEnd()
        continue
      }
      guard let days else { throw refusal }
      exceptions.append(RecurrenceText.Item(days: days))
      let open = brackets
      try takeEnd()
      guard !isTimed else { continue }
      rest = tokens
      let isParted = rest.take(sign: ",") || rest.take(sign: ":") || brackets < open
      guard let times = try Self.takeTimes(&rest) else { continue }
      // Without a sign between them a freeze could be meant either way, and may be the longer.
      guard isParted || !form.mixesWholeDays else { throw refusal }
      for index in items.indices { items[index].times = times }
      tokens = rest
      return try takeEnd()
    } while try takeSeparator()
  }
}

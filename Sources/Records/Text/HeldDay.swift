import PolicyReading

extension String {
  /// Whether it says a day, in whatever way: `2026-03-02`, `30.6.2026`, `6/30/2026`, `3 March`.
  var holdsDay: Bool { hasDayInDigits || TimeSigns(self).hasDate || hasOrdinalDay }

  /// `the 27th`
  private var hasOrdinalDay: Bool {
    utf8.contains { (0x30...0x39).contains($0) }
      && WordForm.words(self).contains { word in
        let digits = word.prefix { $0.isNumber }
        return (1...2).contains(digits.count)
          && ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
      }
  }

  /// Three numbers of which one is a year and no other has more than two digits, parted by one sign each.
  private var hasDayInDigits: Bool {
    var run: [Int] = []
    var digits = 0
    var isParted = false
    func isDay(_ run: [Int]) -> Bool {
      run.count >= 3
        && (run.suffix(3) == [4, 2, 2]
          || run.suffix(3).last == 4 && run.suffix(3).dropLast().allSatisfy { $0 <= 2 })
    }
    for byte in utf8 {
      switch byte {
      case 0x30...0x39:
        digits += 1
        isParted = false
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
        if digits > 0 { run.append(digits) }
        if isParted { run = [] }
        digits = 0
        isParted = true
        if isDay(run) { return true }
      default:
        if digits > 0 { run.append(digits) }
        if isDay(run) { return true }
        run = []
        digits = 0
        isParted = false
      }
    }
    if digits > 0 { run.append(digits) }
    return isDay(run)
  }
}

extension [String] {
  /// Each with a number behind it where one before it is the same, large and small letters alike:
  /// `a`, `a-2`, `a-3`.
  package var madeDistinct: [String] {
    var taken = Set(map { $0.lowercased() })
    var seen: Set<String> = []
    return map { name in
      if seen.insert(name.lowercased()).inserted { return name }
      var number = 2
      while !taken.insert("\(name)-\(number)".lowercased()).inserted { number += 1 }
      return "\(name)-\(number)"
    }
  }
}

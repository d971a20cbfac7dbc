import Chronology
import Configuration
import PolicyReading
import SourceText

/// The lists of public holidays: those of the settings, then the files of `content/holidays`, by path.
/// A file's name is the list's, and lists of one name are one.
func readHolidays(
  _ files: [SourceFile], settings: Settings
) -> (lists: HolidayLists, problems: [ReadingProblem]) {
  var order: [String] = []
  var found: [String: HolidayDays] = [:]
  var problems: [ReadingProblem] = []
  func add(_ name: String, _ days: HolidayDays) {
    if found[name] == nil { order.append(name) }
    found[name, default: HolidayDays()].add(days)
  }
  for list in settings.holidays {
    var days = HolidayDays()
    days.dated = list.days.map(\.value)
    add(listName(list.name), days)
  }
  for file in files {
    let reading =
      file.path.hasSuffix(".ics") ? HolidayCalendar(file).reading : HolidayPage(file).reading
    problems += reading.problems
    // A page that says what the folder is for names no day.
    if reading.days.isEmpty, reading.problems.isEmpty, !file.path.hasSuffix(".ics") { continue }
    add(listName(file.stem), reading.days)
  }
  let lists = order.compactMap { name in found[name].map { $0.list(named: name) } }
  return (HolidayLists(lists), problems)
}

/// As policies name it: `uk-holidays` and `UK public holidays` are `uk`.
private func listName(_ written: String) -> String {
  let words = WordForm.words(written)
  let telling = words.filter {
    !["holiday", "holidays", "public", "bank", "national"].contains($0)
  }
  return (telling.isEmpty ? words : telling).joined(separator: " ")
}

/// Days of one list as they are read.
struct HolidayDays {
  var dated: [CivilDay] = []
  /// Days of every year.
  var yearly: [MonthDay] = []
  /// Days that a rule gives in every year.
  var ruled: [CivilDay] = []

  var isEmpty: Bool { dated.isEmpty && yearly.isEmpty && ruled.isEmpty }

  mutating func add(_ others: HolidayDays) {
    dated += others.dated
    yearly += others.yearly
    ruled += others.ruled
  }

  func list(named name: String) -> HolidayLists.List {
    HolidayLists.List(name: name, dated: dated, yearly: yearly, ruled: ruled)
  }
}

/// What a file of holidays says.
struct HolidayReading {
  var days = HolidayDays()
  var problems: [ReadingProblem] = []
}

extension SourceFile {
  /// It lists holidays, or says what the folder is for.
  var isOfHolidays: Bool { path.utf8.starts(with: "content/holidays/".utf8) }
}

import Chronology

/// Cells of the Time column of the windows.
enum WindowTimeText {
  static let accepted =
    "times such as 02:00-06:00, 10 AM - 3 PM, 22:00-02:00, 10:00-12:00 and 14:00-16:00, "
    + "Tue-Thu 10:00-15:00, Fri 22:00 - Mon 06:00, 2nd Tuesday 02:00-06:00, "
    + "weekdays 09:00-17:00 except public holidays, or 24/7, "
    + "with a time zone where it is not the policy's"

  private static let form = RecurrenceText.Form(accepted: accepted, mixesWholeDays: false)

  enum Reading: Hashable {
    /// The zone is nil where the cell names none.
    case time(Recurrence, zone: Zone?)
    /// Why not, as what would be accepted.
    case refused(accepted: String)
  }

  static func read(_ text: String) -> Reading {
    switch understand(text) {
    case .success(let understood): .time(understood.time, zone: understood.zone)
    case .failure(let refusal): .refused(accepted: refusal.accepted)
    }
  }

  /// What a cell says.
  struct Understood {
    private let text: RecurrenceText
    private(set) var time: Recurrence

    init(_ text: RecurrenceText) {
      self.text = text
      time = text.recurrence()
    }

    /// Nil where the cell names none.
    var zone: Zone? { text.zone }
    /// The abbreviation that names the zone, where it leaves something open.
    var abbreviation: ZoneAbbreviation? { text.abbreviation }

    /// One of its times ends a minute before midnight.
    var endsBeforeMidnight: Bool {
      text.items.contains { item in
        item.times.contains { $0.end == 1439 } || item.span?.endsBeforeMidnight == true
      }
    }

    /// False where a text beside the times calls them nights, and they are not of the night alone: `Nights`
    /// names no hours, and 14:00-18:00 are none of them.
    func areOfNight(_ text: String) -> Bool {
      guard WordForm.words(text).contains(where: Self.nights.contains) else { return true }
      return self.text.items.allSatisfy { item in
        item.span == nil && !item.times.isEmpty
          && item.times.allSatisfy { time in
            time.start >= Self.dusk && (time.end >= time.start || time.end <= Self.dawn)
              || time.start < Self.dawn && time.end > time.start && time.end <= Self.dawn
          }
      }
    }

    private static let nights: Set = ["night", "nights", "nightly", "overnight"]
    /// Minutes of the day between which nobody speaks of a night.
    private static let (dawn, dusk) = (9 * 60, 17 * 60)

    /// Takes the days of a column of their own; false where the cell names others.
    mutating func restrict(to days: DayRule) -> Bool {
      guard text.saysDays else {
        time = text.recurrence(on: days)
        return true
      }
      return text.commonDays == days.patterns && days.exceptions.isEmpty
    }
  }

  static func understand(_ text: String) -> Result<Understood, CellRefusal> {
    do throws(CellRefusal) {
      let reading = Understood(try RecurrenceText(text, as: form))
      guard reading.areOfNight(text) else {
        throw CellRefusal("the hours of the night, such as 22:00-06:00 nightly")
      }
      return .success(reading)
    } catch {
      return .failure(error)
    }
  }
}

extension RecurringSpan {
  fileprivate var endsBeforeMidnight: Bool {
    switch self {
    case .onDays(_, _, let end, _), .yearly(_, _, _, let end), .once(_, _, _, let end): end == 1439
    }
  }
}

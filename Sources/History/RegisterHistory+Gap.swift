extension RegisterHistory {
  /// Why git's history was not gone by, or not all of it, without its full stop; nil where it was.
  package var gap: String? {
    if let absence {
      return "\(absence.sentence.dropLast()), and CB601 to CB605 were not checked"
    }
    if !isJudged { return "the settings do not judge by it, and CB601 to CB605 were not checked" }
    return lacksTexts
      ? "the texts of earlier versions are not here, so that CB601, CB603 and CB605 were checked in part"
      : nil
  }
}

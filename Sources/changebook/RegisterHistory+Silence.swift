import History

extension RegisterHistory {
  /// Why the rules of history have nothing to say; nil where they do, and where the settings do not
  /// want them.
  var silence: String? {
    guard let absence, absence != .off else {
      return lacksTexts
        ? "history  This is a partial clone without the texts of earlier versions: CB601, CB603 and "
          + "CB605 are checked only as far as there are some." : nil
    }
    return "history  \(absence.sentence) CB601 to CB605 are not checked."
  }
}

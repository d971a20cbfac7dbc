import Chronology
import SourceText

/// An entry of `approvals` as it is written, before anybody asks whether it is one.
struct StatedApproval {
  let role: Located<String>
  let by: Located<String>?
  let mentions: [PersonMention]
  let at: Located<Instant>?
  let isVerbal: Bool
  let documented: Located<Instant>?
  let place: Place
  /// The key of its instant is there, whatever it says.
  let asksInstant: Bool

  /// Somebody has given it.
  var isGiven: Bool { mentions.contains { $0.fault == nil } }

  /// What it comes to in a role: an approval by those who gave it, and the rest.
  ///
  /// - Parameter isFiller: whether a text is the template's own.
  func read(
    as role: ApprovalRole, isFiller: (String) -> Bool
  ) -> (approval: Approval?, unapproved: [Unapproved]) {
    let role = Located(role, self.role.place)
    guard let by, !mentions.isEmpty else {
      return (
        nil, [Unapproved(role: role, text: "", identity: nil, reason: .nobody, place: place)]
      )
    }
    var people: [Identity] = []
    var others: [Identity] = []
    var unapproved: [Unapproved] = []
    var days: [WrittenDay] = []
    for mention in mentions {
      let reason = mention.fault ?? (isFiller(mention.text) ? .nobody : nil)
      if reason == nil, let identity = mention.identity {
        people.append(identity)
        others += mention.others
        days += mention.days
      } else {
        unapproved.append(
          Unapproved(
            role: role, text: mentions.count == 1 ? by.value : mention.text,
            identity: mention.identity, reason: reason ?? .nobody, place: by.place))
      }
    }
    if people.isEmpty { return (nil, unapproved) }
    let approval = Approval(
      role: role, by: by, at: at, isVerbal: isVerbal, documented: documented, place: place,
      people: people, others: others, days: days, isUndated: at == nil && documented == nil)
    return (approval, unapproved)
  }
}

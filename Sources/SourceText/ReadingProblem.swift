/// Something that a reader met in a file and could not take as it stands.
///
/// Readers state facts; the sentences and severities belong to the rules.
package struct ReadingProblem: Sendable, Hashable {
  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) {
    self.kind = kind
    self.place = place
  }

  /// What is not known where something of the policy is not read.
  package enum Decides: Sendable, Hashable {
    /// Whether there are more windows.
    case windows
    /// Whether the windows that were read are as wide as they seem.
    case windowUse
    /// Whether there are more freezes, or stricter ones.
    case freezes
    /// Who has to approve, and what is asked of a record.
    case authorisation
  }

  package enum Kind: Sendable, Hashable {
    // MARK: Files
    /// A file or folder that is not opened. `what` says what it is, and reads after "a": for
    /// example `symbolic link`.
    case refusedFile(what: String)
    /// A file or folder that the system would not let us read, in the system's words.
    case unreadable(reason: String)
    /// A file of a folder that decides which is none of those that are read there. `intended` is the
    /// name under which it would be; nil where it does not look like text.
    case unreadFile(DecidingFolder, intended: String?)
    /// A folder beside one that decides, whose name is nearly the same.
    case strayFolder(DecidingFolder)
    /// Front matter as a freeze or an incident has it, in a file outside their folder.
    case strayRecord(DecidingFolder)
    /// A file or folder beside a list of names, whose name is nearly the same or that has another
    /// ending.
    case strayList(NameList)
    /// A file or folder that was most likely meant as a list of holidays, and lies outside their folder.
    case strayHolidays

    /// A file that was most likely meant as the settings, under another name or in another folder.
    case straySettings

    // MARK: Text
    /// A byte sequence that is not UTF-8; the byte that breaks it.
    case notUTF8(byte: UInt8)
    /// A control character other than tab, line feed and carriage return: C0, DEL or C1.
    case controlCharacter(UInt8)
    /// A character that changes the direction of the text around it.
    case bidirectionalOverride(scalar: UInt32)
    /// A line that git leaves between the sides of a merge that nobody has settled; its sign.
    case conflictMarker(String)
    /// The file is larger, deeper or wider than is read. `what` names the limit.
    case overLimit(what: String, found: Int, allowed: Int)

    // MARK: YAML
    /// libyaml's own words.
    case yamlSyntax(String)
    /// Front matter begins and does not end.
    case frontMatterUnclosed
    /// A construct that is refused on purpose: `anchor`, `alias`, `tag`, `second document`.
    case yamlConstruct(String)
    case duplicateKey(String)
    case unknownKey(String, suggestion: String?, known: [String])
    /// A key of a record that nobody reads and that looks like none that somebody does: it is kept
    /// and shown.
    case keyNotRead(String)

    // MARK: Values
    /// `expected` says what would be right, for example `an instant such as 2026-03-02T09:15Z`.
    case unreadableValue(key: String, text: String, expected: String)
    /// An instant without zone or offset, read in the policy's zone.
    case zoneAssumed(key: String, text: String, zone: String)
    /// A file of published figures, as a whole; `reason` reads after "because".
    case unreadablePublication(reason: String)
    /// An entry of a log of deployments; `reason` reads after "it is not read: ".
    case unreadableDeployment(reason: String)
    case missingID(suggestion: String?)
    /// Two places of one record say different things.
    case disagreement(key: String, first: String, second: String, other: Place)
    /// A text beside the systems of the front matter speaks of others, or of more; the part of it that
    /// does.
    case systemsWidened(text: String, part: String)
    /// Something beside `outcome` says that a change is over, and `outcome` does not; `outcome` is the
    /// word that would say it there, where one is plain.
    case endBesideOutcome(label: String, text: String, outcome: String?)
    /// A row of boxes of which not exactly one is ticked.
    case boxesTicked(field: String, count: Int)
    case nearMiss(heading: String, intended: String)
    /// A line that looks like a heading and is none, or a heading that does not say what it seems
    /// to: because of a character that cannot be seen, or, where it is nil, of a missing blank.
    case deceptiveHeading(String, scalar: UInt32?)
    /// A text that stands where an answer belongs and is none, such as `TBD`.
    case notAnswered(key: String, text: String)

    // MARK: Policy
    case tableAbsent(table: String, features: String)
    case columnAbsent(table: String, column: String, accepted: [String])
    case cellNotUnderstood(table: String, column: String, text: String, accepted: String)
    /// A clause outside the tables that a feature needs.
    case clauseAbsent(clause: String, features: String)
    case nameUndefined(name: String, usedIn: String, definedIn: String, suggestion: String?)
    case namedTwice(name: String, table: String, other: Place)
    /// Something of the policy that looks as if it decided, and is not read. `what` says what it is,
    /// and reads after "a" or "an" where it has no article of its own.
    case unread(Decides, what: String, text: String, accepted: String)
    /// Something of a list of names that is not read, so that names may mean something else. `what`
    /// says what it is, as above.
    case listUnread(NameList, what: String, text: String, accepted: String)
    /// A line under the title whose label is nearly a known one.
    case misspeltLabel(String, intended: String)
    /// An abbreviation of a time zone; `isFixed` says that it is one offset all year, otherwise it
    /// follows the clocks of the place.
    case zoneAbbreviation(String, zone: String, place: String, isFixed: Bool)
    /// A window that ends at 23:59, a minute before the end of the day.
    case minuteBeforeMidnight(text: String)

    // MARK: Links
    /// A destination that is not published: its scheme or form is not allowed.
    case unsafeLink(String)
    case deadLink(String, suggestion: String?)
    /// A picture of a text, by its destination.
    case pictureNotShown(String, PictureFault)

    // MARK: Site
    /// What is wrong with a template, and what would be right.
    case templateProblem(message: String, help: String?)
    /// Two outputs of one path, or of paths that some file systems hold for one.
    case pathCollision(path: String, other: Place)
    /// A page whose address belongs to what the program makes; `by` reads after "taken by".
    case addressTaken(path: String, by: String)
  }
}

extension ReadingProblem {
  /// The value of a key that is there and cannot be read.
  package func isUnreadable(_ key: String) -> Bool {
    guard case .unreadableValue(let unreadable, _, _) = kind else { return false }
    return unreadable == key
  }
}

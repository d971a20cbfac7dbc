import SourceText

/// Words of other languages that say when, or that something does not happen: enough to see that a
/// sentence says so, and not what.
enum ForeignWords {
  /// Months as 1 to 12, days of the week as 21 to 27; those of English too.
  static let days: [String: Int] = {
    let months = [
      "january jan januar janvier enero gennaio januari janeiro jaenner jänner stycznia",
      "february feb februar février febrero febbraio februari fevereiro lutego",
      "march mar märz mars marzo maart março marca",
      "april apr avril abril aprile kwietnia", "may mai mayo maggio mei maio maja maj",
      "june jun juni juin junio giugno junho czerwca",
      "july jul juli juillet julio luglio julho lipca",
      "august aug août agosto augustus augusti sierpnia",
      "september sep sept septembre septiembre settembre setembro września",
      "october oct oktober okt octobre octubre ottobre outubro października",
      "november nov novembre noviembre novembro listopada",
      "december dec dezember dez décembre diciembre dicembre dezembro grudnia",
    ]
    let weekdays = [
      "monday mondays mon montag montags lundi lundis lunes lunedì maandag måndag mandag segunda",
      "tuesday tuesdays tue dienstag dienstags mardi mardis martes martedì dinsdag tisdag tirsdag",
      "wednesday wednesdays wed mittwoch mittwochs mercredi mercredis miércoles mercoledì woensdag onsdag",
      "thursday thursdays thu donnerstag donnerstags jeudi jeudis jueves giovedì donderdag torsdag",
      "friday fridays fri freitag freitags vendredi vendredis viernes venerdì vrijdag fredag sexta",
      "saturday saturdays sat samstag samstags sonnabend samedi samedis sábado sabato zaterdag lördag lørdag",
      "sunday sundays sun sonntag sonntags dimanche dimanches domingo domenica zondag söndag søndag",
    ]
    var days: [String: Int] = [:]
    for (index, names) in months.enumerated() {
      for name in names.parts(at: " ") { days[name] = index + 1 }
    }
    for (index, names) in weekdays.enumerated() {
      for name in names.parts(at: " ") { days[name] = index + 21 }
    }
    return days
  }()

  static let negations = words(
    """
    kein keine keinen keiner nicht niemals nie nur ohne aucun aucune pas jamais ne seulement uniquement sans
    ningún ninguna nunca solo sólo sin nessun nessuna mai solo senza nenhum nenhuma não niet geen alleen zonder
    inga ingen inte ikke endast kun nie żadnych
    """)

  static let occasions = words(
    """
    weihnachten ostern sommer winter herbst frühling wochenende wochenenden feiertag feiertage feiertagen noël
    pâques été hiver automne printemps navidad verano invierno vacances ferien natale estate inverno natal
    verão zomer kerst weekend heute derzeit aktuell momentan actuellement actualmente attualmente
    """)

  /// A word that says when, or that something is shut, and is none of English.
  static func isSaying(_ word: String) -> Bool {
    guard days[word] != nil || occasions.contains(word) || isStop(word) else { return false }
    return WordLexicon.english.roles(at: Array(word.utf8)[...]).isEmpty
  }

  static func isStop(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return stops.contains { $0[0] == first && word.utf8.starts(with: $0) }
  }

  /// Beginnings.
  static let stops: [[UInt8]] = [
    "gesperrt", "sperr", "ausgesetzt", "verbot", "untersag", "eingefror", "gestoppt", "stopp",
    "pausier", "geschlossen", "unterbroch", "unzulässig", "suspend", "interdi", "gel", "bloqu",
    "ferm", "arrêt", "prohib", "congel", "cerrad", "vietat", "sospes", "bloccat", "chius",
    "proibid", "verboden", "opgeschort", "bevroren", "gesloten", "stängd", "förbjud", "forbudt",
    "wstrzym", "zablokow", "zamroż", "zakaz", "toegestaan", "erlaubt",
    "gestattet", "autoris", "permitid", "consentit",
  ].map { Array($0.utf8) }

  /// The words of some lines, which are written as `WordForm.fold` leaves them: to fold letters that
  /// English has not takes long.
  static func words(_ lines: String) -> Set<String> {
    Set(lines.parts(at: "\n").flatMap { $0.parts(at: " ") })
  }
}

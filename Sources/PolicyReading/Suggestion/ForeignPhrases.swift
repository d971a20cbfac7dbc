import SourceText

/// What short phrases of cells in other languages say in the words that cells are read by, for what
/// `changebook policy --suggest` proposes.
enum ForeignPhrases {
  /// A text of which every word is known; nil for any other.
  static func translation(of text: String) -> String? {
    let form = MappedWords.form(text)
    var rest = Substring(form)
    var pieces: [String] = []
    var isTranslated = false
    while let first = rest.first {
      if let (phrase, meaning) = phrases.first(where: { isNext($0.phrase, in: rest) }) {
        pieces.append(meaning)
        rest = rest.dropFirst(phrase.count)
        isTranslated = true
      } else if first.isASCII && !first.isLetter || first == "–" || first == "≥" || first == "≤" {
        // Figures and signs are the same everywhere.
        let run = rest.prefix { $0 == first || $0.isASCII && !$0.isLetter && !$0.isWhitespace }
        pieces.append(first.isWhitespace ? " " : String(run))
        rest = rest.dropFirst(first.isWhitespace ? 1 : run.count)
      } else if let meaning = untranslated(rest) {
        // Names of roles and days that are English already.
        pieces.append(meaning)
        rest = rest.dropFirst(meaning.count)
      } else {
        return nil
      }
    }
    guard isTranslated else { return nil }
    let joined = pieces.map { WordForm.trim($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    return joined.replacing(" ,", with: ",").replacing(" %", with: "%")
  }

  private static func isNext(_ phrase: String, in rest: Substring) -> Bool {
    guard rest.hasPrefix(phrase) else { return false }
    // A phrase in Latin letters ends where its word does.
    guard let last = phrase.last, last.isLetter,
      last.unicodeScalars.allSatisfy({ $0.value < 0x250 })
    else { return true }
    return rest.dropFirst(phrase.count).first.map { !$0.isLetter } ?? true
  }

  private static let english: Set = [
    "cab", "ecab", "cto", "cio", "ciso", "ceo", "it", "am", "pm", "utc", "jst", "cet",
  ]

  private static func untranslated(_ rest: Substring) -> String? {
    let word = String(rest.prefix(while: \.isLetter))
    return english.contains(word) ? word : nil
  }

  /// The longest first.
  private static let phrases: [(phrase: String, meaning: String)] = {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    // German writes its days with two letters.
    let short = ["mo", "di", "mi", "do", "fr", "sa", "so"]
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    var all = table + zip(short, days).map { ($0, $1) }
    for (word, number) in ForeignWords.days where word.count > 3 {
      all.append((word, number > 20 ? days[number - 21] : names[number - 1]))
    }
    return all.sorted { ($1.phrase.count, $0.phrase) < ($0.phrase.count, $1.phrase) }
  }()

  private static let table: [(phrase: String, meaning: String)] =
    [
      ("All", "alle|alle änderungen|tous|toutes|todos|todas|すべて|全て|全部|所有|tümü"),
      ("None", "keine|keiner|aucun|aucune|ninguno|ninguna|なし|不要|无|yok"),
      ("Immediate", "sofort|unverzüglich|immédiat|immédiate|inmediato|即時|立即|hemen"),
      ("Yes", "ja|oui|sí|はい|必須|必填|evet"), ("No", "nein|non|いいえ|否|hayır"),
      ("Optional", "optionnel|opcional|wahlweise|任意|可选|isteğe bağlı"),
      (
        "Pre-approved",
        "vorab genehmigt|vorab freigegeben|pré-approuvé|preaprobado|事前承認|事前承認済み|预先批准|ön onaylı"
      ),
      (
        "business days",
        "arbeitstage|arbeitstagen|werktage|werktagen|jours ouvrés|días hábiles|営業日|工作日|iş günü"
      ),
      ("days", "tage|tagen|jours|días|日間|天|gün"), ("hours", "stunden|std.|heures|horas|時間|小时|saat"),
      ("weeks", "wochen|semaines|semanas|週間|周|hafta"),
      ("months", "monate|monaten|mois|meses|か月|ヶ月|个月|ay"),
      ("years", "jahre|jahren|ans|años|年間|年|yıl"),
      (
        "emergency",
        "notfall|notfalländerungen|notfälle|urgences|urgence|emergencias|緊急変更|緊急|紧急变更|紧急|acil"
      ),
      ("only", "nur|seulement|uniquement|solo|sólo|のみ|仅|sadece"),
      ("to", "bis|bis zum|jusqu'au|hasta|から|〜|~|至|まで"), ("and", "und|et|y|および|と|和|ve"),
      ("or", "oder|ou|o|または|或|veya"),
      ("daily", "täglich|jeden tag|tous les jours|diario|毎日|每天|her gün"),
      ("at least", "mindestens|au moins|al menos|以上"),
      ("Same day", "am selben tag|le jour même|mismo día|当日"),
    ].flatMap { meaning, words in words.parts(at: "|").map { (MappedWords.form($0), meaning) } }
}

import SourceText

/// Whether a text is in a language that the reader knows, which is English.
///
/// Every English sentence of some length has words such as `the`, `of` and `is`. One without any of
/// them, or with more of those of other languages or of letters that English has not, is in another:
/// what it says is not known, whatever it says.
struct WrittenLanguage {
  /// In another language for certain, as far as small words and letters tell.
  let isForeign: Bool
  /// It says `no` or `not` in one.
  let isNegative: Bool
  /// Not in English, and it may say when or that something does not happen: it has a number, a
  /// day's name or a word that shuts.
  let mayDecide: Bool
  /// Long enough, and not a single small word of English in it.
  let isWithoutSmallWords: Bool

  init(_ text: String) {
    var (count, english, others, strangeLetters) = (0, 0, 0, 0)
    var (isNegative, saysStop) = (false, false)
    for (word, folded) in Self.words(of: text) {
      guard !folded.isEmpty else { continue }
      count += 1
      let scalars = folded.unicodeScalars
      if scalars.contains(where: Self.isOfAnotherScript) {
        strangeLetters += scalars.count
      } else if Self.english.contains(folded) {
        english += 1
      } else if Self.others.contains(folded) || ForeignWords.isSaying(folded) {
        others += 1
        saysStop = saysStop || ForeignWords.isStop(folded)
      } else if scalars.contains(where: { $0.value > 0x7F }), word.first?.isLowercase == true {
        // A name may have such letters in any language, and begins with a capital.
        others += 1
      }
      if Self.negations.contains(folded) { isNegative = true }
    }
    // One small word alone may belong to a name, such as `Los Angeles`; a `not` does not.
    isForeign =
      strangeLetters > 1
      // `Produktion gesperrt`
      || saysStop && english == 0 && count > 1 && count < 5
      || count > 1 && (isNegative ? others >= english : others > 1 && others > english)
    isWithoutSmallWords = count > 4 && english == 0
    // English has the `no` of Spanish, and what is not English says it here.
    self.isNegative = isForeign && (isNegative || WordForm.words(text).contains("no"))
    mayDecide =
      isForeign
      && (self.isNegative || text.contains(where: \.isNumber)
        || WordForm.words(text).contains {
          ForeignWords.days[$0] != nil || ForeignWords.occasions.contains($0)
            || ForeignWords.isStop($0)
        })
  }

  /// Runs of letters as they are written, and in the form of `WordForm.fold`.
  private static func words(of text: String) -> [(String, folded: String)] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      // Case matters to letters that English has not, and to no others.
      return WordForm.words(text).filter { !$0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        .map { ($0, $0) }
    }
    return text.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" })
      .map { (String($0), WordForm.fold(String($0))) }
  }

  /// Alphabets that English is not written in; signs such as `µ` and `№` become letters of Latin or
  /// stand alone.
  private static func isOfAnotherScript(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x24F && scalar.properties.isAlphabetic
      && !(0x1E00...0x1EFF).contains(scalar.value)
  }

  private static let english = ForeignWords.words(
    """
    the a an of to and or in on at for with without by from is are was were be been being must may
    can should shall will would has have had do does did not no its it this that these those they
    them their we our us you your he she who which what when where why how if unless until than then
    as but so such any all each every both few more most some only own same too very per via through
    during between before after above below under over out up down into within outside inside
    against about there here one two use used see
    """)

  static let negations = ForeignWords.words(
    """
    kein keine keinen keiner nicht niemals aucun aucune pas jamais ningún ninguna nunca nessun
    nessuna nenhum nenhuma não niet geen inga ingen inte ikke nie żadnych
    """)

  /// Small words of the languages that policies are written in most, but those that English has too.
  static let others = ForeignWords.words(
    """
    der das dem ein eine einen einer eines und oder nicht kein keine keinen keiner ist sind wird
    werden wurde von vom zum zur im bis mit ohne für auf aus bei nach über unter zwischen während ab
    nur auch wenn als sich niemals le la les un une des du de et ou ne pas aucun aucune est sont sera
    seront dans sur pour avec sans par entre pendant sauf jusque au aux en ce cette ces jamais el los
    las una unos y del al es está están con sin para por durante salvo hasta ningún ninguna se nunca
    il lo gli della dello nel nella sono è nessun nessuna tra fino os dos em não são com sem até
    nenhum nenhuma het een van zijn niet geen tot met voor tussen tijdens och att inte ingen inga för
    från till ikke og på jest są nie od oraz
    """
  ).subtracting(["till", "met", "per"])
}

import Interchange

/// The files by which pages search: `index.js` says what is where, and is small; the others hold a part
/// each, and are asked for when somebody types what begins with it.
///
/// - Parameters:
///   - dated: The records, the latest first.
///   - others: Everything else, found after them where only the text has the words.
func searchIndex(dated: [SearchEntry], others: [SearchEntry]) -> [OutputFile] {
  var terms = SearchTerms()
  var entries = SearchShards(most: 6_000)
  for (number, entry) in (dated + others).enumerated() {
    entry.add(to: &terms, as: number)
    entries.add(entry.line, startingWith: "\(number)")
  }
  entries.close()

  let sorted = terms.sorted
  var lists = SearchShards(most: 24_000)
  for (word, fields) in sorted {
    let line = [Array(word.utf8)] + fields.reversed().map(searchPostings)
    lists.add(Array(line.joined(separator: [0x20])) + [0x0A], startingWith: word)
  }
  lists.close()

  // What a mistyped word may have meant: words by their beginning and by their end, since a slip of
  // one letter leaves one of the two as it is.
  let spelled = sorted.map(\.word).filter { word in
    word.unicodeScalars.count > 2
      && !word.unicodeScalars.contains { $0.properties.numericType != nil }
  }
  var words = SearchShards(most: 16_000)
  for word in spelled { words.add(Array(word.utf8) + [0x0A], startingWith: word) }
  words.close()
  var endings = SearchShards(most: 16_000)
  let reversed = spelled.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
  for word in reversed.sorted(by: { $0.precedesInBrowsers($1) }) {
    endings.add(Array(word.utf8) + [0x0A], startingWith: word)
  }
  endings.close()

  var writer = JSONWriter()
  writer.object { writer in
    writer.member("count", dated.count + others.count)
    writer.member("dated", dated.count)
    for (key, shards) in [
      ("endings", endings), ("entries", entries), ("lists", lists), ("words", words),
    ] {
      writer.object(key) { writer in
        writer.array("names", shards.names)
        writer.array("starts", shards.starts)
      }
    }
  }
  var files = [searchScript("index", text: writer.finish())]
  var paths: Set<String> = []
  for file in entries.files + lists.files + words.files + endings.files
  where paths.insert(file.path).inserted { files.append(file) }
  return files
}

import Chronology
import PolicyReading
import SourceText

/// The systems that a site lists, in `content/systems.md` or in pages below `content/systems`; empty
/// where it lists none.
package struct SystemDirectory: Sendable {
  package struct System: Sendable {
    package let name: Located<String>
    package let owner: String?
    package let criticality: String?
    /// Names of the list.
    package let dependsOn: [String]
    package let aliases: [String]
    package let retirement: Retirement?
  }

  /// That a system is out of use, and since when where the list says it.
  package struct Retirement: Sendable, Hashable {
    package let day: CivilDay?
  }

  /// In the order of the pages and of their rows.
  package let systems: [System]
  package let problems: [ReadingProblem]
  /// What depends on what is stated and could be read; where it is not, a system may have dependents
  /// that nobody knows.
  package let knowsDependencies: Bool
  /// By name and alias, folded.
  private let index: [String: Int]
  /// Names and aliases as they are written, for what was meant.
  private let spellings: [(name: String, system: Int)]
  /// Of each system those that depend on it directly.
  private let dependents: [[Int]]

  package init() { self.init([], problems: []) }

  init(_ systems: [System], problems: [ReadingProblem], knowsDependencies: Bool = false) {
    var index: [String: Int] = [:]
    var spellings: [(name: String, system: Int)] = []
    func note(_ name: String, _ system: Int) {
      spellings.append((name, system))
      let folded = WordForm.fold(name)
      if index[folded] == nil { index[folded] = system }
    }
    for (number, system) in systems.enumerated() { note(system.name.value, number) }
    for (number, system) in systems.enumerated() {
      for alias in system.aliases { note(alias, number) }
    }
    var dependents = [[Int]](repeating: [], count: systems.count)
    for (number, system) in systems.enumerated() {
      for name in system.dependsOn {
        if let other = index[WordForm.fold(name)], other != number {
          dependents[other].append(number)
        }
      }
    }
    self.systems = systems
    self.problems = problems
    self.knowsDependencies = knowsDependencies
    self.index = index
    self.spellings = spellings
    self.dependents = dependents
  }

  package var isEmpty: Bool { systems.isEmpty }

  /// The system of a name or an alias, however it is spelled; nil where the list has none.
  package func system(named name: String) -> System? {
    index.isEmpty ? nil : index[WordForm.fold(name)].map { systems[$0] }
  }

  /// The system that a text is the name of as it stands. Signs that part names or cast a doubt on them
  /// belong to a name only where the list writes them: `web?` is not `web`.
  private func systemWritten(as text: String) -> System? {
    guard let system = system(named: text) else { return nil }
    if SystemName.holdsSignsOfNames(text), !SystemName.isCut(text) { return system }
    let spelled = text.lowercased()
    return ([system.name.value] + system.aliases).contains { $0.lowercased() == spelled }
      ? system : nil
  }

  /// Names and aliases, folded, each with the name of its system, folded.
  var foldedNames: [String: String] { index.mapValues { WordForm.fold(systems[$0].name.value) } }

  /// The systems that the words of a sentence name, folded, in order; the longest name counts.
  func mentions(in words: [String]) -> [(system: String, words: Range<Int>)] {
    var found: [(system: String, words: Range<Int>)] = []
    var start = 0
    while start < words.count {
      let longest = min(4, words.count - start)
      let match = stride(from: longest, to: 0, by: -1).lazy.compactMap { count in
        index[words[start..<start + count].joined(separator: " ")].map { ($0, count) }
      }.first
      if let (system, count) = match {
        found.append((WordForm.fold(systems[system].name.value), start..<start + count))
        start += count
      } else {
        start += 1
      }
    }
    return found
  }

  /// The name that the list has for a system.
  package func canonicalName(of name: String) -> String? { system(named: name)?.name.value }

  /// The listed name that a misspelt one most likely meant.
  package func suggestion(for name: String) -> String? {
    guard !isEmpty, let meant = suggest(for: name, among: spellings.map(\.name)) else { return nil }
    return canonicalName(of: meant)
  }

  /// The systems that depend on some systems, on those that depend on them, and so on, without the
  /// systems themselves; in the order of the list.
  package func dependents(on names: [String]) -> [String] {
    let first = names.compactMap { index[WordForm.fold($0)] }
    var isReached = [Bool](repeating: false, count: systems.count)
    var pending = first
    while let next = pending.popLast() {
      for system in dependents[next] where !isReached[system] {
        isReached[system] = true
        pending.append(system)
      }
    }
    for system in first { isReached[system] = false }
    return systems.indices.filter { isReached[$0] }.map { systems[$0].name.value }
  }

  /// Of some systems, named folded, those that depend on others of them, in the order of the list.
  package struct Dependencies {
    package fileprivate(set) var pairs: [(system: String, dependent: String)] = []
    /// How many systems were looked at.
    package fileprivate(set) var steps = 0
  }

  /// The list may be long and its chains too: only what depends on one of the names is looked at, and of
  /// it only the names are kept.
  package func dependencies(among names: Set<String>) -> Dependencies {
    var found = Dependencies()
    let asked = Set(names.compactMap { index[$0] })
    guard asked.count > 1 else { return found }
    // The last walk that reached a system.
    var reached = [Int](repeating: -1, count: systems.count)
    for first in asked.sorted() where !dependents[first].isEmpty {
      reached[first] = first
      var pending = [first]
      var related: [Int] = []
      while let next = pending.popLast() {
        found.steps += 1
        for system in dependents[next] where reached[system] != first {
          reached[system] = first
          if asked.contains(system) { related.append(system) }
          pending.append(system)
        }
      }
      found.pairs += related.sorted().map {
        (systems[first].name.value, systems[$0].name.value)
      }
    }
    return found
  }

  // MARK: Reading names

  /// The systems that a text names, for example `web, api`, `web and api`, `[web](url)` or `All
  /// systems`; names as the list writes them. What is no name, or none of the list, is unknown.
  package func read(_ text: String) -> NamedSystems {
    let file = SourceFile(path: "", bytes: Array(text.utf8))
    return read(SourceRange(0, file.bytes.count), in: file)
  }

  /// The same for a text with a place, such as a value of front matter.
  package func read(_ text: Located<String>) -> NamedSystems {
    text.value.withBytes { bytes in read(bytes) { _ in text.place } }
  }

  /// The same for a range of a file, each name at its own place.
  package func read(_ range: SourceRange, in file: SourceFile) -> NamedSystems {
    file.bytes.withUnsafeBufferPointer { bytes in
      read(UnsafeBufferPointer(rebasing: bytes[range.indices])) { part in
        let start = Int(range.lower)
        return Place(file, SourceRange(start + part.lowerBound, start + part.upperBound))
      }
    }
  }

  private func read(
    _ source: UnsafeBufferPointer<UInt8>, _ place: (Range<Int>) -> Place
  ) -> NamedSystems {
    var named = NamedSystems()
    if let name = simpleName(source) {
      named.add(Located(name, place(source.indices)))
      return named
    }
    let text = ReadableText(source)
    let whole = text.trimmed(text.bytes.indices)
    if whole.isEmpty {
      // A comment, or nothing that anybody sees.
      if !source.allSatisfy({ $0 <= 0x20 }) {
        named.addUnknown(
          Located(String(decoding: source, as: UTF8.self), place(source.indices)), isName: false)
      }
      return named
    }
    for part in text.parts(whole, keeping: { self.systemWritten(as: $0) != nil }) {
      take(part, of: text, to: &named, at: place(text.source(part)))
    }
    return named
  }

  /// A name of one word in ASCII, as nearly all are; nil for everything that has to be looked at
  /// closely.
  private func simpleName(_ source: UnsafeBufferPointer<UInt8>) -> String? {
    guard SystemName.isSimple(source) else { return nil }
    let text = String(decoding: source, as: UTF8.self)
    if !isEmpty { return canonicalName(of: text) }
    return SystemName.isOrdinary(folded: WordForm.fold(text)) ? text : nil
  }

  private func take(
    _ part: Range<Int>, of text: ReadableText, to named: inout NamedSystems, at place: Place
  ) {
    var written = text.text(part)
    if let system = systemWritten(as: written), !text.isStruck(part), !text.holdsGlob {
      return named.add(Located(system.name.value, place))
    }
    for pair in [("[", "]"), ("_", "_"), ("\"", "\"")]
    where written.utf8.count > 2 && written.hasPrefix(pair.0) && written.hasSuffix(pair.1) {
      let inside = WordForm.trim(String(written.dropFirst().dropLast()))
      // Square brackets are what a template leaves to be filled in.
      if pair.0 != "[" || SystemName.meansAll(inside) || systemWritten(as: inside) != nil {
        written = inside
      }
    }
    if text.isStruck(part) {
      named.addUnknown(Located(written, place), isName: false)
    } else if let system = systemWritten(as: written), !text.holdsGlob {
      named.add(Located(system.name.value, place))
    } else if SystemName.meansAll(written) {
      named.add(Located(NamedSystems.every, place))
    } else if !SystemName.isName(written) || SystemName.isCut(written) || text.holdsGlob {
      named.addUnknown(Located(written, place), isName: false)
    } else if isEmpty {
      named.add(Located(written, place), isPhrase: SystemName.isPhrase(written))
    } else {
      named.addUnknown(
        Located(written, place), isName: true, suggestion: suggestion(for: written))
    }
  }
}

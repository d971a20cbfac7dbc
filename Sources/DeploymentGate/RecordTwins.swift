import Findings
import PolicyReading
import Records
import SourceText

/// Other records with the id of the one that is asked about, in whatever letters: nobody knows which of them
/// holds.
struct RecordTwins {
  private let file: SourceFile
  private let name: GateRecordName
  private let ids: RecordIDForm

  init(of file: SourceFile, named name: GateRecordName, ids: RecordIDForm) {
    self.file = file
    self.name = name
    self.ids = ids
  }

  /// - Parameter declared: What the records say; without those of which there are too many to look at.
  func refuse(among declared: [DeclaredID]) throws {
    let own = declared.first { $0.place.file.path == file.path }
    let id = own.flatMap(form) ?? WordForm.fold(name.id)
    let twins = declared.filter { $0.place.file.path != file.path && form($0) == id }
    guard !twins.isEmpty else { return }
    throw GateRefusal(
      twins.map { twin in
        GateCause(
          .unreadable, "\(twin.place.file.path) has the id of \(file.path) too", at: twin.place)
      })
  }

  /// The id of a record, folded: that of its front matter, else of its name. Nil where there is none.
  private func form(_ declared: DeclaredID) -> String? {
    if let text = declared.text { return WordForm.fold(text) }
    let stem = declared.place.file.stem
    return (ids.id(inName: stem) ?? ids.id(inName: stem.uppercased())).map(WordForm.fold)
  }
}

import Configuration
import Interchange
import Site
import Testing

@Suite struct SettingsSchemaTests {
  /// A key that is read and has no schema would be an error in an editor.
  @Test func hasEveryKeyOfTheSettingsAndNoOther() {
    #expect(JSONSchema.settingsKeys.sorted() == Settings.keys.sorted())
  }
}

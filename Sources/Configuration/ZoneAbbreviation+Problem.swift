import Chronology
import SourceText

extension ZoneAbbreviation {
  /// What is said where it stands.
  package var problem: ReadingProblem.Kind {
    .zoneAbbreviation(name, zone: zone, place: place, isFixed: isFixed)
  }
}

/// The tables of a policy that mean something to changebook.
package enum TableKey: String, Sendable, Hashable, CaseIterable {
  case types = "change types"
  case risks = "risk levels"
  case preApproved = "pre-approved changes"
  case requiredFields = "required information"
  case reviewMatrix = "review matrix"
  case testingMatrix = "testing matrix"
  case environments
  case windows
  case freezes
  case targets
  case controls
  case versions = "history"
}

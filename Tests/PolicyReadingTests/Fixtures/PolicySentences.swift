/// Sentences as they stand in change policies, by what they say of when changes may be made.
enum PolicySentences {
  /// They limit changes, wherever they stand.
  static let limiting = [
    // Work that is shut, now.
    "Deployments are paused.", "All releases are on hold.", "Production is locked.",
    "Changes to production are suspended.", "Deployments have been suspended.",
    "The pipeline is paused until further notice.", "No deployments for now.",
    "Changes are currently frozen.", "Do not deploy.", "No changes are allowed.",
    "Nothing is deployed at present.", "Deployments are not permitted.",
    "All production changes are prohibited.", "Only emergency changes are allowed.",
    "Production is off limits.", "Releases remain suspended until the migration is over.",
    "A change freeze is in force.", "The release calendar is closed until further notice.",
    "Deployments are halted until the auditors have left.",
    "Until further notice, production is locked.",
    // Work that is shut at a time.
    "Production is locked in June.", "In June, production is locked.",
    "No releases from 1 to 20 June", "Deployments stop on 1 June and resume on 20 June.",
    "There are no changes between 1 and 20 June.", "We do not deploy in June.",
    "Nobody deploys on Wednesdays.", "Nothing ships in the first week of June.",
    "Changes may not be made during the summer.", "The CAB suspends all deployments in June.",
    "Releases are closed from Jun 1 to Jun 20.", "Avoid deployments on Wednesdays.",
    "In June only hotfixes are deployed.", "Deployments resume on 1 July.",
    "The main branch is locked from 1 June.", "All work on production ceases on 30 May.",
    "Production changes are blocked in week 24.", "Business hours is on pause.",
    "Business hours are now 15:00-17:00.", "All change activity has stopped.",
    "Wednesdays are quiet days.", "Further freezes: see Confluence.",
    "The current freeze calendar is in Confluence.", "See the wiki for current windows.",
    "No rollouts in Q2.",
    "Deployments will be suspended over the summer.", "Never release on Wednesdays.",
    "Upgrades are postponed until July.", "It is forbidden to deploy in June.",
    "Shipping is banned from June 1 through June 20.", "Deployments are restricted in June.",
    // Labels and headings.
    "Summer shutdown: Jun 1 - Jun 20", "Blackout: June", "Closed: Jun 1 - Jun 20",
    "Code freeze from 1 June", "Summer break: 1 June - 20 June", "June: hotfixes only",
    "Deployment ban (Jun 1 - Jun 20)", "Production lock, 1 to 20 June",
    "Moratorium on releases in June", "Quiet period: Jun 1 - Jun 20",
    // What the document says is taken back.
    "The windows above are void in June.", "The deployment windows are suspended.",
    "The windows in section 8.1 do not apply in June.", "Row 3 of the table of windows is deleted.",
    "The low-traffic window is withdrawn.", "The calendar above is no longer valid.",
    "Amendment 1: The hours of the second row are cut by half.",
    "Addendum (2026-05-01): see the mail to all teams.",
    "Section 8.1 does not apply in June.", "The first window is cancelled until July.",
    // Windows.
    "Deployments only on Tuesdays between 10:00 and 12:00.", "We deploy on Tuesdays.",
    "Releases go out every Thursday.", "The maintenance window is Sunday 02:00-06:00.",
    "Changes are made between 22:00 and 23:00.", "The first window is limited to weekends.",
  ]

  /// They say nothing of when, or what everybody says.
  static let harmless = [
    // About the document and the people.
    "This policy applies to all changes of the production systems.",
    "The policy is reviewed once a year by the service owner.",
    "Deviations from this policy need the written consent of the CISO.",
    "The change manager chairs the advisory board.", "The board meets every Tuesday at 14:00.",
    "The office closes at 18:00.", "The service desk is open from 08:00 to 17:00 on weekdays.",
    "The change desk closes at 18:00.", "Support is closed on public holidays.",
    "Minutes are sent to all members by Friday.", "Training is held every January.",
    "Questions go to the release manager.", "The owner of this policy is the head of operations.",
    "The canteen is closed from Dec 24 to Jan 2.",
    // Rules for each change.
    "Never share credentials.", "Only approved changes may be deployed.",
    "No change is made without an approved request.",
    "Changes without a rollback plan are rejected.",
    "Nobody approves a change of their own.", "Changes are not merged by their author.",
    "Deployments are blocked by the pipeline if a test fails.",
    "Deployments are paused when an alert fires.", "Failed deployments are rolled back at once.",
    "Unapproved changes are prohibited.", "Direct changes to production are not allowed.",
    "Manual changes in production are forbidden.", "A change is closed after its review.",
    "Changes are closed by the requester after verification.",
    "Emergency changes are recorded within 24 hours.",
    "Changes are blocked until they are approved.",
    "Merges are stopped until the review is complete.",
    "A release that has not passed all tests must not be deployed.",
    "Changes must not be deployed without a second pair of eyes.",
    "Access to production is restricted to the on-call team.",
    "Test data is never copied from production.", "The rollout is halted and reverted on errors.",
    "Standard changes do not need the approval of the board.",
    "Changes that touch personal data are not approved by one person alone.",
    "Rejected changes may be submitted again.", "No debug code is left in production.",
    "Every change is tested before it is deployed.", "Only members of the board may vote.",
    "Deployments stop automatically when the error rate rises.",
    "Lead time for changes is below one day for elite performers.",
    "The change failure rate counts deployments that had to be reverted.",
    "Only the release manager may start a deployment.", "Do not reuse passwords.",
    "Changes to the database schema are not reversible without a backup.",
    // What is past, and what is told.
    "The freeze in December was introduced in 2019.",
    "In December 2019 all deployments were suspended.",
    "Added the freeze of December in version 1.2.",
    "Two releases had been stopped in March 2024 by mistake.",
    "No changes were lost in the outage of May 2023.",
    "The freeze dates are published in November.", "Freezes are announced by mail.",
    "The CAB may suspend deployments.", "The CTO may declare a freeze at any time.",
    // What the tables say already.
    "During a freeze, only emergency changes are made.",
    "Outside the windows no changes are deployed.", "Changes are deployed within a window.",
    "Emergency changes may be made at any time.", "Emergency changes do not wait for a window.",
    "The windows do not apply to emergency changes.",
    // Numbers and dates of other things.
    "Records are kept for three years.", "The fiscal year runs from 1 April to 31 March.",
    "Reports are due on the first Monday of each month.",
    "Backups run every night and are kept for 30 days.",
  ]

  /// The same where they do not stand below windows or freezes, of which they would speak there.
  static let harmlessElsewhere = [
    "This section does not apply to contractors.",
    "The audit covers changes made since January 2025.",
    "Members may not vote twice except by proxy.", "Draft minutes are sent on Mondays.",
    "The clocks of all servers are set to UTC.",
  ]
}

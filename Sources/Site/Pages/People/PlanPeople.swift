import Documents
import Records

private let peoplePerPage = 500

/// The list of people, and a page for each.
func planPeople(_ publication: Publication) -> [PlannedPage] {
  let people = publication.people.value.people
  let pageCount = max(1, (people.count + peoplePerPage - 1) / peoplePerPage)
  let lists = (1...pageCount).map { page in
    let shown = people[((page - 1) * peoplePerPage)..<min(page * peoplePerPage, people.count)]
    return PlannedPage(
      page == 1 ? "People" : "People, page \(page)", at: .people(page: page), in: .changes,
      below: [Breadcrumb(.changes)], publication
    ) {
      Document(
        kicker: "Register of changes", title: "People",
        lead: """
          \(counted(people.count, "person or board is", "people and boards are").capitalisedFirst) named by \
          the records and lists. Nothing is measured by person.
          """,
        [
          Section(
            "people", "By name",
            [
              table(shown, publication),
              Pager(page: page, of: pageCount) { .route(.people(page: $0)) },
            ])
        ])
    }
  }
  return lists
    + people.map { person in
      PlannedPage(
        person.title, at: person.route, in: .changes,
        below: [Breadcrumb(.changes), Breadcrumb("People", .people(page: 1))], publication
      ) { PersonView(person: person, publication: publication).document() }
    }
}

private func table(
  _ people: ArraySlice<PeopleIndex.Person>, _ publication: Publication
) -> any Block {
  let waiting = publication.attentionByPage.value
  let rows = people.map { person -> [RichText] in
    let open = waiting[person.route]?.count ?? 0
    func cell(_ count: Int, _ fragment: String) -> RichText {
      "\("\(count)", to: count > 0 ? .route(person.route, fragment: fragment) : nil)"
    }
    return [
      "\(Inline.name(person.title, to: .route(person.route)))", cell(open, "waiting"),
      cell(person.count(of: .requester), "changes"),
      cell(person.count(of: .implementer), "changes"),
      cell(person.count(of: .approver), "changes"), cell(person.systems.count, "systems"),
    ]
  }
  return Table(
    "People",
    [
      "Name", .number("Waiting"), .number("Requested"), .number("Implemented"),
      .number("Approved"), .number("Systems"),
    ], rows
  ).or(
    "No record names anybody. The keys `requester` and `implementer` of a change would list them here."
  )
}

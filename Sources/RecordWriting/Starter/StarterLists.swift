/// The lists of systems and people that a site begins with: roles in place of names.
enum StarterLists {
  static let systems = """
    # Systems

    Names of systems in records, freezes and incidents are held against this list. Put your own here.

    | System | Owner | Criticality | Depends on | Aliases | Retired |
    |--------|-------|-------------|------------|---------|---------|
    | website | @web-lead | High | database | www | |
    | database | @data-lead | Critical | | | |
    | monitoring | @ops-lead | Medium | | | |

    """

  static let people = """
    # People

    Who acts in which role of the approvals. Put the handles of your own people here, and the first and the last day on which
    they hold a role.

    | Handle | Roles | From | Until |
    |--------|-------|------|-------|
    | @cab | CAB | | |
    | @engineering-lead | engineering lead, emergency CAB | | |
    | @security-lead | security | | |
    | @web-lead | technical | | |
    | @data-lead | technical | | |
    | @ops-lead | operations, technical | | |
    | @change-manager | | | |

    """
}

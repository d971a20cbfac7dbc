/// Settings that a site begins with, and what git is to leave out.
enum StarterSettings {
  static let text = """
    # Settings of this site. Every key may be left out; the guide explains each of them.

    # The name in the header of every page.
    title: Changes

    # Where the site is served.
    # base_url: https://changes.example.org/

    # The zone of the policy's times, of periods, and of instants that name none.
    zone: UTC

    # Severities that replace a rule's own: error, breach, warning, note or off.
    # rules:
    #   CB801: breach

    """

  static let ignored = """
    # What changebook makes.
    /site/

    """
}

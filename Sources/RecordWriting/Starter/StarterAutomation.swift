/// What checks proposals and makes the site when they are merged. Runners have changebook installed; actions are
/// named by their commits, since a tag can be moved.
enum StarterAutomation {
  static let github = """
    # Checks the records of every pull request, and makes the site when one is merged. The runner has changebook installed.
    name: Changes
    on:
      pull_request:
      push:
        branches: [main]
    permissions: {}
    concurrency:
      group: changes-${{ github.ref }}
    jobs:
      check:
        name: Check the records
        runs-on: self-hosted
        timeout-minutes: 10
        permissions:
          contents: read
        steps:
          - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            with:
              fetch-depth: 0 # with the history of the records
              persist-credentials: false
          - run: changebook check --format github
      build:
        name: Make the site
        if: github.event_name == 'push'
        needs: check
        runs-on: self-hosted
        timeout-minutes: 10
        permissions:
          contents: read
        steps:
          - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            with:
              fetch-depth: 0 # with the history of the records
              persist-credentials: false
          - run: changebook build --output site
          - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
            with:
              name: site
              path: site

    """

  static let gitlab = """
    # Checks the records of every merge request, and makes the site when one is merged. The runner has changebook installed.
    variables:
      GIT_DEPTH: 0 # with the history of the records

    check:
      stage: test
      script:
        - changebook check
        - changebook check --format junit --fail-on never > findings.xml
      artifacts:
        when: always
        reports:
          junit: findings.xml

    pages:
      stage: deploy
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - changebook build --output public
      artifacts:
        paths: [public]

    """
}

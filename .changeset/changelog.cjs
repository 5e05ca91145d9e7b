// How a release writes a changeset into CHANGELOG.md: as it is, in a list, without a commit, which readers of the package don't have.
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.replaceAll("\n", "\n  ").replaceAll(/^ +$/gm, "")}`,
  getDependencyReleaseLine: async () => "",
};

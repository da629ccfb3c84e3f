// Carries the smoke test into an editor that has Outlay installed as a user would have it.
exports.activate = () => undefined

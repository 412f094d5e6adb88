/**
 * What must be in place before the house opens: organisation, identities, models, the demo's past.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "almanac",
      "clock",
      "database",
      "organisation",
      "catalogue",
      "dossier",
      "process",
      "process::security",
      "process::deployment",
      "demo"
    })
package vn.thutuc.opening;

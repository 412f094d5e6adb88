/** Walks models on a throw-away engine in virtual time and reports what was seen, to be signed. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "almanac",
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "catalogue::intake",
      "dossier",
      "outbound",
      "database",
      "modelling",
      "process",
      "process::rehearsal"
    })
package vn.thutuc.rehearsal;

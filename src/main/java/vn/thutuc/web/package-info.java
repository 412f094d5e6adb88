/** Our REST interface and pages: each address asks a service and translates its answer. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "almanac",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "document",
      "handover",
      "collection",
      "drafting",
      "note",
      "notice",
      "outbound",
      "postal",
      "portal",
      "printing",
      "quick",
      "tracking",
      "process",
      "process::acts",
      "process::security",
      "process::deployment",
      "process::migration",
      "modelling"
    })
package vn.thutuc.web;

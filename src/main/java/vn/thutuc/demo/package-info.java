/** The demo province's past: dossiers in several states, made by the services people use. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "almanac",
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "process"
    })
package vn.thutuc.demo;

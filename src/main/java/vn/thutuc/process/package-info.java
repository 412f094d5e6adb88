/**
 * The only package that knows Camunda: what models call, timers, tenants, rights and deployment.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "almanac",
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "outbound",
      "quick",
      "modelling",
      "modelling::lint"
    })
package vn.thutuc.process;

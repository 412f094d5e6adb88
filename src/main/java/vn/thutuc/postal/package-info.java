/**
 * Results and dossiers that travel: parcels of the public postal service from order to delivery,
 * and results that go electronically.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "notice",
      "outbound",
      "printing",
      "drafting",
      "tracking"
    })
package vn.thutuc.postal;

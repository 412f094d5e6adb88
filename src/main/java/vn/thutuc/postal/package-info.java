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
      "outbound",
      "printing",
      "drafting"
    })
package vn.thutuc.postal;

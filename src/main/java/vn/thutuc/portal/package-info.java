/**
 * The national portal: tells it of dossiers and their progress, takes what is submitted there, and
 * compares both once a day.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "document",
      "outbound"
    })
package vn.thutuc.portal;

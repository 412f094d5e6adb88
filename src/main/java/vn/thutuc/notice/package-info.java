/**
 * What the house tells people by itself: applicants by mail, SMS and Zalo, officers by the bell.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "calendar",
      "clock",
      "organisation",
      "catalogue",
      "dossier",
      "outbound",
      "printing"
    })
package vn.thutuc.notice;

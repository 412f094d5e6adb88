/**
 * What applicants and the public see without a login: how a dossier stands, by its number and the
 * secret on its slip, what applicants say of it afterwards, and the figures of the agencies.
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
package vn.thutuc.tracking;

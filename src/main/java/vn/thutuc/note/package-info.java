/** What officers tell each other about a dossier; it never leaves the house. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "dossier"})
package vn.thutuc.note;

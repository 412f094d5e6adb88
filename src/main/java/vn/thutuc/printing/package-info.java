/** Papers the house prints: what each form says, its number, and the PDF as it was issued. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier", "handover"})
package vn.thutuc.printing;

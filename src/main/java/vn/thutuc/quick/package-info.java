/**
 * Quick procedures: received, charged, registered and returned at the desk in one transaction, with
 * a register whose numbers have no gap.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"calendar", "clock", "organisation", "catalogue", "dossier"})
package vn.thutuc.quick;
